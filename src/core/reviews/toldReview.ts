import { type Story, storyFields } from './readStory';
import type { ReviewDocument } from './review';

/** What is known of a review before its story is read. */
export type KnownReview = Omit<ReviewDocument, keyof Story>;

/** What is known of a review whose text is not at hand. */
export type KnownFacts = Omit<KnownReview, 'text'>;

/** What a review that is not at hand is asked for. */
type Told = Story & Partial<Pick<ReviewDocument, 'text'>>;

/**
 * A review whose story is read when somebody first asks for it, once.
 *
 * It is a record like any other: the fields of the story are its own, so that copies and JSON hold them.
 */
export function toldReview(known: KnownReview, readStory: () => Story): ReviewDocument {
  // The fields of the story are defined rather than declared, which the compiler does not see.
  return new ToldReview(known, readStory) as unknown as ReviewDocument;
}

/**
 * A review of which only the facts are kept: text and story are read when somebody first asks for the story, and kept from then on.
 * Who asks for the text alone has it read each time by `readText`, and nothing is kept: a search through all texts must not fill the memory.
 */
export function storedReview(
  facts: KnownFacts,
  read: () => Story & Pick<ReviewDocument, 'text'>,
  readText: () => string,
): ReviewDocument {
  return new ToldReview(facts, read, readText) as unknown as ReviewDocument;
}

/** Whether a review is one of {@link storedReview}: as its file was when it was read, not as somebody is writing it. */
export function isStored(review: ReviewDocument): boolean {
  return review instanceof ToldReview && ToldReview.isStored(review);
}

class ToldReview {
  /** The story, or how to read it: what it is read from can be let go then. */
  #story: Told | (() => Told);
  readonly #readText: (() => string) | undefined;

  constructor(known: KnownFacts, readStory: () => Told, readText?: () => string) {
    this.#story = readStory;
    this.#readText = readText;
    Object.assign(this, known);
    if (readText) Object.defineProperty(this, 'text', textProperty);
    for (const [name, property] of storyProperties) Object.defineProperty(this, name, property);
  }

  static isStored(review: ToldReview): boolean {
    return review.#readText !== undefined;
  }

  static storyOf(review: ToldReview): Told {
    if (typeof review.#story === 'function') review.#story = review.#story();
    return review.#story;
  }

  /** The text to which the story belongs, where that was read; else the text as it is now. */
  static textOf(review: ToldReview): string {
    return (typeof review.#story === 'function' ? review.#readText?.() : review.#story.text) ?? '';
  }
}

const textProperty: PropertyDescriptor = {
  enumerable: true,
  get(this: ToldReview) {
    return ToldReview.textOf(this);
  },
};

/** One property for all reviews, so that they share one shape. */
const storyProperties = storyFields.map((name): [string, PropertyDescriptor] => [
  name,
  {
    enumerable: true,
    get(this: ToldReview) {
      return ToldReview.storyOf(this)[name];
    },
  },
]);
