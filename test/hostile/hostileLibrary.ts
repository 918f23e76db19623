import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentCases } from './documentCases';
import { canaryFile, type HostileCase } from './hostileCase';
import { hostileObjects, makeOutside } from './hostileFiles';
import { wordCases } from './wordCases';

/** Reviews that nothing hostile may touch: what is read of them has to be what is read of them alone. */
export const controls: Readonly<Record<string, string>> = {
  'CONTROL-1-a-lamp.md':
    '---\ndate: 2024-05-06\npeople: [Ann Ek]\n---\n# A lamp\n\n## What surprised us\n\nIt was on.\n\n## Timeline\n\n- 14:00 Dark.\n- 14:05 Light. See CONTROL-2.\n',
  'CONTROL-2-a-kettle.adoc': '= A kettle\n:date: 2023-01-02\n\n== What was difficult\n\nNobody knew which button.\n',
  'CONTROL-3.yaml': 'title: A toaster\nid: CONTROL-3\ndate: 2022-03-04\ndescription: It was toast.\n',
};

/** Every hostile file of a library. */
export function hostileCases(): readonly HostileCase[] {
  return [...documentCases(), ...wordCases()];
}

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
  const skipped = new Map<string, string>();
  addControls(source);
  for (const { group, path, content } of hostileCases()) {
    if (groups?.includes(group) ?? true) put(join(source, path), content);
  }
  mkdirSync(join(source, 'objects'), { recursive: true });
  for (const { name, make } of objects ? hostileObjects : []) {
    const problem = make(source, outside);
    if (problem !== undefined) skipped.set(name, problem);
  }
  return { root, source, skipped };
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
