import type { Span } from '../text/span';
import { passagesOf } from './passagesOf';
import type { Passages } from './readPassages';
import type { ReviewDocument, Section } from './review';
import { textStart } from './searchTextStart';
import { readSurroundings, sectionAt } from './sectionsAround';

/** A text, and how it is divided. */
export interface DividedText extends Pick<ReviewDocument, 'text' | 'format'> {
  readonly passages: Passages;
}

/** A piece of a text that is sought and found as one. */
export interface TextChunk extends Span {
  /** The section in which it stands; nothing before the first heading. */
  readonly section?: Section;
  readonly isTranscript: boolean;
  /** Whether the names of the review are sought with it. */
  readonly isFirst: boolean;
}

/** A piece of a review. */
export interface SearchChunk extends TextChunk {
  readonly review: ReviewDocument;
}

/** About a screenful: short enough that the words found in one belong together. */
const longestChunk = 1600;

/** What headings call those who were present: attendees, participants, in the languages that headings are known in. */
const presence =
  /attend|particip|involved|responder|incident team|présents|teilnehmer|teilnahme|beteiligte|参加者|出席者|参与者|参会|참석자|참가자/i;

/** The pieces of a review in order, as {@link textChunks} divides its text. */
export function searchChunks(review: ReviewDocument): readonly SearchChunk[] {
  return textChunks(dividedText(review)).map((chunk) => ({ ...chunk, review }));
}

/** The text of a review, asked for once: that of some has to be read. */
export function dividedText(review: ReviewDocument): DividedText {
  const { text, format } = review;
  return { text, format, passages: passagesOf(review) };
}

/** The pieces of a text in order: a section each, long ones in several; without excluded headings and lists of those who were present. */
export function textChunks({ text, format, passages }: DividedText): readonly TextChunk[] {
  const chunks: TextChunk[] = [];
  const add = (from: number, to: number, isTranscript: boolean, section?: Section) => {
    for (const { start, end } of pieces(text, from, to)) {
      const isFirst = chunks.length === 0;
      chunks.push(section ? { start, end, isTranscript, isFirst, section } : { start, end, isTranscript, isFirst });
    }
  };
  const { sections } = passages;
  add(textStart({ text, format, sections }).offset, sections[0]?.start ?? text.length, false);
  for (const [section, { around, spokenFrom }] of readSurroundings(passages)) {
    if (around.some(({ kind }) => kind === 'excluded') || isListOfPresent(section)) continue;
    const isSpoken = around.some(({ kind }) => kind === 'transcript');
    const from = isSpoken ? section.bodyStart : (spokenFrom ?? section.end);
    add(section.bodyStart, from, false, section);
    add(from, section.end, true, section);
  }
  if (chunks[0]) return chunks;
  return [{ start: 0, end: 0, isTranscript: false, isFirst: true }];
}

/** The piece that stands at a place of a review; reads its story, to know in which section that is. */
export function chunkAt(
  review: ReviewDocument,
  place: Span & Pick<SearchChunk, 'isFirst' | 'isTranscript'>,
): SearchChunk {
  const { start, end, isFirst, isTranscript } = place;
  const section = end > start ? sectionAt(review, start) : undefined;
  return { review, start, end, isTranscript, isFirst, ...(section ? { section } : {}) };
}

/**
 * Whether a section only lists who was there. Sections about people who can tell more are sought like any other: what they know is the way
 * to them.
 */
function isListOfPresent({ kind, heading }: Section): boolean {
  return kind === 'people' && presence.test(heading);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    // Most begin with the end of a line, and a letter soon comes.
    if (unit !== 32 && (unit < 9 || unit > 13)) return unit > 127 && text.slice(at, end).trim() === '';
  }
  return true;
}

/** Cuts a stretch at ends of lines, or anywhere in lines that are too long; blank pieces are left out. */
function* pieces(text: string, start: number, end: number): Iterable<Span> {
  let from = start;
  while (from < end) {
    const limit = Math.min(end, from + longestChunk);
    const lineEnd = limit === end ? end : text.lastIndexOf('\n', limit - 1) + 1;
    const to = lineEnd > from ? lineEnd : limit;
    if (!isBlank(text, from, to)) yield { start: from, end: to };
    from = to;
  }
}
