import type { Ignore } from 'ignore';
import { isCheap } from './cheapGlobs';
import { decodeText } from './decodeText';
import type { Entry, FileSystem } from './fileSystem';

/** The files that say what to leave alone, the later one having the last word, as in ripgrep. */
const names = ['.gitignore', '.ignore'];

/** How much of such a file is read, in bytes. */
const limit = 128 * 1024;

interface Level {
  /** The folder the rules stand in, relative to the root. */
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * What the `.gitignore` and `.ignore` files from the root down to a folder say. Immutable; each folder has its own.
 *
 * The file nearest to a path decides, as in git. What git itself knows beyond these files (`info/exclude`, its index) is not asked.
 */
export class IgnoreRules {
  static readonly none = new IgnoreRules([]);
  readonly #levels: readonly Level[];

  private constructor(levels: readonly Level[]) {
    this.#levels = levels;
  }

  /** What the ignore files above a folder say; nothing where they ignore the folder itself, since somebody named it. */
  static async above(root: { place: string; fileSystem: FileSystem }, path: string): Promise<IgnoreRules> {
    const { place, fileSystem } = root;
    let rules = IgnoreRules.none;
    let at = '';
    for (const segment of path === '' ? [] : path.split('/')) {
      const folder = at === '' ? place : fileSystem.join(place, at);
      rules = await rules.entering(fileSystem, folder, at, (await fileSystem.list(folder)) ?? []);
      at = at === '' ? segment : `${at}/${segment}`;
      if (rules.ignores(at, true)) return IgnoreRules.none;
    }
    return rules;
  }

  /** These rules and those in a folder below, whose entries were listed. Paths are relative to one root throughout. */
  async entering(
    fileSystem: FileSystem,
    place: string,
    folder: string,
    entries: readonly Entry[],
  ): Promise<IgnoreRules> {
    const present = names.filter((name) => entries.some((entry) => entry.name === name && isPlainFile(entry)));
    if (present.length === 0) return this;
    const texts = await Promise.all(present.map((name) => readLines(fileSystem, fileSystem.join(place, name))));
    const { default: ignore } = await import('ignore'); // every window loads this file, few ever need the package
    const rules = ignore({ ignorecase: false, allowRelativePaths: true }).add(texts.flat());
    // A folder that is entered although rules above ignore it was taken back below them: they have no say in it.
    const levels = this.#levels.filter((level) => !ignores(level, folder, true));
    return new IgnoreRules([{ folder, rules }, ...levels]);
  }

  /** Whether a path relative to the root is to be left alone; its parents are taken to have been entered. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const level of this.#levels) {
      const decision = decide(level, path, isFolder);
      if (decision !== undefined) return decision;
    }
    return false;
  }
}

function ignores(level: Level, path: string, isFolder: boolean): boolean {
  return decide(level, path, isFolder) === true;
}

function decide({ folder, rules }: Level, path: string, isFolder: boolean): boolean | undefined {
  if (folder !== '' && !path.startsWith(`${folder}/`)) return undefined;
  const below = folder === '' ? path : path.slice(folder.length + 1);
  if (below === '') return undefined;
  const { ignored, unignored } = rules.test(isFolder ? `${below}/` : below);
  return ignored ? true : unignored ? false : undefined;
}

function isPlainFile(entry: Entry): boolean {
  return entry.type === 'file' && entry.isLink !== true;
}

async function readLines(fileSystem: FileSystem, place: string): Promise<string[]> {
  try {
    const decoded = decodeText(await fileSystem.read(place, limit), true);
    return decoded.kind === 'text' ? decoded.text.split(/\r\n|\r|\n/).filter(isCheap) : [];
  } catch {
    return [];
  }
}
