import * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import type { IndexedCitation } from '../core/citations/citationIndex';
import { isSpoken } from '../core/citations/isSpoken';
import type { KnownIds } from '../core/citations/knownIds';
import type { ReviewDocument } from '../core/reviews/review';
import type { Card } from '../core/wording/card';
import { citationCard } from '../core/wording/citationCard';
import { citingSentences } from '../core/wording/citingSentences';
import { relativePath } from '../core/wording/relativePath';
import type { LiveLibrary } from './liveLibrary';
import { toKey, toUri } from './places';
import { setting } from './settings';
import type { WorkspaceCitations } from './workspaceCitations';

/** The library as the Markdown preview asks for it; see `src/preview/previewLibrary.ts`. */
export class LibraryForPreview {
  readonly #library: LiveLibrary;
  readonly #citations: WorkspaceCitations;

  constructor(library: LiveLibrary, citations: WorkspaceCitations) {
    this.#library = library;
    this.#citations = citations;
  }

  get known(): KnownIds {
    return this.#library.known;
  }

  documentOf(rendered: unknown): { readonly path: string; readonly key: string } | undefined {
    if (!(rendered instanceof vscode.Uri)) return undefined;
    return { path: vscode.workspace.asRelativePath(rendered, false), key: toKey(rendered) };
  }

  cardOf(citation: FoundCitation, document: { readonly key: string }): Card {
    const [review] = citation.reviews.length === 1 ? citation.reviews : [];
    const elsewhere = review ? this.#citations.of(review).filter(({ file }) => file !== document.key) : [];
    return citationCard(citation, {
      sections: setting('precedent.hover.sections'),
      citedBy: review ? citingSentences(review, elsewhere, this.#library.library) : [],
      // While the search goes on it is left unsaid: the page would be loaded again only to take that back.
      isCitedInPart: this.#citations.state === 'stopped',
      closest: citation.reviews.length > 0 ? [] : this.known.closest(citation.id, 3),
      searched: this.#library.library.sources.map(({ path }) => path),
    });
  }

  linkTo(document: { readonly key: string }, key: string): string | undefined {
    const [from, to] = [toUri(document.key), toUri(key)];
    if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
    const path = relativePath(from.path, to.path);
    const encoded = path?.split('/').map(encodeURIComponent).join('/');
    // A name alone may look like a scheme, and a file may be named as the folder above.
    return encoded === undefined ? undefined : encoded.startsWith('../') ? encoded : `./${encoded}`;
  }

  citedIn(review: ReviewDocument): {
    readonly isComplete: boolean;
    readonly isStopped: boolean;
    readonly citations: readonly IndexedCitation[];
  } {
    const { isInPart, state } = this.#citations;
    return { isComplete: !isInPart, isStopped: state === 'stopped', citations: this.#citations.of(review) };
  }

  isSpoken(citation: IndexedCitation): boolean {
    return isSpoken(citation, this.#library.library);
  }
}
