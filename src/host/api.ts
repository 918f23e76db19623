import type * as vscode from 'vscode';
import type { Citation } from '../core/citations/citation';
import { relatedReviews } from '../core/citations/relatedReviews';
import { type Review, toReview } from '../core/reviews/review';
import { apiVersion } from './apiVersion';
import type { LiveLibrary } from './liveLibrary';
import type { WorkspaceCitations } from './workspaceCitations';

/** What other extensions get from us; described in docs/api.md and, for copying, in docs/precedent.d.ts. The data are those that the command line prints. */
export interface LibraryApi {
  /** By semantic versioning, on its own count: see docs/api.md. */
  readonly apiVersion: string;
  /** Ends when the library has been read once. */
  readonly ready: Promise<void>;
  /** The review of an id, or of another name of it, once the library is read; of several that claim it, the first by path. */
  getReview(id: string): Promise<Review | undefined>;
  /** Where the reviews of an id are cited, once the workspace is searched; for an id without a review, where it is written. */
  findCitations(id: string): Promise<readonly Citation[]>;
  /** Fires when reviews came, changed or went. */
  readonly onDidChangeLibrary: vscode.Event<void>;
}

/** The part of our API that tells of the library. `ready` ends when it has been read once. */
export function libraryApi(library: LiveLibrary, citations: WorkspaceCitations, ready: Promise<void>): LibraryApi {
  const reviewsOf = async (id: string) => {
    await ready;
    const resolution = library.known.resolve(id);
    return resolution.kind === 'known' ? resolution.reviews : [];
  };
  return {
    apiVersion,
    ready,
    onDidChangeLibrary: whenChanged(library),
    async getReview(id) {
      const [review] = await reviewsOf(String(id));
      await library.whenStoriesPrepared();
      return review && { ...toReview(review), related: relatedReviews(review, library.known) };
    },
    async findCitations(id) {
      const reviews = await reviewsOf(String(id));
      await citations.gather();
      const found =
        reviews.length === 0
          ? citations.index.ofUnknown(String(id))
          : [...new Set(reviews.flatMap((review) => citations.of(review)))];
      return found.map(({ citation }) => ({ ...citation }));
    },
  };
}

/** The library tells of progress and states, too: others are told of reviews only. */
function whenChanged(library: LiveLibrary): vscode.Event<void> {
  return (listener, thisArgs, disposables) => {
    let version = library.library.version;
    return library.onDidChange(
      () => {
        if (library.library.version === version) return;
        version = library.library.version;
        listener.call(thisArgs);
      },
      undefined,
      disposables,
    );
  };
}
