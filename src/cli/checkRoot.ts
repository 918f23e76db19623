import { type CheckedFile, checkTree } from '../indexing/checkTree';
import type { OpenedLibrary } from './openLibrary';
import { startProgress } from './progress';
import { scanOptions } from './scanRoot';
import type { Terminal } from './terminal';

/** Checks the files of the root, or of these paths of it, as the settings say. */
export async function* checkRoot(
  opened: OpenedLibrary,
  terminal: Terminal,
  paths?: readonly string[],
): AsyncGenerator<CheckedFile> {
  const progress = startProgress('files checked', terminal.isWatched);
  yield* checkTree(
    opened.root,
    { ...scanOptions(opened, paths), onProgress: ({ done, total }) => progress.show(done, total) },
    opened.settings.unknownCitation ?? 'information',
  );
  progress.stop();
}
