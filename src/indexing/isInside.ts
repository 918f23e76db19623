/** Whether a place is a folder itself or below it, by their names alone: both must have their links resolved for that to mean anything. */
export function isInside(folder: string, place: string): boolean {
  return pathBelow(folder, place) !== undefined;
}

/** The `/`-separated path that leads from a folder to a place below it, empty for the folder itself; nothing where it is not below. */
export function pathBelow(folder: string, place: string): string | undefined {
  if (place === folder) return '';
  if (!place.startsWith(folder)) return undefined;
  const beyond = place.slice(folder.length);
  // Elsewhere than in Windows a backslash is a character of a name.
  const rest = folder.startsWith('/') ? beyond : beyond.replaceAll('\\', '/');
  if (rest.startsWith('/')) return rest.slice(1);
  return folder.endsWith('/') || folder.endsWith('\\') ? rest : undefined;
}
