import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { canaryFile } from './hostileCase';
import { controls, hostileCases } from './hostileCases';
import { hostileObjects, makeOutside } from './hostileFiles';

/** A library on disk, and what could not be made of it on this machine. */
export interface HostileLibrary {
  readonly root: string;
  readonly source: string;
  readonly skipped: ReadonlyMap<string, string>;
}

/** Writes the hostile library below a folder: `root/docs/incidents`, and `outside` beside the root, where nobody may look. `groups` are those of the cases. */
export function makeHostileLibrary(
  folder: string,
  { objects = true, groups }: { objects?: boolean; groups?: readonly string[] } = {},
): HostileLibrary {
  const root = join(folder, 'root');
  const source = join(root, 'docs', 'incidents');
  const outside = join(folder, 'outside');
  makeOutside(outside);
  addControls(source);
  for (const { group, path, content } of hostileCases()) {
    if (groups?.includes(group) ?? true) put(join(source, path), content);
  }
  const skipped = objects ? addObjects(source, outside) : new Map();
  return { root, source, skipped };
}

/** Makes the hostile objects of a file system in a source; tells which cannot be made on this machine, and why. */
export function addObjects(source: string, outside: string): ReadonlyMap<string, string> {
  const skipped = new Map<string, string>();
  mkdirSync(join(source, 'objects'), { recursive: true });
  for (const { name, make } of hostileObjects) {
    const problem = make(source, outside);
    if (problem !== undefined) skipped.set(name, problem);
  }
  return skipped;
}

/** Gives back the permissions without which what was made cannot be taken away. */
export function unlockObjects(source: string): void {
  for (const { path } of hostileObjects.filter((each) => each.path.includes('locked'))) {
    const place = join(source, path);
    if (existsSync(place)) chmodSync(place, 0o700);
  }
}

/** Writes the reviews that nothing may touch into a source. */
export function addControls(source: string): void {
  for (const [path, text] of Object.entries(controls)) put(join(source, path), text);
}

/** What tells a folder with all in it from one in which something was changed; times of reading aside. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const place of walk(folder)) {
    const found = lstatSync(place);
    hash.update(JSON.stringify([place, found.mode, found.size, found.mtimeMs, found.ino]));
    if (found.isSymbolicLink()) hash.update(readlinkSync(place));
    else if (found.isFile() && (found.mode & 0o400) !== 0) hash.update(readFileSync(place));
  }
  return hash.digest('hex');
}

/** Files by the name of the canary below a folder: there should be none. */
export function canariesIn(folder: string): string[] {
  return walk(folder).filter((place) => place.endsWith(`/${canaryFile}`));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = join(folder, entry.name);
      // Names that are no UTF-8 cannot be asked for by name.
      if (entry.name.includes('\ufffd')) return [];
      return entry.isDirectory() ? [place, ...walk(place)] : [place];
    });
}

function put(place: string, content: string | Uint8Array): void {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
}
