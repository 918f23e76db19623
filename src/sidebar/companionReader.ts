import * as vscode from 'vscode';
import { reviewName } from '../core/citations/citationIndex';
import { type KnownNames, readingNames } from '../core/learning/knownNames';
import { type Resemblance, resembling } from '../core/learning/resembling';
import { type Writing, writingAt } from '../core/learning/writing';
import type { ReviewDocument } from '../core/reviews/review';
import type { CitationFormats } from '../host/citationFormats';
import type { LiveLibrary } from '../host/liveLibrary';
import { toKey } from '../host/places';
import { setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import type { DismissedHere } from './dismissedHere';
import type { WritingPlaces } from './writingPlace';

/** What the Companion stands on. */
export interface CompanionParts {
  readonly library: LiveLibrary;
  readonly citations: TrackedCitations;
  readonly formats: CitationFormats;
  readonly places: WritingPlaces;
  readonly dismissed: DismissedHere;
}

/** What is being written and where, ready to be compared with the library; or why there is nothing to compare. */
export type Followed =
  | { readonly kind: 'noDocument' | 'outsideComments' | 'noWords' }
  | { readonly kind: 'off'; readonly languageId: string }
  | {
      readonly kind: 'writing';
      readonly document: vscode.TextDocument;
      readonly writing: Writing;
      readonly cited: ReadonlySet<ReviewDocument>;
      /** The names of the reviews that were put away here. */
      readonly dismissed: ReadonlySet<string>;
    };

/** A passage that resembles what is being written, and whether its review is cited in the document already. */
export interface CompanionPassage extends Resemblance {
  readonly isCited: boolean;
}

/** As many are shown. */
const most = 5;

/** Longer documents are not read, in UTF-16 units. */
const longest = 2_000_000;

/** Reads what somebody is writing, and finds what resembles it in the library as it is now. */
export class CompanionReader {
  readonly #parts: CompanionParts;
  /** The names that are known, and of which version of the library they are. */
  #names: KnownNames = { things: new Set(), people: new Set() };
  #version = -1;

  constructor(parts: CompanionParts) {
    this.#parts = parts;
  }

  /** Whether all of the library as it is now is found. */
  get isReady(): boolean {
    const { library } = this.#parts;
    return !library.isReading && library.search.isReady && this.#version === library.library.version;
  }

  /** Makes what is new in the library findable, in steps of well under 8 ms; stop at any of them, and begin again later. */
  *preparing(): Generator<void, void> {
    const { library, search } = this.#parts.library;
    yield* search.preparing();
    while (this.#version !== library.version) {
      const { version } = library;
      this.#names = yield* readingNames(library);
      this.#version = version;
    }
  }

  /** What is being written now: in the editor one is in, or was in last where one only looks at a review. */
  follow(): Followed {
    const { citations, dismissed, places } = this.#parts;
    const place = places.last();
    if (!place || place.document.isClosed) return { kind: 'noDocument' };
    const { document } = place;
    if (!setting('precedent.companion.enabled', document)) return { kind: 'off', languageId: document.languageId };
    const language = citations.languageOf(document);
    const text = document.getText();
    if (!language || text.length > longest) return { kind: 'noDocument' };
    const cursor = cursorIn(document) ?? place.selections[0]?.active;
    const found = citations.of(document);
    const writing = writingAt(text, cursor ? document.offsetAt(cursor) : 0, language, found);
    if (!writing) return { kind: language.isProse || language.isDiagram ? 'noWords' : 'outsideComments' };
    return {
      kind: 'writing',
      document,
      writing,
      cited: new Set(found.flatMap(({ reviews }) => reviews)),
      dismissed: dismissed.in(toKey(document.uri)),
    };
  }

  /** What resembles it, best first, of what has been made findable; and whether more was left out because it was put away. */
  find({ document, writing, cited, dismissed }: Extract<Followed, { kind: 'writing' }>): {
    readonly passages: readonly CompanionPassage[];
    readonly isAnyDismissed: boolean;
  } {
    const own = new Set(this.#parts.library.library.in(toKey(document.uri)));
    let isAnyDismissed = false;
    const isWanted = (review: ReviewDocument) => {
      if (own.has(review)) return false;
      const isDismissed = dismissed.has(reviewName(review));
      isAnyDismissed ||= isDismissed;
      return !isDismissed;
    };
    const found = resembling(this.#parts.library.search, writing, this.#names, isWanted, most);
    return { passages: found.map((each) => ({ ...each, isCited: cited.has(each.review) })), isAnyDismissed };
  }
}

function cursorIn(document: vscode.TextDocument): vscode.Position | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document === document) return active.selection.active;
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection.active;
}
