import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import type { GatheredRoot, GatheringProgress } from './citationGatherer';
import type { OpenFile } from './scanOpen';
import type { SkippedFile } from './treeListing';

/** What brings an index of citations up to date, here or in a thread of its own: {@link CitationGatherer} says what each means. */
export interface Gatherer {
  readonly isBehind: boolean;
  readonly progress: GatheringProgress;
  readonly skipped: readonly (SkippedFile & { readonly place: string })[];
  setRoots(roots: readonly GatheredRoot[], languages: Languages): void;
  setKnown(known: KnownIds): void;
  hint(place: string): void;
  lookEverywhere(): void;
  setOpen(place: string, read: (() => OpenFile | undefined) | undefined): void;
  run(signal: AbortSignal, onStep: () => void): Promise<void>;
}
