import { quotedText } from '../reviews/quotedText';
import type { ReviewDocument, SectionKind } from '../reviews/review';
import { type DividedText, dividedText } from '../reviews/searchChunks';
import { textStart } from '../reviews/searchTextStart';
import { readSurroundings } from '../reviews/sectionsAround';
import type { Span } from '../text/span';
import { type TextLine, textLines } from '../text/textLine';

/** A sentence of a review. Offsets are into its text, marks included. */
export interface ReviewSentence extends Span {
  /** Plain text on one line, as long as it is. */
  readonly text: string;
  /** 1-based line on which it begins. */
  readonly line: number;
  /** Of the section in which it stands; `other` before the first heading. */
  readonly kind: SectionKind;
}

/** Sections in which nobody tells what happened, and those that stay where they are. */
const notNarrative = new Set<SectionKind>(['excluded', 'people', 'followUps', 'transcript']);

/**
 * The sentences in which a review tells what happened, in order: items of lists, rows of tables and paragraphs, cut where a sentence
 * ends. Without headings, quotes, code and remarks to authors; without follow-ups, lists of people, transcripts and what is excluded.
 */
export function reviewSentences(review: ReviewDocument): readonly ReviewSentence[] {
  return sentencesOfText(dividedText(review));
}

/** The sentences of a text, as {@link reviewSentences} tells them. */
export function sentencesOfText(divided: DividedText): readonly ReviewSentence[] {
  const { text, format, passages } = divided;
  const { sections } = passages;
  const { offset, line: firstLine } = textStart({ text, format, sections });
  const before = { start: offset, end: sections[0]?.start ?? text.length, line: firstLine, kind: 'other' as const };
  return [before, ...narratives(divided)].flatMap(({ start, end, line, kind }) =>
    blocksOf(text.slice(0, end), start, line).flatMap((block) => sentencesOf(divided, block, kind)),
  );
}

function* narratives({ text, passages }: DividedText): Iterable<Span & { line: number; kind: SectionKind }> {
  for (const [section, { around, spokenFrom }] of readSurroundings(passages)) {
    if (around.some(({ kind }) => notNarrative.has(kind))) continue;
    const line = section.line + breaksIn(text, section.start, section.bodyStart);
    yield { start: section.bodyStart, end: spokenFrom ?? section.end, line, kind: section.kind };
  }
}

/** Lines that belong together: a paragraph, an item of a list, a row of a table. */
type Block = readonly TextLine[];

function blocksOf(text: string, start: number, firstLine: number): Block[] {
  const blocks: TextLine[][] = [];
  let open: TextLine[] | undefined;
  let fence: string | undefined;
  for (const line of textLines(text, start, firstLine)) {
    const trimmed = line.text.trim();
    const mark = /^(?:`{3,}|~{3,}|-{4,}$|\.{4,}$)/.exec(trimmed)?.[0];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
    } else if (mark !== undefined && !(mark.startsWith('-') && open)) {
      fence = /^[`~]/.test(mark) ? mark.slice(0, 3) : undefined;
      open = undefined;
    } else if (trimmed === '' || /^(?:>|<!--|#{1,6} |={1,6} )/.test(trimmed)) {
      open = undefined;
    } else if (!open || /^(?:[-*+•|] ?|\d{1,3}[.)] )/.test(trimmed)) {
      open = [line];
      blocks.push(open);
    } else {
      open.push(line);
    }
  }
  return blocks;
}

function sentencesOf({ text: all, format }: DividedText, block: Block, kind: SectionKind): ReviewSentence[] {
  const first = block[0];
  const last = block.at(-1);
  if (!first || !last) return [];
  const raw = all.slice(first.start, last.start + last.text.length);
  const sentences: ReviewSentence[] = [];
  let line = first.line;
  let counted = 0;
  for (const { start, end } of cutsOf(raw)) {
    line += breaksIn(raw, counted, start);
    counted = start;
    const text = quotedText(raw.slice(start, end), format);
    if (text !== '') sentences.push({ text, start: first.start + start, end: first.start + end, line, kind });
  }
  return sentences;
}

/** Ends of sentences: a full stop and the like before a blank and a capital, or one that needs no blank; in tables also a bar. */
function cutsOf(raw: string): Span[] {
  const ends = raw.trimStart().startsWith('|')
    ? /\||[.!?]["')\]*_]?\s+(?=["'(*_[`]?\p{Lu})|[。！？]/gu
    : /[.!?]["')\]*_]?\s+(?=["'(*_[`]?\p{Lu})|[。！？]/gu;
  const cuts: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of raw.matchAll(ends)) {
    if (/(?:\be\.g|\bi\.e|\betc|\bvs|\bca|\bNo|\bapprox|\b[A-Z])$/.test(raw.slice(Math.max(0, index - 8), index)))
      continue;
    cuts.push({ start, end: mark === '|' ? index : index + mark.trimEnd().length });
    start = index + mark.length;
  }
  cuts.push({ start, end: raw.length });
  return cuts
    .map((cut) => ({ start: cut.start + leading(raw, cut), end: cut.end }))
    .filter(({ start: from, end }) => from < end);
}

function leading(raw: string, { start, end }: Span): number {
  const piece = raw.slice(start, end);
  return piece.length - piece.trimStart().length;
}

function breaksIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}
