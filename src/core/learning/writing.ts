import { readSpans } from '../citations/commentSpans';
import type { Language } from '../citations/languages';
import type { Block, Outline } from '../reviews/outline';
import { rawText } from '../reviews/outline';
import { readOutline } from '../reviews/readOutline';
import { linkSpan } from '../text/linkSpan';
import { plainText } from '../text/plainText';
import type { Span } from '../text/span';
import { textLines } from '../text/textLine';

/** What somebody is writing, as plain text, from near to far. */
export interface Writing {
  /** The paragraph, item, row, label or comment. */
  readonly paragraph: string;
  /** The section in which it stands. */
  readonly section: string;
  /** The headings above it, that of the document included. */
  readonly headings: string;
}

/** A citation in the text, and the reviews that it names. */
export interface NamedPlace extends Span {
  readonly reviews?: readonly { readonly title: string }[];
}

/** Of longer texts only the surroundings are looked at, in UTF-16 units. */
const around = 100_000;
const longestParagraph = 4000;
const longestSection = 12_000;
const longestTitle = 200;

const formats: Readonly<Record<string, 'markdown' | 'asciidoc' | 'rst' | 'org'>> = {
  markdown: 'markdown',
  asciidoc: 'asciidoc',
  restructuredtext: 'rst',
  org: 'org',
};

/**
 * What is being written at an offset: in prose the paragraph and its section, in a diagram its labels and comments, in code the comment.
 * Citations and addresses are left out, with the link around them, the title behind them and the quotation above them: they name a review
 * and do not resemble it. Nothing in code outside of comments, and where there are no words.
 */
export function writingAt(
  text: string,
  offset: number,
  language: Language,
  citations: readonly NamedPlace[],
): Writing | undefined {
  const start = offset > around ? text.indexOf('\n', offset - around) + 1 : 0;
  const piece = blanked(text.slice(start, offset + around), start, citations);
  const at = offset - start;
  const writing = language.isProse ? inProse(piece, at, language) : inComments(piece, at, language);
  return writing && /[\p{L}\p{N}]/u.test(`${writing.paragraph}${writing.section}`) ? writing : undefined;
}

function blanked(text: string, start: number, citations: readonly NamedPlace[]): string {
  let plain = '';
  let at = 0;
  for (const each of citations) {
    const place = { start: each.start - start, end: each.end - start };
    if (place.start < 0 || place.end > text.length) continue;
    const named = citedSpan(text, place, each.reviews ?? []);
    const from = Math.max(at, named.start);
    if (named.end <= from) continue;
    plain += text.slice(at, from) + text.slice(from, named.end).replace(/[^\r\n]/g, ' ');
    at = named.end;
  }
  return (plain + text.slice(at)).replace(/\bhttps?:\/\/[^\s()<>[\]]+/g, (address) => ' '.repeat(address.length));
}

/** All that was written to cite: link, title, and in Markdown the quotation whose source it is. */
function citedSpan(text: string, place: Span, reviews: NonNullable<NamedPlace['reviews']>): Span {
  const link = linkSpan(text, place);
  const behind = text.slice(link.end, link.end + longestTitle);
  const apart = /^[\s:,–—"“(-]*/.exec(behind)?.[0].length ?? 0;
  const told = behind.slice(apart).toLowerCase();
  const title = reviews.find((review) => review.title !== '' && told.startsWith(review.title.toLowerCase()))?.title;
  return {
    start: quotationStart(text, link.start),
    end: title === undefined ? link.end : link.end + apart + title.length,
  };
}

/** Where the quotation begins whose last line gives its source, `> — [INC-7](…)`; the place of the citation in any other line. */
function quotationStart(text: string, at: number): number {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  if (!/^ {0,3}> ?[—–-]{1,2} *$/.test(text.slice(start, at))) return at;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^ {0,3}>/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

function inProse(text: string, offset: number, language: Language): Writing {
  const outline = readOutline(textLines(text), formats[language.id] ?? 'plain');
  const { blocks } = outline;
  const next = blocks.findIndex(({ start }) => start > offset);
  const last = (next < 0 ? blocks.length : next) - 1;
  const above = blocks.slice(0, last + 1);
  const first = above.findLastIndex(({ kind }) => kind === 'heading');
  const end = blocks.findIndex(({ kind }, at) => at > first && kind === 'heading');
  const section = blocks.slice(first + 1, end < 0 ? undefined : end);
  // Between two paragraphs, the one before is being written.
  const paragraph = section.findLast((block) => block.start <= offset) ?? section[0];
  return {
    paragraph: paragraph ? wordsOf(paragraph, outline).slice(0, longestParagraph) : '',
    section: section
      .map((block) => wordsOf(block, outline))
      .join('\n')
      .slice(0, longestSection),
    headings: headingsAbove(above, outline),
  };
}

function headingsAbove(blocks: readonly Block[], { markup }: Outline): string {
  const headings: string[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (const block of blocks.toReversed()) {
    if (block.kind !== 'heading' || block.level >= level) continue;
    level = block.level;
    headings.unshift(plainText(block.text, markup));
  }
  return headings.join('\n');
}

function wordsOf(block: Block, { markup }: Outline): string {
  switch (block.kind) {
    case 'heading':
      return plainText(block.text, markup);
    case 'row':
      return block.cells.map((cell) => plainText(cell, markup)).join(' ');
    case 'code':
      return block.lines.map(({ text }) => text).join('\n');
    default:
      return plainText(rawText(block), markup);
  }
}

function inComments(text: string, offset: number, language: Language): Writing | undefined {
  const spans = readSpans(text, language).filter(({ kind }) => kind !== 'string');
  const groups = grouped(text, spans);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const here =
    groups.find(({ start, end }) => start <= offset && offset <= end) ??
    groups.find(({ start, end }) => end >= lineStart && (lineEnd < 0 || start <= lineEnd));
  if (!here && !language.isDiagram) return undefined;
  const words = ({ start, end }: Span) => text.slice(start, end);
  return {
    paragraph: here ? words(here).slice(0, longestParagraph) : '',
    section: language.isDiagram ? spans.map(words).join('\n').slice(0, longestSection) : '',
    headings: '',
  };
}

/** Comments with nothing but white space between them are one. */
function grouped(text: string, spans: readonly Span[]): readonly Span[] {
  const groups: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const before = groups.at(-1);
    if (before && /^\s*$/.test(text.slice(before.end, start))) before.end = end;
    else groups.push({ start, end });
  }
  return groups;
}
