import { UserError } from '../core/userError';
import type { Root, SourceOptions } from './findSources';
import { isInside, pathBelow } from './isInside';
import { patiently } from './patiently';

/** A folder that may become a source. */
export interface Candidate {
  readonly place: string;
  /** Relative to the root, empty for the root itself, absolute for one outside; `/` separators. */
  readonly path: string;
}

/**
 * The folders that settings or flags name, each once, in their order.
 *
 * @throws UserError where one does not exist, is no folder, or lies outside the root and may not.
 */
export async function namedSources(root: Root, options: SourceOptions): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  for (const folder of options.folders) {
    const candidate = resolve(root, folder, options);
    await check(root, folder, candidate, options);
    if (!found.has(candidate.place)) found.set(candidate.place, candidate);
  }
  return [...found.values()];
}

function resolve(root: Root, folder: string, options: SourceOptions): Candidate {
  const written = folder.trim().replaceAll('\\', '/');
  if (written === '') {
    throw new UserError('A source has no name. Give it as a folder relative to the root, such as docs/incidents.');
  }
  const isBelowHome = /^~(?:\/|$)/.test(written);
  if (isBelowHome || /^(?:\/|[A-Za-z]:\/)/.test(written)) {
    const place = placeOutside(root, folder, isBelowHome ? trimmed(written.slice(1)) : undefined, options);
    return { place, path: pathOf(root, place) };
  }
  const path = trimmed(written);
  const place = path === '' ? root.place : root.fileSystem.join(root.place, path);
  return { place, path: path.split('/').includes('..') ? pathOf(root, place) : path };
}

function placeOutside(root: Root, folder: string, belowHome: string | undefined, options: SourceOptions): string {
  const { absolute, join } = root.fileSystem;
  if (!options.allowOutside) throw outside(folder);
  if (!absolute || (belowHome !== undefined && options.home === undefined)) {
    throw new UserError(`The source ${folder} cannot be reached from here. Name one inside the workspace.`);
  }
  return belowHome === undefined ? absolute(folder.trim()) : join(absolute(options.home ?? ''), belowHome);
}

function pathOf(root: Root, place: string): string {
  return pathBelow(root.place, place) ?? place.replaceAll('\\', '/');
}

/** Without slashes at the ends, which would make another name of the same folder. */
function trimmed(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

async function check(root: Root, folder: string, { place }: Candidate, options: SourceOptions): Promise<void> {
  const { fileSystem } = root;
  if (!options.allowOutside && !isInside(root.place, place)) throw outside(folder);
  if (!(await fileSystem.list(place))) {
    if (await fileSystem.stat(place))
      throw new UserError(`${folder} is a file. A source is the folder that holds the reviews.`);
    throw new UserError(`There is no folder ${folder} that can be read. Create it, or name another source.`);
  }
  if (!options.allowOutside && !(await isReallyInside(root, place))) throw outside(folder);
}

/** Whether a folder is inside the root when all links are followed; so it is taken to be where there are no links. */
export async function isReallyInside(root: Root, place: string): Promise<boolean> {
  const { locate } = root.fileSystem;
  if (!locate) return true;
  const [real, realRoot] = await Promise.all([patiently(() => locate(place)), patiently(() => locate(root.place))]);
  return real !== undefined && realRoot !== undefined && isInside(realRoot.real, real.real);
}

function outside(folder: string): UserError {
  return new UserError(`The source ${folder} lies outside the folder, which is not allowed here.`);
}
