/**
 * The way from one file to another, both relative to the root with `/` separators: `../incidents/INC-7.md`.
 *
 * Nothing where there is none: the document has no path, or only one of the two is absolute.
 */
export function relativePath(from: string | undefined, to: string): string | undefined {
  if (from === undefined || isAbsolute(from) !== isAbsolute(to)) return undefined;
  const folders = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(path);
}
