import type { DocumentFormat } from '../reviews/review';
import type { Span } from '../text/span';

/** A word of a review that may name a file, a module, a folder or a symbol. */
export interface WrittenName {
  /** As written, without the line behind it (`:12`) and without the marks around it. */
  readonly name: string;
  /** Offset into the review's text, 0-based UTF-16 units. */
  readonly offset: number;
  /** Whether it is written as code, or as a call with parentheses. */
  readonly isCode: boolean;
  /** Whether it is where a link leads. */
  readonly isTarget: boolean;
}

/** More names than these in one review were written by a program. */
const mostNames = 5000;
const longestLine = 10_000;
const longestName = 400;

/** What tells a name from the words around it: a joint, or a hump. */
const isTelling = /[/\\_]|[\p{L}\d](?:\.|::)[\p{L}\d]|[a-z\d][A-Z]/u;

/** A letter or a figure in a name; of what is beyond ASCII it may be something else. */
const letter = String.raw`[A-Za-z\d\u00c0-\u1fff\u3040-\ud7ff]`;

/**
 * A character by which a name may be telling, for `isTelling` to say: all plain words between two of them are passed by. It looks back from
 * such a character only; an expression that began with what stands before it would stop at every letter.
 */
const place = String.raw`[/\\_.:A-Z](?<=[/\\_]|[a-z\d][A-Z]|${letter}\.(?=${letter})|${letter}:(?=:${letter}))`;

/** What opens or closes a fence, from the break before its line on. */
const fence = String.raw`(?:^|[\n\r])[^\S\n\r]{0,3}(?:${'```'}|~~~|(?:-{4}|\.{4})[^\S\n\r]*(?![^\n\r]))`;

const places = new RegExp(place, 'g');
const placesAndFences = new RegExp(`${fence}|${place}`, 'g');

/** The name around an offset: letters, figures, and what joins them in paths and modules. */
const nameAround = /(?<=([\w.\-/\\:@$+%\u00c0-\u1fff\u3040-\ud7ff]*))[\w.\-/\\:@$+%\u00c0-\u1fff\u3040-\ud7ff]*/y;

const lineAround = /(?<=([^\n\r]*))[^\n\r]*/y;

/** What marks words as code in a form; a call shows it in all of them. */
const codeMarks: Readonly<Record<DocumentFormat, string>> = {
  markdown: '`',
  asciidoc: '`+',
  rst: '`',
  org: '=~',
  plain: '`',
  yaml: '`',
  json: '`',
};

/** The names of files, modules and symbols that a review may mean, in order. Linear in the length of the text. */
export function writtenNames(text: string, format: DocumentFormat): readonly WrittenName[] {
  const found: WrittenName[] = [];
  const marks = codeMarks[format];
  const next = format === 'markdown' || format === 'asciidoc' ? placesAndFences : places;
  let isFenced = false;
  let line: Span = { start: 0, end: -1 };
  let from = 0;
  for (;;) {
    next.lastIndex = from;
    const hit = next.exec(text);
    if (!hit || found.length === mostNames) return found;
    if (next.lastIndex > line.end) line = stretchAt(next.lastIndex, lineAround, text);
    const isFence = hit[0].length > 1;
    if (isFence) isFenced = !isFenced;
    if (isFence || line.end - line.start > longestLine) {
      from = line.end;
      continue;
    }
    const { start, end } = stretchAt(hit.index, nameAround, text);
    from = end;
    const written = end - start > longestName ? undefined : namedBy(text.slice(start, end));
    if (!written) continue;
    const at = start + written.at;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + written.name.length);
    found.push({
      name: written.name,
      offset: at,
      isCode: isFenced || after === '(' || isMarked(text.slice(line.start, line.end), at - line.start, marks),
      isTarget: (before === '(' && text.charAt(at - 2) === ']') || (before === '<' && after === '>'),
    });
  }
}

/** What an expression finds to both sides of an offset, where the part before it is its group. */
function stretchAt(offset: number, around: RegExp, text: string): Span {
  around.lastIndex = offset;
  const [after = '', before = ''] = around.exec(text) ?? [];
  return { start: offset - before.length, end: offset + after.length };
}

/** A name without what only stands beside it: sentence marks, a line and column. */
function namedBy(written: string): { readonly name: string; readonly at: number } | undefined {
  if (!isTelling.test(written)) return undefined;
  const lead = /^[:+%$]*/.exec(written)?.[0].length ?? 0;
  let end = written.length;
  while (end > lead && '.:+-'.includes(written.charAt(end - 1))) end--;
  const bare = written.slice(lead, end).replace(/:\d{1,7}(?::\d{1,5})?$/, '');
  return bare.length < 3 || !/\p{L}/u.test(bare) ? undefined : { name: bare, at: lead };
}

/** Whether an offset of a line is between two marks of code: one open before it, and one to come. */
function isMarked(line: string, at: number, marks: string): boolean {
  for (const mark of marks) {
    let count = 0;
    for (let from = line.indexOf(mark); from >= 0 && from < at; from = line.indexOf(mark, from + 1)) {
      // Two marks are one where the form doubles them.
      if (line.charAt(from + 1) === mark) from++;
      count++;
    }
    if (count % 2 === 1 && line.indexOf(mark, at) >= 0) return true;
  }
  return false;
}
