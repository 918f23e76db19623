import type { Citation } from '../core/citations/citation';
import { KnownIds } from '../core/citations/knownIds';
import { Languages } from '../core/citations/languages';
import type { ReviewDocument } from '../core/reviews/review';
import { scanTree } from '../indexing/scanTree';
import type { OpenedLibrary } from './openLibrary';
import { startProgress } from './progress';
import type { Terminal } from './terminal';
import { toCitations } from './toCitations';

/** A file that cites, or was left alone. */
export type ScannedForCli =
  | { readonly citations: readonly { readonly citation: Citation; readonly reviews: readonly ReviewDocument[] }[] }
  | { readonly path: string; readonly skipped: string };

/** Looks through the root, or these paths of it, for citations, as the settings say. */
export async function* scanRoot(
  { root, library, settings }: OpenedLibrary,
  terminal: Terminal,
  paths?: readonly string[],
): AsyncGenerator<ScannedForCli> {
  const progress = startProgress('files searched', terminal.isWatched);
  const scan = scanTree(root, {
    languages: Languages.builtIn.extended(settings.comments ?? {}),
    known: new KnownIds(library),
    matchIn: settings.matchIn ?? 'comments',
    exclude: settings.exclude,
    onProgress: ({ done, total }) => progress.show(done, total),
    ...(paths && { paths }),
  });
  for await (const file of scan) {
    if ('skipped' in file) yield file;
    else {
      const { text, path } = file;
      yield { citations: toCitations(file.citations, text, path) };
    }
  }
  progress.stop();
}
