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
  for await (const listed of listFolders(fileSystem, folder, options)) for (const each of listed) yield each;
}

/**
 * The same, with all that stands in a folder at a time; a folder that cannot be listed comes alone. Handing over each file by itself would
 * take longer than listing it.
 */
export async function* listFolders(
  fileSystem: FileSystem,
  folder: string,
  options: ListOptions,
): AsyncGenerator<readonly Listed[]> {
  const here = await fileSystem.locate?.(folder);
  const start = options.within ? options.within.start : here;
  const walk: Walk = { fileSystem, options, start, visited: new Set(here ? [here.identity] : []) };
  const first: Ahead = { place: folder, path: options.path, above: options.ignore, level: options.within?.level ?? 0 };
  const ahead = [first];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (next !== first && options.enters?.(next.path) === false) continue;
    const { listed, folders } = await listFolder(walk, next);
    if (listed.length > 0) yield listed;
    if (options.signal?.aborted) return;
    for (const each of folders.reverse()) ahead.push(each);
  }
}

interface Walk {
  readonly fileSystem: FileSystem;
  readonly options: ListOptions;
  readonly start: Located | undefined;
  readonly visited: Set<string>;
}

/** A folder that is still to be entered, and the rules of those above it. */
interface Ahead {
  readonly place: string;
  readonly path: string;
  readonly above: IgnoreRules;
  readonly level: number;
}

async function listFolder(
  walk: Walk,
  { place, path, above, level }: Ahead,
): Promise<{ readonly listed: Listed[]; readonly folders: Ahead[] }> {
  const { fileSystem, options } = walk;
  const listed: Listed[] = [];
  const folders: Ahead[] = [];
  await options.pace();
  if (options.signal?.aborted) return { listed, folders };
  const entries = await patiently(() => fileSystem.list(place));
  if (!entries) return { listed: [skipped(place, path, 'the folder cannot be read', true)], folders };
  const rules = await above.entering(fileSystem, place, path, entries);
  options.onFolder?.({ place, path, rules, level });
  for (const [at, entry] of entries.entries()) {
    if (at % 64 === 63) await options.pace();
    if (options.signal?.aborted) break;
    if (options.onlyNamed !== undefined && entry.type === 'file' && entry.name !== options.onlyNamed) continue;
    const entryPath = path === '' ? entry.name : `${path}/${entry.name}`;
    const entryPlace = fileSystem.join(place, entry.name);
    if (options.except?.has(entryPlace) || (entry.type === 'folder' && ofVersionControl.has(entry.name))) continue;
    const named = reasonByName(walk, rules, entry, entryPath);
    const reason =
      named ?? (entry.isLink || entry.type === 'folder' ? await reasonByPlace(walk, entry, entryPlace) : undefined);
    if (reason !== undefined) listed.push(skipped(entryPlace, entryPath, reason));
    else if (entry.type === 'file') listed.push({ kind: 'file', place: entryPlace, path: entryPath });
    else folders.push({ place: entryPlace, path: entryPath, above: rules, level: level + 1 });
  }
  if (level < (options.depth ?? deepest)) return { listed, folders };
  const isTold = options.depth === undefined;
  const tooDeep = folders.map(({ place, path }) => skipped(place, path, `it is more than ${deepest} folders deep`));
  return { listed: isTold ? [...listed, ...tooDeep] : listed, folders: [] };
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
  const { fileSystem } = walk;
  if (!entry.isLink && fileSystem.identify) return reasonByIdentity(walk, entry, await fileSystem.identify(place));
  const located = await fileSystem.locate?.(place);
  if (entry.isLink) {
    if (!located || !walk.start) return 'a link, which this file system does not follow';
    const { real } = located;
    if (!walk.options.allowed.some((folder) => isInside(folder, real))) return 'a link that leads outside';
    const below = pathBelow(walk.start.real, real);
    if (below !== undefined) return `a link to ${below === '' ? 'the folder itself' : below}`;
    if (isInside(real, walk.start.real)) return 'a link that leads back up';
  }
  return reasonByIdentity(walk, entry, located?.identity);
}

function reasonByIdentity({ visited }: Walk, entry: Entry, identity: string | undefined): string | undefined {
  if (entry.type !== 'folder' || identity === undefined) return undefined;
  if (visited.has(identity)) return 'the same folder as another one';
  visited.add(identity);
  return undefined;
}

function skipped(place: string, path: string, reason: string, isError = false): Listed {
  return { kind: 'skipped', place, path, reason, isError };
}
