import { type Story, storyFields } from './readStory';
import type { ReviewDocument } from './review';

type Facts = Omit<ReviewDocument, keyof Story | 'text'>;

/** What is known of a review whose text is not at hand, wherever it lies. */
export type StoredFacts = { readonly [Field in keyof Required<Facts>]: Facts[Field] };

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
 * The facts are asked for each time, wherever they lie: of thousands of reviews few are shown. So this is no record, and copies of it by `...` are
 * empty; JSON holds all of it.
 */
export function storedReview<Place>(
  facts: StoredFacts,
  store: ReviewStore<Place>,
  place: Place,
  at: number,
): ReviewDocument {
  // The fields are defined rather than declared, which the compiler does not see.
  return new StoredReview(facts, store, place, at) as unknown as ReviewDocument;
}

/** Whether a review is one of {@link storedReview}: as its file was when it was read, not as somebody is writing it. */
export function isStored(review: ReviewDocument): boolean {
  return review instanceof StoredReview;
}

/** Whether the story of a stored review was read, so that to ask for it costs nothing; nothing for other reviews. */
export function isStoredStoryRead(review: ReviewDocument): boolean | undefined {
  return review instanceof StoredReview ? StoredReview.isRead(review) : undefined;
}

/** Reads the file of a stored review without keeping anything of it; nothing where its story was read before, and for other reviews. */
export function readAgain(review: ReviewDocument): TextAndStory | undefined {
  return review instanceof StoredReview ? StoredReview.readAgain(review) : undefined;
}

class StoredReview<Place = unknown> {
  readonly #facts: StoredFacts;
  readonly #store: ReviewStore<Place>;
  readonly #place: Place;
  readonly #at: number;
  #told: TextAndStory | undefined;

  constructor(facts: StoredFacts, store: ReviewStore<Place>, place: Place, at: number) {
    this.#facts = facts;
    this.#store = store;
    this.#place = place;
    this.#at = at;
  }

  toJSON(): unknown {
    const fields = [...factFields, 'text', ...storyFields] as const;
    const review = this as unknown as ReviewDocument;
    return Object.fromEntries(fields.map((name) => [name, review[name]]));
  }

  static factsOf(review: StoredReview): StoredFacts {
    return review.#facts;
  }

  static toldOf(review: StoredReview): TextAndStory {
    review.#told ??= review.#store.read(review.#place, review.#at);
    return review.#told;
  }

  static isRead(review: StoredReview): boolean {
    return review.#told !== undefined;
  }

  static readAgain(review: StoredReview): TextAndStory | undefined {
    return review.#told ? undefined : review.#store.read(review.#place, review.#at);
  }

  /** The text to which the story belongs, where that was read; else the text as it is now. */
  static textOf(review: StoredReview): string {
    return review.#told ? review.#told.text : review.#store.readText(review.#place, review.#at);
  }
}

const factFields = [
  'key',
  'source',
  'path',
  'format',
  'id',
  'idFrom',
  'aliases',
  'title',
  'rawTitle',
  'services',
  'tags',
  'people',
  'isDraft',
  'isTruncated',
  'findings',
  'date',
  'status',
  'severity',
  'startsAt',
  'hidesNothing',
] as const satisfies readonly (keyof StoredFacts)[];
// No fact is left out.
true satisfies [Exclude<keyof StoredFacts, (typeof factFields)[number]>] extends [never] ? true : never;

for (const name of factFields)
  Object.defineProperty(StoredReview.prototype, name, {
    get(this: StoredReview) {
      return StoredReview.factsOf(this)[name];
    },
  });
for (const name of storyFields)
  Object.defineProperty(StoredReview.prototype, name, {
    get(this: StoredReview) {
      return StoredReview.toldOf(this)[name];
    },
  });
Object.defineProperty(StoredReview.prototype, 'text', {
  get(this: StoredReview) {
    return StoredReview.textOf(this);
  },
});
