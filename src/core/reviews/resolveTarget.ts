/**
 * Where a relative link leads, seen from a file; both paths `/`-separated and relative to the same folder.
 *
 * Nothing for addresses with a scheme, anchors in the page, and what leads out of the folder. A leading `/` means the folder itself.
 */
export function resolveTarget(target: string, from: string): string | undefined {
  const bare = decoded((target.split(/[?#]/, 1)[0] ?? '').trim()).replaceAll('\\', '/');
  if (bare === '' || /^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith('//') || bare.includes('\0'))
    return undefined;
  const folders = bare.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of bare.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') folders.push(part);
    else if (folders.pop() === undefined) return undefined;
  }
  return folders.length === 0 ? undefined : folders.join('/');
}

function decoded(target: string): string {
  if (!target.includes('%')) return target;
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
