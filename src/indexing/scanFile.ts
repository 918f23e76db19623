import { hasCompressedPages, mayHaveCompressedPages } from '../core/citations/compressedPages';
import type { MatchIn } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import type { ReviewDocument } from '../core/reviews/review';
import { isHiddenAt } from '../core/reviews/sectionsAround';
import { citationsInText, mostCitations, type ScannedCitation } from './citationsInText';
import type { FileStat, FileSystem } from './fileSystem';
import type { Pace } from './pace';
import { type FileToRead, withText } from './withText';

/** What looking through files takes. */
export interface Scanner {
  readonly languages: Languages;
  readonly known: KnownIds;
  /** Where citations count in a language; nothing for a language that is not known. */
  readonly matchIn: (languageId: string | undefined) => MatchIn;
  readonly pace: Pace;
}

/** What was found in a file. */
export interface FileScan {
  /** In order. */
  readonly citations: readonly ScannedCitation[];
  /** Why the file, or the rest of it, was left alone, in words for people. */
  readonly skipped?: string;
}

const compressedPages =
  'some of its pages are compressed: save it uncompressed (draw.io: File, Properties) to have them searched';

const nothing: FileScan = { citations: [] };

/**
 * Looks through one file for citations. Binary and huge files and what cannot be read are left alone and say why; a file that is not
 * there holds nothing. What stands under an excluded heading of a review is not told.
 *
 * With `mayConcern`, a text that it refuses is not looked through: the answer is `unconcerned`. `onStat` is told how the file looked, where it is
 * read at once; where nothing is found in such a file, which is so with most, the answer is there at once.
 */
export function scanFile(
  fileSystem: FileSystem,
  file: FileToRead,
  scanner: Scanner,
  mayConcern?: (text: string) => boolean,
  onStat?: (stat: FileStat) => void,
): FileScan | 'unconcerned' | Promise<FileScan | 'unconcerned'> {
  const { known } = scanner;
  return withText<FileScan | 'unconcerned'>(fileSystem, file, {
    visit: (text) => (mayConcern && !mayConcern(text) ? 'unconcerned' : scanText(file, text, scanner)),
    left: (skipped) => (skipped === undefined ? nothing : { citations: [], skipped }),
    ...(!mayHaveCompressedPages(file.path) && {
      mayConcern: (latin1) => known.mayOccurInBytes(latin1),
      ...(known.byteNeedles && { needles: known.byteNeedles }),
    }),
    ...(onStat && { onStat }),
  });
}

/** Looks through the text of a file for citations; what stands under an excluded heading of a review is not told. */
export async function scanText({ path, place }: FileToRead, text: string, scanner: Scanner): Promise<FileScan> {
  const unread = hasCompressedPages(path, text) ? { skipped: compressedPages } : {};
  if (!scanner.known.mayOccurIn(text)) return { ...nothing, ...unread };
  const all = await citationsInText(text, { path, key: place }, scanner);
  const citations = withoutHidden(all, scanner.known.library.in(place));
  if (all.length < mostCitations) return { citations, ...unread };
  return { citations, skipped: `only its first ${mostCitations} citations are told` };
}

/** Citations of a file without those under a heading of its reviews that is shown in the source only. */
export function withoutHidden(
  citations: readonly ScannedCitation[],
  reviews: readonly ReviewDocument[],
): readonly ScannedCitation[] {
  if (reviews.length === 0) return citations;
  return citations.filter(({ found }) => !reviews.some((review) => isHiddenAt(review, found.start)));
}
