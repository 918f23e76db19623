import { textLines } from '../text/textLine';
import { asText } from './fields';
import { readFileName } from './fileName';
import { readFrontMatter } from './frontMatter';
import type { FileReading } from './library';
import type { LibraryRules } from './libraryRules';
import { makeReview } from './makeReview';
import { readOutline } from './readOutline';
import type { ReviewDocument } from './review';

/** A file that may be a review, with its text. */
export interface ReviewFile {
  readonly key: string;
  /** Key of the source it belongs to. */
  readonly source: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** Relative to the source, `/` separators. */
  readonly pathInSource: string;
  /** Decoded; at most the first 256 kB of the file. */
  readonly text: string;
  /** Whether the file is longer than `text`. */
  readonly isTruncated: boolean;
  /**
   * Every file of the source, relative to it, so that materials and folder rules can be seen.
   * Hand over the same list for all files of a source: it is sorted once per list.
   */
  readonly neighbours: readonly string[];
}

/**
 * Reads the review in a file; several where the library says `split: heading`; or says why it is none.
 *
 * Never throws: whatever is wrong with the text becomes findings, and the rest is still read.
 */
export function readReviews(file: ReviewFile, rules: LibraryRules): FileReading {
  const name = readFileName(file.pathInSource);
  const reason = whyNoDocument(file.text, name.hasExtension);
  if (reason !== undefined) return omitted(file, reason);
  const format = name.format ?? 'markdown';
  const lines = textLines(file.text);
  const front = readFrontMatter(lines);
  if (asText(front.fields.get('kind')?.value)?.toLowerCase() === 'reading-path') return omitted(file, 'a reading path');
  const outline = readOutline(lines.slice(front.lineCount), format);
  const review = makeReview({ file, rules, name, format, front, outline, lines: lines.slice(front.lineCount) });
  return reviewsOf([review]);
}

function reviewsOf(reviews: readonly ReviewDocument[]): FileReading {
  return { kind: 'reviews', reviews };
}

function omitted(file: ReviewFile, reason: string): FileReading {
  return { kind: 'omitted', omission: { key: file.key, path: file.path, reason } };
}

/** Why a text is no document at all. Names without extension are looked at more closely. */
function whyNoDocument(text: string, hasExtension: boolean): string | undefined {
  if (text.trim() === '') return 'empty';
  if (text.slice(0, 4096).includes('\0')) return 'not text';
  if (!hasExtension && text.startsWith('#!')) return 'a script';
  return undefined;
}
