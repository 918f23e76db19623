import { type Story, storyFields } from './readStory';
import type { ReviewDocument } from './review';

/** What is known of a review whose text is not at hand. */
export type KnownFacts = Omit<ReviewDocument, keyof Story | 'text'>;

/** What is read when somebody asks for it. */
export type TextAndStory = Story & Pick<ReviewDocument, 'text'>;

/** Where the texts of reviews are. A place, and the number of a review there, are what the store itself gave out. */
export interface ReviewStore<Place> {
  read(place: Place, at: number): TextAndStory;
  readText(place: Place, at: number): string;
}

/**
 * A review of which only the facts are kept: text and story are read when somebody first asks for the story, and kept from then on.
 * Who asks for the text alone has it read each time, and nothing is kept: a search through all texts must not fill the memory.
 *
 * Like any review it is a record: all fields are its own, so that copies and JSON hold them.
 */
export function storedReview<Place>(
  facts: KnownFacts,
  store: ReviewStore<Place>,
  place: Place,
  at: number,
): ReviewDocument {
  // The fields that are read later are defined rather than declared, which the compiler does not see.
  return new StoredReview(facts, store, place, at) as unknown as ReviewDocument;
}

/** Whether a review is one of {@link storedReview}: as its file was when it was read, not as somebody is writing it. */
export function isStored(review: ReviewDocument): boolean {
  return review instanceof StoredReview;
}

/** What the file of a stored review holds now, of which nothing is kept; nothing where its story was read before, and for other reviews. */
export function readAgain(review: ReviewDocument): TextAndStory | undefined {
  return review instanceof StoredReview ? StoredReview.readAgain(review) : undefined;
}

class StoredReview<Place = unknown> {
  readonly #store: ReviewStore<Place>;
  readonly #place: Place;
  readonly #at: number;
  #told: TextAndStory | undefined;

  constructor(facts: KnownFacts, store: ReviewStore<Place>, place: Place, at: number) {
    this.#store = store;
    this.#place = place;
    this.#at = at;
    Object.assign(this, facts);
    for (const [name, property] of laterProperties) Object.defineProperty(this, name, property);
  }

  static toldOf(review: StoredReview): TextAndStory {
    review.#told ??= review.#store.read(review.#place, review.#at);
    return review.#told;
  }

  static readAgain(review: StoredReview): TextAndStory | undefined {
    return review.#told ? undefined : review.#store.read(review.#place, review.#at);
  }

  /** The text to which the story belongs, where that was read; else the text as it is now. */
  static textOf(review: StoredReview): string {
    return review.#told ? review.#told.text : review.#store.readText(review.#place, review.#at);
  }
}

/** One property for all reviews, so that they share one shape. */
const laterProperties: readonly [string, PropertyDescriptor][] = [
  [
    'text',
    {
      enumerable: true,
      get(this: StoredReview) {
        return StoredReview.textOf(this);
      },
    },
  ],
  ...storyFields.map((name): [string, PropertyDescriptor] => [
    name,
    {
      enumerable: true,
      get(this: StoredReview) {
        return StoredReview.toldOf(this)[name];
      },
    },
  ]),
];
