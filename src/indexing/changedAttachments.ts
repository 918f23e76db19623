import { wholeCharacters } from '../core/text/wholeCharacters';
import type { FileSystem } from './fileSystem';
import { readDocument } from './readDocument';

/** With more names than this, whoever holds one of their endings may hold one of them. */
const mostNames = 20;

/**
 * Words of which a document holds one that names one of some files, by their places: the names, also as addresses write them; of many files
 * their endings, which others hold as well.
 */
export function wordsThatName(places: readonly string[]): readonly string[] {
  const names = [...new Set(places.map((place) => decoded(/[^/\\]*$/.exec(place)?.[0] ?? '')))];
  if (names.length > mostNames)
    return [...new Set(names.map((name) => name.slice(Math.max(0, name.lastIndexOf('.')))))];
  return [...new Set(names.flatMap((name) => [name, encodeURI(name), encodeURIComponent(name)]))];
}

/** Places on virtual file systems are addresses. A half of a character cannot be written in one. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return wholeCharacters(name);
  }
}

/** Whether what is read of a document holds one of the words; where there are none, it is not read. Not so where it cannot be read. */
export async function holdsWord(fileSystem: FileSystem, place: string, words: readonly string[]): Promise<boolean> {
  if (words.length === 0) return false;
  try {
    const { content } = await readDocument(fileSystem, place);
    return content.kind === 'text' && words.some((word) => content.text.includes(word));
  } catch {
    return false;
  }
}
