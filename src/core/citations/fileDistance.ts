/** How far one file is from another. */
export interface FileDistance {
  /** Whether the other one is a copy of others' code, in a folder that the first one is not in. */
  readonly isVendored: boolean;
  /** The folders that one goes out of and into on the way; 0 in the same folder. */
  readonly folders: number;
}

/** Folders for code that others wrote, in small letters. */
const vendored = new Set(
  'vendor vendored third_party third-party thirdparty node_modules bower_components site-packages godeps pods'.split(
    ' ',
  ),
);

/** How far it is from one file to another. Both paths are relative to the same root, `/` separators. */
export function fileDistance(from: string, to: string): FileDistance {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/').slice(0, -1);
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  const into = there.slice(shared);
  return {
    isVendored: into.some((name) => vendored.has(name.toLowerCase())),
    folders: here.length - shared + into.length,
  };
}

/** Orders distances from one file: the nearer first, copies of others' code last. */
export function nearerFirst(a: FileDistance, b: FileDistance): number {
  return Number(a.isVendored) - Number(b.isVendored) || a.folders - b.folders;
}
