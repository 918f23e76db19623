import type { Markup } from '../text/markup';
import { plainText } from '../text/plainText';
import { type TextLine, textLines } from '../text/textLine';
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
  const lines = withoutDiagrams(textLines(text)).map((line) => withoutLineMarks(line.text.trim()));
  return plainText(lines.filter((line) => line !== '').join(' \n'), markups[format]);
}

/**
 * The blocks of a piece of a document, each as plain text on one line: paragraphs, items of lists, rows of tables, and lines that begin
 * with a time or a date. What is no text is left out, as in `quotedText`.
 */
export function quotedBlocks(text: string, format: DocumentFormat): readonly string[] {
  const blocks: string[][] = [];
  let isOpen = false;
  for (const { text: line } of withoutDiagrams(textLines(text))) {
    const trimmed = line.trim();
    const said = withoutLineMarks(trimmed);
    if (said === '') {
      isOpen = false;
      continue;
    }
    const begins =
      said.length < trimmed.length - (trimmed.startsWith('>') ? 2 : 0) || /^\[?\d{1,4}[-:.]\d\d\b/.test(said);
    const block = isOpen && !begins ? blocks.at(-1) : undefined;
    if (block) block.push(said);
    else blocks.push([said]);
    isOpen = true;
  }
  return blocks.map((lines) => plainText(lines.join(' \n'), markups[format])).filter((block) => block !== '');
}

const diagram = /^(?:`{3,}|~{3,})[ {]*(?:mermaid|plantuml|puml|dot|graphviz|d2|ditaa)\b/i;

/** Without fences that hold a drawing, which is no text to read. */
function withoutDiagrams(lines: readonly TextLine[]): TextLine[] {
  let fence: string | undefined;
  return lines.filter(({ text }) => {
    const trimmed = text.trim();
    if (fence === undefined) {
      if (diagram.test(trimmed)) fence = trimmed.slice(0, 3);
      return fence === undefined;
    }
    if (trimmed.startsWith(fence)) fence = undefined;
    return false;
  });
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
