import { resolveTarget } from '../reviews/resolveTarget';
import { isCommonName, isDistinctiveStem, isDistinctiveSymbol, partsOf } from './commonNames';
import type { NamedAs } from './fileReason';
import type { WrittenName } from './writtenNames';

/** A file as it may be named: made by {@link namedFile}. */
export interface NamedFile {
  readonly path: string;
  /** Segments of the path, lower case, and the same without the extension of the last. */
  readonly segments: readonly string[];
  readonly stems: readonly string[];
  /** Names that it defines, as written. */
  readonly symbols: ReadonlySet<string>;
}

/** A file by its path, relative to the root with `/` separators, and the distinctive symbols that it defines. */
export function namedFile(path: string, symbols: readonly string[]): NamedFile {
  const segments = path.toLowerCase().split('/');
  const stem = stemOf(segments.at(-1) ?? '');
  // `fares/__init__.py` is the module `fares`.
  const isFolder = segments.length > 1 && /^(?:__init__|index|mod)$/.test(stem);
  const stems = isFolder ? segments.slice(0, -1) : [...segments.slice(0, -1), stem];
  return { path, segments, stems, symbols: new Set(symbols.filter(isDistinctiveSymbol)) };
}

/** Whether a name could mean any file at all; most words with a dot or a hump cannot, and need not be kept. */
export function mayNameFile({ name, isCode, isTarget }: WrittenName): boolean {
  if (isTarget) return true;
  const segments = segmentsOf(name);
  if (segments.length > 1) return segments.some((part) => !isCommonName(stemOf(part)));
  const [only = ''] = segments;
  const parts = modulePartsOf(name);
  if (parts.length >= 3 || (parts.length === 2 && isCode)) return true;
  if (only.includes('.') && isDistinctiveStem(stemOf(name))) return true;
  return isCode && isDistinctiveSymbol(name.split(/::|\./).at(-1) ?? name);
}

/** The words under which what a review wrote is found again: the last part of a path, of a module. Lower case. */
export function keysOf({ name, isCode }: Pick<WrittenName, 'name' | 'isCode'>): readonly string[] {
  const segments = segmentsOf(name);
  const last = segments.at(-1) ?? '';
  const keys = new Set([last, stemOf(last)]);
  if (segments.length === 1 || name.includes('::') || name.includes('\\')) {
    const parts = modulePartsOf(name);
    for (const part of parts.slice(-2)) keys.add(part);
    if (isCode) keys.add((name.split(/::|\./).at(-1) ?? '').toLowerCase());
  }
  keys.delete('');
  return [...keys];
}

/** The words under which a file is to be looked for. */
export function keysOfFile({ segments, stems, symbols }: NamedFile): readonly string[] {
  const joined = stems.slice(-1).map(snake);
  return [...new Set([...segments, ...stems, ...joined, ...[...symbols].map((symbol) => symbol.toLowerCase())])];
}

/**
 * As what a name that stands in a review means a file; nothing where it may well mean something else.
 *
 * A wrong answer is worse than none: a name that many files have (`index.ts`) needs more of its path, a folder two segments from the
 * root, a symbol two telling words. `reviewPath` is that of the review, as the file's path counts.
 */
export function matchName(written: WrittenName, file: NamedFile, reviewPath: string): NamedAs | undefined {
  const relative = /^\.{1,2}[/\\]/.test(written.name);
  if (relative || written.isTarget) {
    const resolved = resolveTarget(written.name, reviewPath)?.toLowerCase();
    if (resolved === file.path.toLowerCase()) return 'path';
    if (relative) return undefined;
  }
  return matchPath(written, file) ?? matchModule(written, file) ?? matchSymbol(written, file);
}

function matchPath({ name, isCode, isTarget }: WrittenName, file: NamedFile): 'path' | 'folder' | undefined {
  if (/::/.test(name)) return undefined;
  const said = segmentsOf(name);
  const isFolder = /[/\\]$/.test(name);
  if (said.length === 1 && !isFolder) {
    const [only = ''] = said;
    return only === file.segments.at(-1) && only.includes('.') && isDistinctiveStem(stemOf(name)) ? 'path' : undefined;
  }
  if (said.length < 2) return undefined;
  if (!isFolder && isPathOf(said, file.segments)) return 'path';
  // "and/or" is no path: without an extension it has to look like one.
  const looksLikePath = isCode || isTarget || isFolder || said.length >= 3;
  if (!looksLikePath || said.every((part) => isCommonName(part))) return undefined;
  if (!isFolder && isPathOf(said, file.stems)) return 'path';
  const isAround = said.length < file.segments.length && said.every((part, at) => part === file.segments[at]);
  return isAround ? 'folder' : undefined;
}

/** Whether what was said is a path, or the end of it that only this file is likely to have; or the path with more before it. */
function isPathOf(said: readonly string[], path: readonly string[]): boolean {
  if (path.length >= 2 && endsWith(said, path)) return true;
  return endsWith(path, said) && said.some((part) => !isCommonName(stemOf(part)));
}

/** Languages whose modules are named after their paths, and what joins them. */
const moduleJoints: Readonly<Record<string, string>> = {
  ...{
    py: '.',
    pyi: '.',
    java: '.',
    kt: '.',
    kts: '.',
    scala: '.',
    groovy: '.',
    clj: '.',
    hs: '.',
    ex: '.',
    exs: '.',
    lua: '.',
  },
  ...{ rs: '::', pm: '::', pl: '::', rb: '::', php: '\\' },
};

function matchModule(written: WrittenName, file: NamedFile): 'module' | undefined {
  const extension = /\.(\w{1,8})$/.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const joint = moduleJoints[extension];
  if (joint === undefined || !written.name.includes(joint) || /[/]/.test(written.name)) return undefined;
  const said = modulePartsOf(written.name);
  const isModule = (parts: readonly string[]) =>
    parts.length >= 2 &&
    endsWith(file.stems.map(snake), parts.map(snake)) &&
    parts.some((part) => !isCommonName(part)) &&
    (parts.length >= 3 || written.isCode);
  if (isModule(said)) return 'module';
  // `fares.capping.closes_at`: something in the module.
  return said.length >= 3 && isModule(said.slice(0, -1)) ? 'module' : undefined;
}

function matchSymbol({ name, isCode }: WrittenName, { symbols }: NamedFile): 'symbol' | undefined {
  if (!isCode || symbols.size === 0) return undefined;
  const last = name.split(/::|[.\\]/).at(-1) ?? name;
  return symbols.has(name) || (!name.includes('/') && symbols.has(last)) ? 'symbol' : undefined;
}

function segmentsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replace(/^[a-z][a-z\d+.-]*:\/\//, '')
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
}

function modulePartsOf(name: string): readonly string[] {
  return name
    .split(/::|[.\\]/)
    .filter((part) => part !== '' && part !== 'crate' && part !== 'self')
    .map((part) => part.toLowerCase());
}

/** Elixir and Ruby write `MyApp.RetryLimit` for `my_app/retry_limit`. */
function snake(part: string): string {
  return partsOf(part).join('');
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

function endsWith(whole: readonly string[], end: readonly string[]): boolean {
  const from = whole.length - end.length;
  return from >= 0 && end.every((part, at) => part === whole[from + at]);
}
