import type { Source } from '../core/reviews/library';
import type { FileSystem } from './fileSystem';
import { foldersNamed } from './foldersNamed';
import { foldersWithRules } from './foldersWithRules';
import { holdsReview } from './holdsReview';
import type { FileLook } from './indexSource';
import type { SourceListing } from './listSource';
import { type Candidate, isReallyInside, namedSources } from './namedSources';
import { readRules } from './readRules';
import { sourceNames } from './sourceNames';

/** The root of one workspace folder, or of the command line. */
export interface Root {
  /** Where it is: a place of the file system. */
  readonly place: string;
  readonly fileSystem: FileSystem;
  /** What sources were found to hold, where this is for one look only: see {@link listingOnce}. */
  readonly listings?: Map<string, SourceListing>;
}

/** What the settings or flags say about sources. */
export interface SourceOptions {
  /** Folders relative to the root, absolute, or below `~`; empty means: find them by name. */
  readonly folders: readonly string[];
  /** What `~` stands for; nothing where paths outside the root are not allowed (an untrusted workspace). */
  readonly home?: string;
  readonly allowOutside: boolean;
  /** Further id patterns from settings or flags. */
  readonly idPatterns: readonly string[];
  /** Is told of folders that have the name of a library and yet are none, and why, in words for people. */
  readonly onPassedOver?: (path: string, reason: string) => void;
}

/**
 * Finds the folders that hold reviews: the ones named, or the first well-known name that holds a review and every folder
 * with a `precedent.yaml` to depth 3. In the order of their paths. What was `seen` of sources, by their keys, spares reading their files again.
 *
 * @throws UserError where a named folder does not exist or lies outside and may not.
 */
export async function findSources(
  root: Root,
  options: SourceOptions,
  seen: ReadonlyMap<string, ReadonlyMap<string, FileLook>> = new Map(),
): Promise<readonly Source[]> {
  if (options.folders.length > 0) {
    const named = await namedSources(root, options);
    return Promise.all(named.map((candidate) => toSource(root, candidate, options)));
  }
  const described = await foldersWithRules(root);
  const byName = await firstByName(root, described, options, seen);
  const sources = await Promise.all([...described, ...byName].map((candidate) => toSource(root, candidate, options)));
  return sources.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The first folder with a well-known name that holds a review. Inside a library that describes itself, the library decides. */
async function firstByName(
  root: Root,
  described: readonly Candidate[],
  options: SourceOptions,
  seen: ReadonlyMap<string, ReadonlyMap<string, FileLook>>,
): Promise<Candidate[]> {
  for (const name of sourceNames) {
    for (const candidate of await foldersNamed(root, name)) {
      if (
        described.some(({ path }) => path === '' || candidate.path === path || candidate.path.startsWith(`${path}/`))
      ) {
        return [];
      }
      const source = await toSource(root, candidate, options);
      if (!options.allowOutside && !(await isReallyInside(root, candidate.place))) {
        options.onPassedOver?.(candidate.path, 'it is a link that leads outside the folder');
      } else if (await holdsReview(root, source, seen.get(source.key))) return [candidate];
      else options.onPassedOver?.(candidate.path, 'it holds no review');
    }
  }
  return [];
}

async function toSource(root: Root, { place, path }: Candidate, options: SourceOptions): Promise<Source> {
  const { rules, findings } = await readRules(root.fileSystem, place, path);
  const idPatterns = [...new Set([...rules.idPatterns, ...options.idPatterns])];
  return { key: place, path, root: root.place, rules: { ...rules, idPatterns }, findings };
}
