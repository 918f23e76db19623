import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import type { FoundCitation } from './citation';
import type { FindOptions, MatchIn } from './findCitations';
import type { KnownIds } from './knownIds';
import { type Language, Languages } from './languages';
import { nearestReviews } from './nearestReviews';

/** What a document is to the library: a review itself, or one that may cite reviews. */
export class DocumentRole {
  readonly path: string | undefined;
  readonly matchIn: MatchIn;
  /** The reviews read from this document. */
  readonly reviews: readonly ReviewDocument[];

  readonly #key: string | undefined;
  readonly #library: Library;

  constructor(known: KnownIds, { matchIn, path, key }: FindOptions) {
    this.path = path;
    this.#key = key;
    this.#library = known.library;
    this.matchIn = matchIn;
    const read = key === undefined ? [] : known.library.in(key);
    this.reviews = read.length > 0 || path === undefined ? read : known.reviewsAt(path);
  }

  get isReview(): boolean {
    return this.reviews.length > 0;
  }

  /** Of the reviews that a name means, those that it means in this document: {@link nearestReviews}. */
  nearest(reviews: readonly ReviewDocument[]): readonly ReviewDocument[] {
    return nearestReviews(reviews, this.#key, this.#library);
  }

  /** The language to scan by: a review in a form we do not know is plain text. */
  language(told: Language | undefined): Language | undefined {
    return told ?? (this.isReview ? Languages.builtIn.find({ languageId: 'plaintext' }) : undefined);
  }

  /**
   * Whether a citation is only a review naming itself. In a file of several reviews, one may cite another; where two files claim an id,
   * each means itself by it.
   */
  isOwn(citation: FoundCitation): boolean {
    if (!this.isReview) return false;
    const own =
      this.reviews.length === 1 ? this.reviews : this.reviews.filter((review) => holds(review, citation.start));
    return citation.reviews.some((cited) => own.includes(cited));
  }
}

/** Whether an offset of its file lies in a review; yes where it does not say where it stands. */
function holds({ sections, startsAt, text }: ReviewDocument, offset: number): boolean {
  if (startsAt) return startsAt.offset <= offset && offset <= startsAt.offset + text.length;
  if (sections.length === 0) return true;
  const start = Math.min(...sections.map((section) => section.start));
  const end = Math.max(...sections.map((section) => section.end));
  return start <= offset && offset <= end;
}
