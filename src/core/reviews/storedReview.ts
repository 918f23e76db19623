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

class StoredReview<Place = unknown> implements KnownFacts {
  declare readonly key: KnownFacts['key'];
  declare readonly source: KnownFacts['source'];
  declare readonly path: KnownFacts['path'];
  declare readonly format: KnownFacts['format'];
  declare readonly id: KnownFacts['id'];
  declare readonly idFrom: KnownFacts['idFrom'];
  declare readonly aliases: KnownFacts['aliases'];
  declare readonly title: KnownFacts['title'];
  declare readonly rawTitle: KnownFacts['rawTitle'];
  declare readonly services: KnownFacts['services'];
  declare readonly tags: KnownFacts['tags'];
  declare readonly people: KnownFacts['people'];
  declare readonly isDraft: KnownFacts['isDraft'];
  declare readonly isTruncated: KnownFacts['isTruncated'];
  declare readonly findings: KnownFacts['findings'];
  declare readonly date?: NonNullable<KnownFacts['date']>;
  declare readonly status?: NonNullable<KnownFacts['status']>;
  declare readonly severity?: NonNullable<KnownFacts['severity']>;
  declare readonly startsAt?: NonNullable<KnownFacts['startsAt']>;
  declare readonly hidesNothing?: NonNullable<KnownFacts['hidesNothing']>;
  readonly #store: ReviewStore<Place>;
  readonly #place: Place;
  readonly #at: number;
  #told: TextAndStory | undefined;

  constructor(facts: KnownFacts, store: ReviewStore<Place>, place: Place, at: number) {
    this.#store = store;
    this.#place = place;
    this.#at = at;
    // One by one: engines make room for fields that a constructor is seen to set, and copying takes most of the time.
    this.key = facts.key;
    this.source = facts.source;
    this.path = facts.path;
    this.format = facts.format;
    this.id = facts.id;
    this.idFrom = facts.idFrom;
    this.aliases = facts.aliases;
    this.title = facts.title;
    this.rawTitle = facts.rawTitle;
    this.services = facts.services;
    this.tags = facts.tags;
    this.people = facts.people;
    this.isDraft = facts.isDraft;
    this.isTruncated = facts.isTruncated;
    this.findings = facts.findings;
    if (facts.date !== undefined) this.date = facts.date;
    if (facts.status !== undefined) this.status = facts.status;
    if (facts.severity !== undefined) this.severity = facts.severity;
    if (facts.startsAt !== undefined) this.startsAt = facts.startsAt;
    if (facts.hidesNothing !== undefined) this.hidesNothing = facts.hidesNothing;
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

// No fact is left out.
true satisfies [Exclude<keyof KnownFacts, keyof StoredReview>] extends [never] ? true : never;

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
