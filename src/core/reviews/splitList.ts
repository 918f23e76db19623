/** How long one name may be; what is longer is a sentence. */
const longestName = 60;

/**
 * Names that stand in one line, divided by commas (also `、` and `;`) outside brackets. Where a part is too long for a name it was a
 * sentence, and stays whole.
 */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if ('([{（［「'.includes(unit)) depth++;
    else if (')]}）］」'.includes(unit)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (unit === '、' || unit === '，' || unit === ';' || isComma(text, at))) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  const names = parts.map((part) => part.trim()).filter((part) => part !== '');
  return names.some((name) => name.length > longestName) ? [text.trim()] : names;
}

/** Names of people: as {@link splitList}, also divided by "and" and `&`, without their addresses. */
export function splitPeople(text: string): string[] {
  const parts = splitList(text);
  if (parts.some((part) => part.length > longestName)) return parts;
  return parts
    .flatMap((part) => (part.includes('(') ? [part] : part.split(/\s(?:and|und|et|y|&)\s/)))
    .map((part) =>
      part
        .replace(/^(?:and|und|et)\s/, '')
        .replace(/(\S)\s{0,3}<[^<>\s]{1,100}@[^<>\s]{1,100}>$/, '$1')
        .trim(),
    )
    .filter((part) => part !== '');
}

/** A comma between figures divides nothing. */
function isComma(text: string, at: number): boolean {
  return text.charAt(at) === ',' && !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
}
