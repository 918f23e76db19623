import type { PathMatcher } from './cheapGlobs';
import type { Entry, FileSystem, Located } from './fileSystem';
import type { IgnoreRules } from './ignoreRules';
import { isInside, pathBelow } from './isInside';
import type { Pace } from './pace';
import { patiently } from './patiently';

/** What a walk comes upon: a regular file, or something it leaves alone and why, in words for people. */
export type Listed =
  | { readonly kind: 'file'; readonly place: string; readonly path: string }
  | {
      readonly kind: 'skipped';
      readonly place: string;
      readonly path: string;
      readonly reason: string;
      readonly isError: boolean;
    };

/** How to walk. Paths are relative to the root, `/` separators. */
export interface ListOptions {
  /** Path of the folder to begin at; empty for the root. */
  readonly path: string;
  /** Real places that links may lead into. */
  readonly allowed: readonly string[];
  /** Rules of the folders above. */
  readonly ignore: IgnoreRules;
  readonly isExcluded?: PathMatcher;
  /** Folders to leave to others, without a word. */
  readonly except?: ReadonlySet<string>;
  /** The only name of a file to tell of; absent means every file. */
  readonly onlyNamed?: string;
  /** How many levels of folders to enter below the first; 32 where not said, which is the most there is. */
  readonly depth?: number;
  /** Where this is part of a greater walk: what that one began at, and how many levels above the folder it did. */
  readonly within?: { readonly start: Located | undefined; readonly level: number };
  /** Is told of each folder that is entered and could be listed, with the rules that hold in it. */
  readonly onFolder?: (folder: ListedFolder) => void;
  /** Is asked about each folder that would be entered. */
  readonly enters?: (path: string) => boolean;
  readonly pace: Pace;
  readonly signal?: AbortSignal;
}

/** A folder that a walk has entered. */
export interface ListedFolder {
  readonly place: string;
  readonly path: string;
  /** What its own ignore files and those above it say. */
  readonly rules: IgnoreRules;
  /** How many levels below the first folder of the walk it is. */
  readonly level: number;
}

const deepest = 32;

/** Folders in which version control keeps its own things. */
export const ofVersionControl = new Set(['.git', '.hg', '.svn', '.jj']);

/** Left alone even where no `.gitignore` says so: installed packages are many, and what they tell is not ours. */
const installed = new Set(['node_modules', 'bower_components']);

/**
 * Walks a folder and tells of every file in it, in the order of names, a folder's files before those of its subfolders.
 *
 * Left alone, and told of: what `.gitignore` and `.ignore` files and the caller's globs exclude, installed packages, everything that is not a
 * regular file, folders deeper than 32, folders that cannot be listed, and links — unless they lead to a place within the
 * allowed ones that the walk does not come by anyway. No folder is entered twice, so loops of links end.
 */
export async function* listFiles(fileSystem: FileSystem, folder: string, options: ListOptions): AsyncGenerator<Listed> {
  const here = await fileSystem.locate?.(folder);
  const start = options.within ? options.within.start : here;
  const walk: Walk = { fileSystem, options, start, visited: new Set(here ? [here.identity] : []) };
  yield* listFolder(walk, folder, options.path, options.ignore, options.within?.level ?? 0);
}

interface Walk {
  readonly fileSystem: FileSystem;
  readonly options: ListOptions;
  readonly start: Located | undefined;
  readonly visited: Set<string>;
}

async function* listFolder(
  walk: Walk,
  place: string,
  path: string,
  above: IgnoreRules,
  depth: number,
): AsyncGenerator<Listed> {
  const { fileSystem, options } = walk;
  await options.pace();
  if (options.signal?.aborted) return;
  const entries = await patiently(() => fileSystem.list(place));
  if (!entries) {
    yield skipped(place, path, 'the folder cannot be read', true);
    return;
  }
  const rules = await above.entering(fileSystem, place, path, entries);
  options.onFolder?.({ place, path, rules, level: depth });
  const folders: { place: string; path: string }[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % 64 === 0) await options.pace();
    if (options.signal?.aborted) return;
    if (options.onlyNamed !== undefined && entry.type === 'file' && entry.name !== options.onlyNamed) continue;
    const entryPath = path === '' ? entry.name : `${path}/${entry.name}`;
    const entryPlace = fileSystem.join(place, entry.name);
    if (options.except?.has(entryPlace) || (entry.type === 'folder' && ofVersionControl.has(entry.name))) continue;
    const named = reasonByName(walk, rules, entry, entryPath);
    const reason =
      named ?? (entry.isLink || entry.type === 'folder' ? await reasonByPlace(walk, entry, entryPlace) : undefined);
    if (reason !== undefined) yield skipped(entryPlace, entryPath, reason);
    else if (entry.type === 'file') yield { kind: 'file', place: entryPlace, path: entryPath };
    else folders.push({ place: entryPlace, path: entryPath });
  }
  for (const folder of folders) {
    if (depth >= (options.depth ?? deepest)) {
      if (options.depth === undefined)
        yield skipped(folder.place, folder.path, `it is more than ${deepest} folders deep`);
    } else if (options.enters?.(folder.path) ?? true) {
      yield* listFolder(walk, folder.place, folder.path, rules, depth + 1);
    }
  }
}

function reasonByName(walk: Walk, rules: IgnoreRules, entry: Entry, path: string): string | undefined {
  const isFolder = entry.type === 'folder';
  if (walk.options.isExcluded?.(path)) return 'excluded by the settings';
  if (rules.ignores(path, isFolder)) return 'excluded by .gitignore or .ignore';
  if (isFolder && installed.has(entry.name)) return 'installed packages';
  if (entry.type === 'other') return entry.isLink ? 'a link that leads to nothing readable' : 'not a regular file';
  return undefined;
}

async function reasonByPlace(walk: Walk, entry: Entry, place: string): Promise<string | undefined> {
  const located = await walk.fileSystem.locate?.(place);
  if (entry.isLink) {
    if (!located || !walk.start) return 'a link, which this file system does not follow';
    const { real } = located;
    if (!walk.options.allowed.some((folder) => isInside(folder, real))) return 'a link that leads outside';
    const below = pathBelow(walk.start.real, real);
    if (below !== undefined) return `a link to ${below === '' ? 'the folder itself' : below}`;
    if (isInside(real, walk.start.real)) return 'a link that leads back up';
  }
  if (entry.type !== 'folder' || !located) return undefined;
  if (walk.visited.has(located.identity)) return 'the same folder as another one';
  walk.visited.add(located.identity);
  return undefined;
}

function skipped(place: string, path: string, reason: string, isError = false): Listed {
  return { kind: 'skipped', place, path, reason, isError };
}
