/** The cells of a `| a | b |` row, trimmed. A `|` in a code span or behind a backslash does not divide. */
export function tableCells(row: string): string[] {
  const text = row.trim();
  const cells: string[] = [];
  let from = text.startsWith('|') ? 1 : 0;
  let isCode = false;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 96) isCode = !isCode;
    else if (unit === 124 && !(isCode && text.indexOf('`', at) >= 0)) {
      cells.push(text.slice(from, at).trim());
      from = at + 1;
      isCode = false;
    }
  }
  if (from < text.length) cells.push(text.slice(from).trim());
  return cells;
}

/** Whether a line is the `| :--- | ---: |` below the head of a table. */
export function isDelimiterRow(line: string): boolean {
  if (!line.includes('-') || !/^[\s|:+-]+$/.test(line)) return false;
  return line.includes('|') && tableCells(line).every((cell) => /^:?-+:?$/.test(cell));
}
