import type { Source } from '../core/reviews/library';
import type { Root } from './findSources';
import { IgnoreRules } from './ignoreRules';
import { isInside, pathBelow } from './isInside';
import { type Listed, listFolders } from './listFiles';
import { type Pace, startPace } from './pace';

/** What a source folder holds: places of its files by their paths in the source, and what was left alone. */
export interface SourceListing {
  readonly files: ReadonlyMap<string, string>;
  readonly skipped: readonly Extract<Listed, { kind: 'skipped' }>[];
}

/** How to list a source. */
export interface SourceListingOptions {
  /** Places of folders to leave to others: sources below this one. */
  readonly except?: readonly string[];
  readonly pace?: Pace;
  readonly signal?: AbortSignal;
}

/** Lists a source, sorted by path. Paths are relative to the source. Ignore rules of the folders above it hold too, unless they ignore the source itself. */
export async function listSource(root: Root, source: Source, options: SourceListingOptions): Promise<SourceListing> {
  const except = (options.except ?? []).filter((place) => place !== source.key && isInside(source.key, place));
  const name = JSON.stringify([source.key, ...except]);
  const there = root.listings?.get(name);
  if (there) return there;
  const listing = await listAnew(root, source, { ...options, except });
  if (!options.signal?.aborted && !listing.skipped.some(({ isError }) => isError)) root.listings?.set(name, listing);
  return listing;
}

async function listAnew(root: Root, source: Source, options: SourceListingOptions): Promise<SourceListing> {
  const { fileSystem } = root;
  const files: [string, string][] = [];
  const skipped: Extract<Listed, { kind: 'skipped' }>[] = [];
  const prefix = pathBelow(root.place, source.key) === undefined ? '' : source.path;
  const real = await Promise.all([root.place, source.key].map((place) => fileSystem.locate?.(place)));
  const walk = listFolders(fileSystem, source.key, {
    path: prefix,
    allowed: real.flatMap((each) => (each ? [each.real] : [])),
    ignore: await IgnoreRules.above(root, prefix),
    except: new Set(options.except),
    pace: options.pace ?? startPace(),
    ...(options.signal && { signal: options.signal }),
  });
  for await (const folder of walk) {
    for (const listed of folder) {
      const path = prefix === '' ? listed.path : listed.path.slice(prefix.length + 1);
      if (listed.kind === 'file') files.push([path, listed.place]);
      else skipped.push({ ...listed, path });
    }
  }
  return { files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))), skipped };
}
