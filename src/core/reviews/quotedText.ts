import type { Markup } from '../text/markup';
import { plainText } from '../text/plainText';
import { textLines } from '../text/textLine';
import type { DocumentFormat } from './review';

const markups: Readonly<Record<DocumentFormat, Markup>> = {
  markdown: 'markdown',
  asciidoc: 'asciidoc',
  rst: 'rst',
  org: 'org',
  plain: 'none',
  yaml: 'none',
  json: 'none',
};

/**
 * A piece of a document as plain text on one line: without marks of lists, quotes, tables and emphasis, and with links reduced to
 * their words. Good enough to quote from; whoever needs the document itself reads the source.
 */
export function quotedText(text: string, format: DocumentFormat): string {
  const lines = textLines(text).map((line) => withoutLineMarks(line.text.trim()));
  return plainText(lines.filter((line) => line !== '').join(' \n'), markups[format]);
}

/** Lines that only draw or instruct: rules, fences, separators of tables, directives, delimiters and attributes of blocks. */
function drawsOnly(line: string): boolean {
  if (/^[-=*_~^+|: .`#]+$/.test(line)) return true;
  return /^(?:```|~~~|\.\. |:::|#\+|:[\w-]+:|image::|include::|<!--|\[[\w=,."#%-]*\]$)/i.test(line);
}

function withoutLineMarks(line: string): string {
  if (drawsOnly(line)) return '';
  let start = 0;
  while (line.charAt(start) === '>' || line.charAt(start) === ' ') start++;
  const rest = line
    .slice(start)
    .replace(/^(?:#{1,6}|={1,6}|\*{1,6}|[-+•]|\d{1,3}[.)]) /, '')
    .replace(/^\[[ xX]\] /, '');
  if (!rest.startsWith('|')) return rest;
  const cells = rest.split('|').map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '').join(' · ');
}
