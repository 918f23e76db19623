import type { IndexedCitation } from '../core/citations/citationIndex';
import { type LineOrigin, readBlame } from '../core/learning/citedSince';
import { gitNow } from './gitExtension';
import { toUri } from './places';

/** In so many files we look up when their lines were written. */
const mostFiles = 25;

/** The files of citations of which it is worth asking when their lines were written, each once: the first ones. */
export function filesWithHistory(citations: readonly IndexedCitation[]): readonly string[] {
  return [...new Set(citations.map(({ file }) => file))].slice(0, mostFiles);
}

/**
 * Who wrote the lines (1-based) of a file on disk, and when, as far as they are committed: none of a file that its repository does not have
 * yet. Nothing for a file in no repository, or where VS Code's Git extension is not awake; we start no program.
 */
export async function originsIn(file: string): Promise<ReadonlyMap<number, LineOrigin> | undefined> {
  const uri = toUri(file);
  const repository = uri.scheme === 'file' ? gitNow()?.getRepository(uri) : undefined;
  if (!repository) return undefined;
  try {
    return readBlame(await repository.blame(uri.fsPath));
  } catch {
    return new Map(); // not committed yet
  }
}

/** The commit that a file's repository has checked out; nothing where {@link originsIn} tells nothing. */
export function headOf(file: string): string | undefined {
  return gitNow()?.getRepository(toUri(file))?.state.HEAD?.commit;
}
