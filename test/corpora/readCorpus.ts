import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileReading } from '../../src/core/reviews/library';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { type FileRole, sortFiles } from '../../src/core/reviews/sortFiles';

/** A file of a corpus, and what is made of it. */
export interface CorpusFile {
  /** Relative to the corpus, `/` separators. */
  readonly path: string;
  readonly role: FileRole;
  /** Present where its role is that of a review. */
  readonly reading?: FileReading;
}

/** Where other people's reviews lie. They are no part of this repository. */
const home = join(process.cwd(), '..', 'shared', 'corpora');

/** Says why a suite about the corpora is left out, where it is. */
export function corporaAreMissing(): string | undefined {
  return existsSync(home) ? undefined : `skipped: there are no real reviews at ${home}`;
}

/** Where a corpus lies. */
export function placeOf(corpus: string): string {
  return join(home, corpus);
}

/** The folders of the corpora that hold reviews. */
export function corpusFolders(): readonly { readonly corpus: string; readonly folder: string }[] {
  const list = join(process.cwd(), 'test', 'corpora', 'expected', 'sources.json');
  const all = JSON.parse(readFileSync(list, 'utf8')) as readonly { corpus: string; folder: string; holds: string }[];
  return all.filter(({ holds }) => holds === 'reviews');
}

/** Every file of a corpus, relative to it, in order. */
export function filesOf(corpus: string): string[] {
  return readdirSync(placeOf(corpus), { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(placeOf(corpus), path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** Reads a folder of a corpus as a library with the default rules. */
export function readCorpus(corpus: string, folder: string): CorpusFile[] {
  const prefix = folder === '.' ? '' : `${folder}/`;
  const paths = filesOf(corpus)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
  const roles = sortFiles(paths, defaultRules);
  return paths.map((pathInSource): CorpusFile => {
    const path = prefix + pathInSource;
    const role = roles.get(pathInSource) ?? { role: 'omitted', reason: '' };
    if (role.role !== 'review') return { path, role };
    const text = readFileSync(join(placeOf(corpus), path), 'utf8');
    const file = { key: path, source: corpus, path, pathInSource, text, isTruncated: false, neighbours: paths };
    return { path, role, reading: readReviews(file, defaultRules) };
  });
}
