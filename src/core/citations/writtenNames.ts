import type { DocumentFormat } from '../reviews/review';
import { linesOf } from './lines';

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

/** What names are made of: letters, figures, and what joins them in paths and modules. */
const name = /[\w.\-/\\:@$+%\u00c0-\u1fff\u3040-\ud7ff]+/g;

/** What tells a name from the words around it: a joint, or a hump. */
const isTelling = /[/\\_]|[\p{L}\d](?:\.|::)[\p{L}\d]|[a-z\d][A-Z]/u;

const fence = /^\s{0,3}(?:```|~~~|-{4}\s*$|\.{4}\s*$)/;

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
  const hasFences = format === 'markdown' || format === 'asciidoc';
  let isFenced = false;
  for (const line of linesOf(text)) {
    if (hasFences && fence.test(line.text)) {
      isFenced = !isFenced;
      continue;
    }
    if (line.text.length > longestLine) continue;
    for (const match of line.text.matchAll(name)) {
      if (match[0].length < 3 || match[0].length > longestName || !isTelling.test(match[0])) continue;
      const written = namedBy(match[0], match.index);
      if (!written) continue;
      const before = line.text.charAt(written.at - 1);
      const after = line.text.charAt(written.at + written.name.length);
      found.push({
        name: written.name,
        offset: line.start + written.at,
        isCode: isFenced || after === '(' || isMarked(line.text, written.at, marks),
        isTarget: (before === '(' && line.text.charAt(written.at - 2) === ']') || (before === '<' && after === '>'),
      });
      if (found.length === mostNames) return found;
    }
  }
  return found;
}

/** A name without what only stands beside it: sentence marks, a line and column. */
function namedBy(written: string, at: number): { readonly name: string; readonly at: number } | undefined {
  const lead = /^[:+%$]*/.exec(written)?.[0].length ?? 0;
  let end = written.length;
  while (end > lead && '.:+-'.includes(written.charAt(end - 1))) end--;
  const bare = written.slice(lead, end).replace(/:\d{1,7}(?::\d{1,5})?$/, '');
  return bare.length < 3 || !/\p{L}/u.test(bare) ? undefined : { name: bare, at: at + lead };
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
