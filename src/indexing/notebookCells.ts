/** A cell of a notebook, and where it stands in the file. */
export interface NotebookCell {
  readonly text: string;
  /** VS Code's id of its language. */
  readonly languageId: string;
  /** The offset in the file of each UTF-16 unit of the text. */
  readonly offsets: readonly number[];
}

/**
 * The cells of a Jupyter notebook that are not empty. Its file is JSON: the `source` of each cell, as the editor shows it.
 *
 * Source of the format: nbformat 4. Whatever else is in the file, outputs above all, is left out; what is not JSON gives the
 * cells before it. Takes time in proportion to the length of the text.
 */
export function notebookCells(text: string): readonly NotebookCell[] {
  const cells = new Map<string, { type: string; text: string; offsets: number[] }>();
  let language = 'python';
  visitStrings(text, (path, start, end) => {
    if (path === '/metadata/language_info/name') language = unescaped(text, start, end).text;
    const [, cell, field] = /^\/cells\/(\d+)\/(cell_type|source)(?:\/\d+)?$/.exec(path) ?? [];
    if (cell === undefined) return;
    const known = cells.get(cell) ?? { type: 'code', text: '', offsets: [] };
    const value = unescaped(text, start, end);
    if (field === 'cell_type') known.type = value.text;
    else {
      known.text += value.text;
      for (const offset of value.offsets) known.offsets.push(offset);
    }
    cells.set(cell, known);
  });
  return [...cells.values()]
    .filter((cell) => cell.text !== '')
    .map(({ type, text: source, offsets }) => ({
      text: source,
      languageId: type === 'code' ? language : type === 'markdown' ? 'markdown' : 'plaintext',
      offsets,
    }));
}

/** Where one is in an object or list while JSON is read. */
interface Level {
  readonly path: string;
  readonly isList: boolean;
  /** The key or the index of the value that comes. */
  at: string;
  index: number;
}

/** Calls for each string of a JSON text but the keys: its path, and the offsets between its quotes. */
function visitStrings(text: string, visit: (path: string, start: number, end: number) => void): void {
  const levels: Level[] = [];
  let isKeyNext = false;
  for (let at = 0; at < text.length; at++) {
    const level = levels[levels.length - 1];
    switch (text[at]) {
      case '{':
      case '[':
        // Deeper than any notebook: nothing there is ours.
        if (levels.length > 100) return;
        isKeyNext = text[at] === '{';
        levels.push({ path: pathIn(level), isList: text[at] === '[', at: '0', index: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        isKeyNext = false;
        break;
      case ',':
        isKeyNext = level?.isList === false;
        if (level?.isList) level.at = String(++level.index);
        break;
      case '"': {
        const end = endOfString(text, at + 1);
        if (!isKeyNext) visit(pathIn(level), at + 1, end);
        else if (level) level.at = text.slice(at + 1, Math.min(end, at + 100));
        isKeyNext = false;
        at = end;
      }
    }
  }
}

function pathIn(level: Level | undefined): string {
  return level ? `${level.path}/${level.at}` : '';
}

function endOfString(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string, start: number, end: number): { text: string; offsets: number[] } {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    offsets.push(at);
    const unit = text[at] ?? '';
    if (unit !== '\\') units.push(unit);
    else if (text[at + 1] === 'u') {
      const code = Number.parseInt(text.slice(at + 2, at + 6), 16);
      units.push(Number.isNaN(code) ? '\ufffd' : String.fromCharCode(code));
      at += 5;
    } else {
      at++;
      units.push(escapes[text[at] ?? ''] ?? text[at] ?? '');
    }
  }
  return { text: units.join(''), offsets };
}
