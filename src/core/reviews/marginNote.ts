import type { Library } from './library';
import type { ReviewDocument } from './review';

/** A question that a reader wrote beside a passage of a review: private, for a conversation with somebody who can tell more. */
export interface MarginNote {
  /** Tells the notes of a reader apart; never given twice. */
  readonly number: number;
  /** The review as it was when the question was asked, so that a note is worth something when the review is gone. */
  readonly review: { readonly key: string; readonly id: string; readonly title: string };
  /** The heading or moment that it stands under, as one cites it. */
  readonly passage?: string;
  /** The words that it was asked about, on one line. */
  readonly words: string;
  /** 1-based line of the file in which they stood then. */
  readonly line: number;
  /** One line or more, as it was typed. */
  readonly question: string;
}

/** The notes in what was kept; what is none is left out. */
export function readMarginNotes(kept: unknown): readonly MarginNote[] {
  return Array.isArray(kept) ? kept.flatMap((each) => readNote(each) ?? []) : [];
}

/** The review that a note is about, also where its file has another name now; nothing where it is gone, or two claim its id. */
export function reviewOfNote({ review: { key, id } }: MarginNote, library: Library): ReviewDocument | undefined {
  const there = library.in(key).find((each) => each.id === id);
  const [only, ...others] = library.get(id);
  return there ?? (others.length === 0 ? only : undefined);
}

function readNote(kept: unknown): MarginNote | undefined {
  if (!isRecord(kept) || !isRecord(kept.review)) return undefined;
  const { number, passage, words, line, question } = kept;
  const { key, id, title } = kept.review;
  if (typeof key !== 'string' || typeof id !== 'string' || typeof title !== 'string') return undefined;
  if (typeof number !== 'number' || typeof line !== 'number') return undefined;
  if (typeof words !== 'string' || typeof question !== 'string') return undefined;
  const named = typeof passage === 'string' ? { passage } : {};
  return { number, review: { key, id, title }, ...named, words, line, question };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
