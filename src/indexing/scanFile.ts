import type { MatchIn } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import type { ReviewDocument } from '../core/reviews/review';
import { isExcluded, sectionAt } from '../core/reviews/sectionsAround';
import { citationsInText, mostCitations, type ScannedCitation } from './citationsInText';
import { decodeText } from './decodeText';
import type { FileSystem } from './fileSystem';
import type { Pace } from './pace';
import { codeOf, readPatiently } from './readDocument';

/** A file to look through. `path` is relative to the root, `/` separators. */
export interface FileToScan {
  readonly place: string;
  readonly path: string;
  /** In bytes, where it is known. */
  readonly size?: number;
}

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

/** Files larger than this are not looked at, in bytes: nobody wrote them. */
const largest = 2 * 1024 * 1024;

const nothing: FileScan = { citations: [] };

/**
 * Looks through one file for citations. Binary and huge files and what cannot be read are left alone and say why; a file that is not
 * there holds nothing. What stands under an excluded heading of a review is not told.
 *
 * With `mayConcern`, a text that it refuses is not looked through: the answer is `unconcerned`.
 */
export async function scanFile(
  fileSystem: FileSystem,
  file: FileToScan,
  scanner: Scanner,
  mayConcern?: (text: string) => boolean,
): Promise<FileScan | 'unconcerned'> {
  try {
    const size = file.size ?? (await fileSystem.stat(file.place))?.size ?? 0;
    if (size > largest) return { citations: [], skipped: 'larger than 2 MB' };
    const text = textOf(await readPatiently(fileSystem, file.place, largest));
    if (text === undefined) return { citations: [], skipped: 'not text' };
    if (mayConcern && !mayConcern(text)) return 'unconcerned';
    return await scanText(file, text, scanner);
  } catch (error) {
    const code = codeOf(error);
    // Deleted while we looked.
    if (code === 'ENOENT') return nothing;
    if (code !== undefined) return { citations: [], skipped: `it cannot be read (${code})` };
    const what = error instanceof Error ? error.message : String(error);
    return { citations: [], skipped: `Precedent failed on it (${what}), which is a bug` };
  }
}

async function scanText({ path, place }: FileToScan, text: string, scanner: Scanner): Promise<FileScan> {
  if (!scanner.known.mayOccurIn(text)) return nothing;
  const all = await citationsInText(text, { path, key: place }, scanner);
  const citations = withoutHidden(all, scanner.known.library.in(place));
  if (all.length < mostCitations) return { citations };
  return { citations, skipped: `only its first ${mostCitations} citations are told` };
}

/** Citations of a file without those under a heading of its reviews that is shown in the source only. */
export function withoutHidden(
  citations: readonly ScannedCitation[],
  reviews: readonly ReviewDocument[],
): readonly ScannedCitation[] {
  if (reviews.length === 0) return citations;
  return citations.filter(({ found }) => !reviews.some((review) => isHidden(review, found.start)));
}

function isHidden(review: ReviewDocument, offset: number): boolean {
  const section = sectionAt(review, offset - (review.startsAt?.offset ?? 0));
  return section !== undefined && isExcluded(review, section);
}

/** As the editor reads it: bytes that are no UTF-8 are shown as such, and cite nothing. */
function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') return new TextDecoder().decode(bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}
