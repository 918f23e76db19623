/**
 * A piece of a document as plain text on one line: without the marks of Markdown, AsciiDoc, RST or Org that carry no meaning
 * of their own, and with links and images reduced to their words.
 *
 * Good enough to quote from, in time linear in the length; whoever needs the document itself reads the source.
 */
export function withoutMarks(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => withoutInlineMarks(withoutLineMarks(line.trim())).trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Lines that only draw: rules, fences, table separators, setext underlines, directives, block delimiters and attributes. */
function drawsOnly(line: string): boolean {
  if (/^[-=*_~^+|: .`#]+$/.test(line)) return true;
  return /^(?:```|~~~|\.\. |:::|#\+|:[\w-]+:|image::|include::|<!--|\[[\w=,."#%-]*\]$)/i.test(line);
}

function withoutLineMarks(line: string): string {
  if (drawsOnly(line)) return '';
  let rest = line;
  while (rest.startsWith('>')) rest = rest.slice(1).trimStart();
  rest = rest.replace(/^#{1,6} |^={1,6} |^\*{1,6} |^[-+•] |^\d{1,3}[.)] /, '').replace(/^\[[ xX]\] /, '');
  if (!rest.startsWith('|')) return rest;
  const cells = rest.split('|').map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '').join(' · ');
}

/** How far a link, an image or a tag may reach; longer ones stay as they are. */
const reach = 600;

function withoutInlineMarks(line: string): string {
  let out = '';
  let at = 0;
  while (at < line.length) {
    const piece = linkAt(line, at) ?? tagAt(line, at) ?? markAt(line, at) ?? { text: line.charAt(at), end: at + 1 };
    out += piece.text;
    at = piece.end;
  }
  return out;
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

/** `[words](target)`, `![words](target)`, `[[target][words]]`, `[[words]]`: their words. */
function linkAt(line: string, at: number): Piece | undefined {
  const open = line.startsWith('![', at) ? at + 1 : at;
  if (line.charAt(open) !== '[') return undefined;
  if (line.startsWith('[[', open)) {
    const end = within(line, ']]', open);
    const words =
      end === undefined
        ? undefined
        : line
            .slice(open + 2, end)
            .split(/\]\[|\|/)
            .at(-1);
    return end === undefined || words === undefined ? undefined : { text: words, end: end + 2 };
  }
  const close = within(line, '](', open);
  const end = close === undefined ? undefined : within(line, ')', close);
  if (close === undefined || end === undefined) return undefined;
  return { text: withoutMarksInWords(line.slice(open + 1, close)), end: end + 1 };
}

/** `<b>`, `</details>`, `<!-- … -->`: nothing; `<https://…>` keeps its address. */
function tagAt(line: string, at: number): Piece | undefined {
  if (line.charAt(at) !== '<' || !/[a-z/!]/i.test(line.charAt(at + 1))) return undefined;
  const end = within(line, '>', at);
  if (end === undefined) return undefined;
  const inner = line.slice(at + 1, end);
  return { text: /^[a-z]+:/i.test(inner) ? inner : '', end: end + 1 };
}

/** Marks of emphasis and code; a lone `*` or `_` stays between spaces and inside words. */
function markAt(line: string, at: number): Piece | undefined {
  const mark = line.charAt(at);
  if (!'*_`~'.includes(mark)) return undefined;
  let end = at + 1;
  while (line.charAt(end) === mark) end++;
  const before = line.charAt(at - 1);
  const after = line.charAt(end);
  const isInWord = isWord(before) && isWord(after);
  const standsAlone = isSpace(before) && isSpace(after);
  const stays = mark === '~' ? end - at !== 2 : mark !== '`' && (standsAlone || (isInWord && end - at === 1));
  return { text: stays ? line.slice(at, end) : '', end };
}

function withoutMarksInWords(words: string): string {
  return words.replaceAll('**', '').replaceAll('`', '');
}

function within(line: string, mark: string, from: number): number | undefined {
  const found = line.slice(from, from + reach).indexOf(mark);
  return found < 0 ? undefined : from + found;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isSpace(character: string): boolean {
  return character === '' || character === ' ';
}
