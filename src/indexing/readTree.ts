import { matchGlobs } from './cheapGlobs';
import type { Root } from './findSources';
import { IgnoreRules } from './ignoreRules';
import { type Listed, listFiles } from './listFiles';
import { type Pace, startPace } from './pace';
import type { FileToRead } from './withText';

/** A file or folder that was left alone, and why. The path is relative to the root, `/` separators. */
export interface Skipped {
  readonly path: string;
  readonly skipped: string;
}

/** Which files are read. */
export interface TreeOptions {
  /** Globs of paths to leave alone. */
  readonly exclude?: readonly string[];
  /** Files and folders to look at, relative to the root; absent means all of it. A file named here is looked at whatever excludes it. */
  readonly paths?: readonly string[];
  /** Which of these files are looked at; absent means all. */
  readonly only?: (path: string) => boolean;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** How many files are read at a time. */
const atOnce = 16;

/**
 * Hands the files of a folder to a visitor and tells what it answers, in the order of their names.
 *
 * Tells too of what was left alone and why: ignored and excluded files and folders. Stops between files when the signal is aborted.
 */
export async function* readTree<Answer>(
  root: Root,
  options: TreeOptions,
  visit: (file: FileToRead, pace: Pace) => Promise<readonly (Answer | Skipped)[]>,
): AsyncGenerator<Answer | Skipped> {
  const pace = startPace();
  const files: ListedFile[] = [];
  for (const path of options.paths ?? ['']) {
    for await (const listed of listBelow(root, path, options, pace)) {
      if (listed.kind === 'file') {
        if (options.only?.(listed.path) ?? true) files.push(listed);
      } else yield { path: listed.path, skipped: listed.reason };
    }
  }
  const once = [...new Map(files.map((file) => [file.place, file])).values()];
  const look = async (file: ListedFile): Promise<readonly (Answer | Skipped)[]> => {
    await pace();
    return options.signal?.aborted ? [] : visit(file, pace);
  };
  for (let done = 0; done < once.length; done += atOnce) {
    if (options.signal?.aborted) return;
    const batch = once.slice(done, done + atOnce);
    for (const answers of await Promise.all(batch.map(look))) yield* answers;
    options.onProgress?.({ done: done + batch.length, total: once.length });
  }
}

type ListedFile = Extract<Listed, { kind: 'file' }>;

async function* listBelow(root: Root, path: string, options: TreeOptions, pace: Pace): AsyncGenerator<Listed> {
  const { fileSystem } = root;
  const place = path === '' ? root.place : fileSystem.join(root.place, path);
  if (path !== '' && (await fileSystem.stat(place))) {
    yield { kind: 'file', place, path };
    return;
  }
  const real = await fileSystem.locate?.(root.place);
  yield* listFiles(fileSystem, place, {
    path,
    allowed: real ? [real.real] : [],
    ignore: await IgnoreRules.above(root, path),
    isExcluded: matchGlobs(options.exclude ?? []),
    pace,
    ...(options.signal && { signal: options.signal }),
  });
}
