import { matchGlobs, type PathMatcher } from './cheapGlobs';
import type { Root } from './findSources';
import { IgnoreRules } from './ignoreRules';
import { type ListedFolder, listFolders, ofVersionControl } from './listFiles';
import type { Pace } from './pace';

/** A file or folder that was not looked at, and why, in words for people. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** A root whose files are to be looked through. */
export interface TreeRoot extends Root {
  /** Globs of paths to leave alone. */
  readonly exclude: readonly string[];
  /** Places of folders within it that are roots of their own. */
  readonly except: ReadonlySet<string>;
  /** No more files than this are taken, where asking for each takes long. */
  readonly most?: number;
}

/** What a look at a tree has brought: files that are there, seen before or not, and files that were and are no longer. */
export interface TreeChange {
  readonly there: readonly TreeFile[];
  readonly gone: readonly TreeFile[];
}

/** A file of the tree: its path, relative to the root, and its place. */
export type TreeFile = readonly [path: string, place: string];

type OnFiles = (files: readonly TreeFile[]) => void;

/** What stands in a folder. */
interface Folder extends ListedFolder {
  readonly files: TreeFile[];
  readonly folders: Set<string>;
  readonly skipped: SkippedFile[];
}

/** What a walk below a folder came upon. */
interface Found {
  /** The folders it entered. */
  readonly folders: ReadonlyMap<string, Folder>;
  /** Those that it left as they are known. */
  readonly kept: ReadonlySet<string>;
  /** Why it could not enter the first one. */
  readonly refusal: readonly SkippedFile[];
  readonly isCut: boolean;
}

const noChange: TreeChange = { there: [], gone: [] };

/**
 * The files below a root that are to be looked through, kept so that a change somewhere takes a look at that folder only.
 *
 * Paths are relative to the root, `/` separators. A look leaves what a new listing would find, as far as it was told where to look.
 */
export class TreeListing {
  readonly root: TreeRoot;
  readonly #isExcluded: PathMatcher;
  readonly #folders = new Map<string, Folder>();
  #refusal: readonly SkippedFile[] = [];
  #count = 0;
  #isCut = false;

  constructor(root: TreeRoot) {
    this.root = root;
    this.#isExcluded = matchGlobs(root.exclude);
  }

  /** What is left alone, in no order. */
  get skipped(): readonly SkippedFile[] {
    const all = [...this.#refusal, ...[...this.#folders.values()].flatMap(({ skipped }) => skipped)];
    if (!this.#isCut) return all;
    const reason = `only its first ${this.root.most} files are searched, because asking for each takes long here`;
    return [...all, { path: '', reason }];
  }

  /** Lists everything anew; `onFiles` is told of the files of each folder. Nothing where it was stopped: then all is as it was. */
  async list(pace: Pace, signal: AbortSignal, onFiles?: OnFiles): Promise<TreeChange | undefined> {
    const found = await this.#walk('', () => true, pace, signal, onFiles);
    return found && this.#replace('', found);
  }

  /** Looks where something was made, changed or deleted. What lies in a folder that is left alone is left alone without a look. */
  async look(path: string, pace: Pace, signal: AbortSignal): Promise<TreeChange | undefined> {
    if (path === '' || this.#folders.size === 0 || this.#isCut) return this.list(pace, signal);
    const above = this.#listedAbove(path);
    const child = path.slice(0, endOfSegment(path, above));
    if (child !== path && this.#isLeftAlone(above, child)) return noChange;
    const isOfRules = child === path && saysWhatToLeave(path);
    // A folder that is new, or stands where another one stood, is listed with all that is in it.
    const enters = (each: string) => isOfRules || each === path || !this.#folders.has(each);
    const found = await this.#walk(above, enters, pace, signal);
    if (!found) return undefined;
    if (found.isCut) return this.list(pace, signal);
    return found.refusal.length > 0 ? this.look(above, pace, signal) : this.#replace(above, found);
  }

  /** The folder nearest to a path, above it, that was listed. */
  #listedAbove(path: string): string {
    let above = parentOf(path);
    while (above !== '' && !this.#folders.has(above)) above = parentOf(above);
    return above;
  }

  #isLeftAlone(folder: string, path: string): boolean {
    if (ofVersionControl.has(nameOf(path))) return true;
    return this.#folders.get(folder)?.skipped.some((each) => each.path === path) ?? false;
  }

  async #walk(
    base: string,
    enters: (path: string) => boolean,
    pace: Pace,
    signal: AbortSignal,
    onFiles?: OnFiles,
  ): Promise<Found | undefined> {
    const { place, fileSystem, except, most = Number.POSITIVE_INFINITY } = this.root;
    const start = await fileSystem.locate?.(place);
    const folders = new Map<string, Folder>();
    const kept = new Set<string>();
    const refusal: SkippedFile[] = [];
    let room = base === '' ? most : most - this.#count;
    const walk = listFolders(fileSystem, base === '' ? place : fileSystem.join(place, base), {
      path: base,
      ignore: base === '' ? IgnoreRules.none : (this.#folders.get(parentOf(base))?.rules ?? IgnoreRules.none),
      within: { start, level: this.#folders.get(base)?.level ?? 0 },
      allowed: start ? [start.real] : [],
      isExcluded: this.#isExcluded,
      except,
      pace,
      signal,
      onFolder: (folder) => {
        folders.set(folder.path, { ...folder, files: [], folders: new Set(), skipped: [] });
      },
      enters: (path) => {
        folders.get(parentOf(path))?.folders.add(path);
        if (!enters(path)) kept.add(path);
        return !kept.has(path);
      },
    });
    for await (const listed of walk) {
      // All stand in one folder. One that cannot be listed is told of under its own path.
      const [first] = listed;
      const folder = first === undefined || first.path === base ? undefined : folders.get(parentOf(first.path));
      for (const each of listed) {
        if (each.kind === 'skipped') (folder?.skipped ?? refusal).push({ path: each.path, reason: each.reason });
        else if (room-- <= 0) return { folders, kept, refusal, isCut: true };
        else folder?.files.push([each.path, each.place]);
      }
      if (folder) onFiles?.(folder.files);
    }
    return signal.aborted ? undefined : { folders, kept, refusal, isCut: false };
  }

  /** Puts what was found below a folder in the place of what was known of it. */
  #replace(base: string, { folders, kept, refusal, isCut }: Found): TreeChange {
    const before = this.#take(base, kept);
    const there = [...folders.values()].flatMap(({ files }) => files);
    for (const [path, folder] of folders) this.#folders.set(path, folder);
    this.#refusal = base === '' ? refusal : this.#refusal;
    this.#count += there.length - before.length;
    this.#isCut = isCut;
    const now = before.length === 0 ? undefined : new Set(there.map(([path]) => path));
    return { there, gone: before.filter(([path]) => !now?.has(path)) };
  }

  /** Forgets a folder and what is below it, but for what is kept. The files that were in it. */
  #take(path: string, kept: ReadonlySet<string>): TreeFile[] {
    const folder = this.#folders.get(path);
    if (!folder) return [];
    this.#folders.delete(path);
    const below = [...folder.folders].flatMap((each) => (kept.has(each) ? [] : this.#take(each, kept)));
    return [...folder.files, ...below];
  }
}

/** Whether a path or place is that of a file that says what to leave alone in its folder. */
export function saysWhatToLeave(path: string): boolean {
  return /(?:^|[\\/])\.(?:git)?ignore$/.test(path);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Where the first segment of a path below a folder ends. */
function endOfSegment(path: string, folder: string): number {
  const end = path.indexOf('/', folder === '' ? 0 : folder.length + 1);
  return end < 0 ? path.length : end;
}
