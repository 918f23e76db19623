import type { Passages } from './readPassages';
import { type Story, storyFields } from './readStory';
import type { ReviewDocument } from './review';

/** What is known of a review before its story is read. */
export type KnownReview = Omit<ReviewDocument, keyof Story>;

/**
 * A review whose text is at hand, and whose story is read when somebody first asks for it, once; `readPassages` divides the text without that, where it
 * can be.
 *
 * It is a record like any other: the fields of the story are its own, so that copies and JSON hold them.
 */
export function toldReview(known: KnownReview, readStory: () => Story, readPassages?: () => Passages): ReviewDocument {
  // The fields of the story are defined rather than declared, which the compiler does not see.
  return new ToldReview(known, readStory, readPassages) as unknown as ReviewDocument;
}

/** Whether the story of a told review was read, so that to ask for it costs nothing; nothing for other reviews. */
export function isToldStoryRead(review: object): boolean | undefined {
  return review instanceof ToldReview ? ToldReview.isRead(review) : undefined;
}

/** How the text of a review is divided, where its story, which tells the same, was not read yet. Made anew each time. */
export function passagesBeforeStory(review: object): Passages | undefined {
  return review instanceof ToldReview ? ToldReview.passagesOf(review) : undefined;
}

class ToldReview {
  /** The story, or how to read it: what it is read from can be let go then. */
  #story: Story | (() => Story);
  readonly #readPassages: (() => Passages) | undefined;

  constructor(known: KnownReview, readStory: () => Story, readPassages: (() => Passages) | undefined) {
    this.#story = readStory;
    this.#readPassages = readPassages;
    Object.assign(this, known);
    for (const [name, property] of storyProperties) Object.defineProperty(this, name, property);
  }

  static isRead(review: ToldReview): boolean {
    return typeof review.#story !== 'function';
  }

  /** Nothing where the story was read, which tells them, or where there is no other way. */
  static passagesOf(review: ToldReview): Passages | undefined {
    return typeof review.#story === 'function' ? review.#readPassages?.() : undefined;
  }

  static storyOf(review: ToldReview): Story {
    if (typeof review.#story === 'function') review.#story = review.#story();
    return review.#story;
  }
}

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
