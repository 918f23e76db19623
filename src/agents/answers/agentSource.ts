import type { CitationIndex } from '../../core/citations/citationIndex';
import type { KnownIds } from '../../core/citations/knownIds';
import type { LibrarySearch } from '../../core/reviews/search';

/** What answers to agents are made of. Each promise ends when what it gives is up to date. */
export interface AgentSource {
  /** The reviews and all their names. */
  names(): Promise<KnownIds>;
  /** The search over the same reviews, prepared. */
  search(): Promise<LibrarySearch>;
  /** Where they are cited. `isComplete` is false where somebody stopped the search of the workspace. */
  citations(): Promise<{ readonly index: CitationIndex; readonly isComplete: boolean }>;
}
