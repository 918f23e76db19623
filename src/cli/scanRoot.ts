import { Languages } from '../core/citations/languages';
import { type ScannedFile, type ScanOptions, scanTree } from '../indexing/scanTree';
import type { OpenedLibrary } from './openLibrary';
import { startProgress } from './progress';
import type { Terminal } from './terminal';

/** Looks through the root, or these paths of it, for citations, as the settings say. */
export async function* scanRoot(
  opened: OpenedLibrary,
  terminal: Terminal,
  paths?: readonly string[],
): AsyncGenerator<ScannedFile> {
  const progress = startProgress('files searched', terminal.isWatched);
  yield* scanTree(opened.root, {
    ...scanOptions(opened, paths),
    onProgress: ({ done, total }) => progress.show(done, total),
  });
  progress.stop();
}

/** How the root, or these paths of it, is to be looked through, as the settings say. */
export function scanOptions({ known, settings }: OpenedLibrary, paths?: readonly string[]): ScanOptions {
  return {
    languages: Languages.builtIn.extended(settings.comments ?? {}),
    known,
    matchIn: settings.matchIn ?? 'comments',
    exclude: settings.exclude,
    ...(paths && { paths }),
  };
}
