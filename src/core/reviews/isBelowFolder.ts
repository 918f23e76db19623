/** Whether a path stands below a folder, both relative to one root with `/` separators; no where there is no folder. */
export function isBelowFolder(path: string, folder: string | undefined): boolean {
  if (folder === undefined) return false;
  const below = folder.replace(/^\.\//, '').replace(/\/+$/, '');
  return below !== '' && path.startsWith(`${below}/`);
}
