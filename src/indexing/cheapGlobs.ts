import picomatch from 'picomatch';

/** Tells whether a `/`-separated relative path is meant. */
export type PathMatcher = (path: string) => boolean;

/** How many globs count; the rest is left out. */
const mostGlobs = 500;

/**
 * One test for all globs, as settings write them: two stars for any depth; dot files are included.
 *
 * Whoever wrote them may wish us harm: a glob becomes a regular expression, and each further star in a segment multiplies
 * the time it can take. Globs that are not {@link isCheap} match nothing.
 */
export function matchGlobs(globs: readonly string[]): PathMatcher {
  const cheap = globs.filter(isCheap).slice(0, mostGlobs);
  // Most are no more than a name, and it is asked of every path: one look finds out what an expression for each would.
  const names = new Set(cheap.flatMap((glob) => nameAnywhere.exec(glob)?.[1] ?? []));
  const matchers = cheap.filter((glob) => !nameAnywhere.test(glob)).flatMap(compile);
  return (path) => names.has(path.slice(path.lastIndexOf('/') + 1)) || matchers.some((matches) => matches(path));
}

/** A glob that means a name, wherever it stands. */
const nameAnywhere = /^\*\*\/([\w.-]+)$/;

/** Whether a glob or a line of a `.gitignore` can be tested in bounded time: at most three stars in a segment, no extended globs. */
export function isCheap(glob: string): boolean {
  if (glob.length > 500 || /[@!?+*]\(/.test(glob)) return false;
  const segments = glob.split('/');
  if (segments.filter((segment) => segment === '**').length > 4) return false;
  return segments.every((segment) => segment === '**' || segment.split('*').length <= 4);
}

function compile(glob: string): PathMatcher[] {
  try {
    return [picomatch(glob, { dot: true, noextglob: true, nonegate: true })];
  } catch {
    return [];
  }
}
