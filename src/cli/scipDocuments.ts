import { Languages } from '../core/citations/languages';
import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { textLines } from '../core/text/textLine';
import { card, cardSections } from '../core/wording/card';
import { cardMarkdown } from '../core/wording/cardMarkdown';
import { shortLine } from '../core/wording/shortLine';
import type { ScannedFile } from '../indexing/scanTree';
import { scipSymbol } from './scipSymbol';

/** A place in a file that means a review: 0-based line, start and end in UTF-16 units. */
export interface ScipOccurrence {
  readonly range: readonly [line: number, start: number, end: number];
  readonly symbol: string;
  readonly isDefinition: boolean;
}

/** A review as a code search shows it: its card is the documentation. */
export interface ScipReview {
  readonly symbol: string;
  readonly name: string;
  /** Markdown, at most 4 kB, with all text of the review escaped. */
  readonly documentation: string;
}

/** A file of an index. `path` is relative to the root, `/` separators. */
export interface ScipDocument {
  readonly path: string;
  readonly language: string;
  readonly occurrences: readonly ScipOccurrence[];
  readonly reviews: readonly ScipReview[];
}

/** An index as it is told, a piece at a time. */
export type ScipPiece =
  | { readonly document: ScipDocument }
  /** A review that is cited here and has its file in another repository. */
  | { readonly external: ScipReview };

/** What an index is made of. */
export interface ScipOptions {
  readonly library: Library;
  /** What the library is called in symbols. */
  readonly name: string;
  /** The path of a review's file in this repository; nothing where it lies in another one. */
  readonly pathOf: (review: ReviewDocument) => string | undefined;
}

/**
 * Makes the pieces of an index of what a scan tells: each review is a symbol, defined where its title stands, and referenced by each
 * citation. Files come in the order of the scan, then reviews that it did not come by, then those of other repositories.
 */
export async function* scipPieces(scan: AsyncIterable<ScannedFile>, options: ScipOptions): AsyncGenerator<ScipPiece> {
  const { library, name, pathOf } = options;
  const defined = new Map<string, ReviewDocument[]>();
  for (const review of library.reviews) {
    const path = pathOf(review);
    if (path !== undefined) defined.set(path, [...(defined.get(path) ?? []), review]);
  }
  const external = new Map<string, ReviewDocument>();
  for await (const scanned of scan) {
    if (!('citations' in scanned)) continue;
    const references = new Map<string, ScipOccurrence>();
    for (const { citation, found } of scanned.citations) {
      for (const review of found.reviews) {
        const symbol = scipSymbol(name, review.id);
        if (pathOf(review) === undefined && !external.has(symbol)) external.set(symbol, review);
        const range = [citation.line - 1, citation.column - 1, citation.endColumn - 1] as const;
        references.set(`${range.join(' ')} ${symbol}`, { range, symbol, isDefinition: false });
      }
    }
    const own = defined.get(scanned.path) ?? [];
    defined.delete(scanned.path);
    if (references.size + own.length > 0) yield { document: documentOf(scanned.path, own, references.values(), name) };
  }
  for (const [path, reviews] of defined) yield { document: documentOf(path, reviews, [], name) };
  for (const review of external.values()) yield { external: toScipReview(review, name) };
}

function documentOf(
  path: string,
  reviews: readonly ReviewDocument[],
  references: Iterable<ScipOccurrence>,
  name: string,
): ScipDocument {
  const definitions = reviews.map((review) => ({
    range: titlePlace(review),
    symbol: scipSymbol(name, review.id),
    isDefinition: true,
  }));
  const occurrences = [...definitions, ...references].sort(
    (a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1],
  );
  return {
    path,
    language: Languages.builtIn.find({ path, firstLine: '' })?.id ?? '',
    occurrences,
    reviews: reviews.map((review) => toScipReview(review, name)),
  };
}

/** The line on which the title of a review stands, without blanks around it; its first line where it has no title. */
function titlePlace({ text, origins, startsAt }: ReviewDocument): ScipOccurrence['range'] {
  const first = startsAt?.line ?? 1;
  const line = origins.title?.line ?? first;
  const words = textLines(text, 0, first)[line - first]?.text ?? '';
  const start = words.length - words.trimStart().length;
  return [line - 1, start, Math.max(start, words.trimEnd().length)];
}

const sections = cardSections.filter((section) => section !== 'image' && section !== 'citedBy');

function toScipReview(review: ReviewDocument, name: string): ScipReview {
  return {
    symbol: scipSymbol(name, review.id),
    name: shortLine(review.title === review.id ? review.id : `${review.id} · ${review.title}`, 200),
    documentation: cardMarkdown(card(review, { sections, citedBy: [] })),
  };
}
