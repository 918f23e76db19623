import type { FoundCitation } from '../core/citations/citation';
import type { KnownIds } from '../core/citations/knownIds';
import type { Language } from '../core/citations/languages';
import { mostCitations, tellCitations } from './citationsInText';
import type { Pace } from './pace';
import { type FileScan, withoutHidden } from './scanFile';
import type { FileToRead } from './withText';

/** What stands in an editor and not yet in its file, and what was found in it. */
export interface OpenFile {
  readonly text: string;
  readonly language: Language | undefined;
  readonly found: readonly FoundCitation[];
}

/** What stands in an editor, as a file would be looked through. */
export async function scanOpen(
  open: OpenFile | undefined,
  { place, path }: FileToRead,
  known: KnownIds,
  pace: Pace,
): Promise<FileScan> {
  if (!open) return { citations: [] };
  const told = await tellCitations(open.found.slice(0, mostCitations), open.text, path, open.language, pace);
  return { citations: withoutHidden(told, known.library.in(place)) };
}
