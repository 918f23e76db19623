import { Languages } from '../core/citations/languages';
import { type ScannedFile, scanTree } from '../indexing/scanTree';
import type { OpenedLibrary } from './openLibrary';
import { startProgress } from './progress';
import type { Terminal } from './terminal';

/** Looks through the root, or these paths of it, for citations, as the settings say. */
export async function* scanRoot(
  { root, known, settings }: OpenedLibrary,
  terminal: Terminal,
  paths?: readonly string[],
): AsyncGenerator<ScannedFile> {
  const progress = startProgress('files searched', terminal.isWatched);
  const scan = scanTree(root, {
    languages: Languages.builtIn.extended(settings.comments ?? {}),
    known,
    matchIn: settings.matchIn ?? 'comments',
    exclude: settings.exclude,
    onProgress: ({ done, total }) => progress.show(done, total),
    ...(paths && { paths }),
  });
  yield* scan;
  progress.stop();
}
