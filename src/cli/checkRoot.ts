import { type CheckedFile, checkTree } from '../indexing/checkTree';
import type { TreeOptions } from '../indexing/readTree';
import type { OpenedLibrary } from './openLibrary';
import { startProgress } from './progress';
import { scanOptions } from './scanRoot';
import type { Terminal } from './terminal';

/** Checks the files of the root, or of these paths of it, or only some of them, as the settings say. */
export async function* checkRoot(
  opened: OpenedLibrary,
  terminal: Terminal,
  { paths, only }: Pick<TreeOptions, 'paths' | 'only'> = {},
): AsyncGenerator<CheckedFile> {
  const progress = startProgress('files checked', terminal.isWatched);
  yield* checkTree(
    opened.root,
    {
      ...scanOptions(opened, paths),
      ...(only && { only }),
      onProgress: ({ done, total }) => progress.show(done, total),
    },
    opened.settings.unknownCitation ?? 'information',
  );
  progress.stop();
}
