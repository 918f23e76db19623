import type { FoundCitation } from '../citations/citation';
import { beginsWithId, type Rename } from './rename';

/**
 * What a citation of a renamed review says afterwards; nothing where it stays as it is: former ids and URLs of other tools, which are
 * still known, and paths to a file that keeps its name. The passage behind it stays.
 */
export function renamedCitation(
  { text, form }: Pick<FoundCitation, 'text' | 'form'>,
  rename: Rename,
): string | undefined {
  switch (form) {
    case 'id':
    case 'marker':
    case 'pattern':
      return beginsWithId(text, rename.from) ? `${rename.to}${text.slice(rename.from.length)}` : undefined;
    case 'path':
    case 'link':
      return renamedPath(text, rename);
    case 'alias':
    case 'url':
      return undefined;
  }
}

/** The path with its last part that names the file or folder renamed: whole, or without what follows the first dot. */
function renamedPath(text: string, rename: Rename): string | undefined {
  const end = text.search(/[#?]/);
  const path = end < 0 ? text : text.slice(0, end);
  if (path.includes('://')) return undefined;
  if (path.toLowerCase() === rename.from.toLowerCase()) return `${rename.to}${text.slice(path.length)}`;
  const { base } = rename;
  if (!base) return undefined;
  const parts = path.split('/');
  const at = parts.findLastIndex((part) => isNameOf(part, base.from) && beginsWithId(part, rename.from));
  const part = parts[at];
  if (part === undefined) return undefined;
  const renamed = `${base.to.slice(0, rename.to.length)}${part.slice(rename.from.length)}`;
  return `${parts.with(at, renamed).join('/')}${text.slice(path.length)}`;
}

function isNameOf(part: string, base: string): boolean {
  const name = decoded(part).toLowerCase();
  const whole = base.toLowerCase();
  return name !== '' && (whole === name || (whole.startsWith(name) && whole.charAt(name.length) === '.'));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
