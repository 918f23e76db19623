import { citableSpans } from '../citations/citableSpans';
import type { Language } from '../citations/languages';
import { scanText } from '../citations/scanText';
import { mayBeginAt, mayEndAt } from '../citations/wordBoundary';

/** The word by which a comment silences what is said about the names behind it, in the file in which it stands. */
export const ignoreWord = 'precedent-ignore';

/** What stands farther behind the word on its line is not looked at, in UTF-16 units. */
const reach = 400;

/**
 * Reads the comments `precedent-ignore INC-7` of a text: tells whether one of them names a name. They hold for the whole text.
 *
 * They count where citations count: in comments of code, anywhere in prose but in code spans and fences, anywhere in a text whose language
 * is not known. Several names may follow the word, and words that give the reason. Case does not matter.
 */
export function ignoredNames(text: string, language: Language | undefined): (name: string) => boolean {
  if (!text.includes(ignoreWord)) return () => false;
  const lists = language ? listsIn(text, language) : text.split(/\r\n?|\n/).flatMap(namesBehind);
  return (name) => lists.some((list) => holds(list, name.toLowerCase()));
}

function listsIn(text: string, language: Language): string[] {
  const lists: string[] = [];
  scanText(text, language, (line, _start, spans) => {
    if (!line.includes(ignoreWord)) return;
    for (const { start, end } of citableSpans(line, spans, language, 'comments')) {
      lists.push(...namesBehind(line.slice(start, end)));
    }
  });
  return lists;
}

function namesBehind(part: string): string[] {
  const at = part.indexOf(ignoreWord);
  if (at < 0) return [];
  const from = at + ignoreWord.length;
  return [part.slice(from, from + reach).toLowerCase()];
}

/** Whether a name stands in a list by itself: `INC-7` does in `INC-7, INC-9`, not in `INC-77`, and not in `INC-7#impact`, which is only a part of it. */
function holds(list: string, name: string): boolean {
  if (name === '') return false;
  for (let at = list.indexOf(name); at >= 0; at = list.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (mayBeginAt(list, at) && mayEndAt(list, end) && !/^(?:#[\p{L}\p{N}_-]|@\d)/u.test(list.slice(end, end + 3)))
      return true;
  }
  return false;
}
