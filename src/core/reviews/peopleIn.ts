import { splitPeople } from './splitList';

/** How many words one name may have; what has more is a sentence. */
const mostWords = 4;

/** What goes on about somebody rather than naming somebody else. */
const remark = /^(?:about|a|an|at|because|by|for|from|has|in|keeps|knows|not|on|she|he|they|the|who|whose|with)\s/;

/** Words that begin sentences with a capital and name nobody. */
const notNames = new Set(
  (
    'a about after all also am an and another any anybody anyone as ask at because before but by call contact do ' +
    'everybody everyone everything find for from had has have he her here him his how i if in is it its look many me mine most my ' +
    'no nobody none not nothing of on one or our read she so some somebody someone speak still talk tell than thanks that the ' +
    'their them then there these they this those to us was we were what when where which who whom whose why with you your ' +
    'mr mrs ms dr prof professor skipper captain january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

/**
 * The people named in a block of a section about people: names divided by commas and the like, else the names in its sentences.
 * A sentence in which nobody is named gives nobody; of a short item that names nobody in capitals its beginning counts.
 */
export function peopleIn(text: string, isParagraph: boolean): string[] {
  const names = splitPeople(text);
  const isList =
    names.every((name) => name.split(' ').length <= mostWords && !remark.test(name)) && !/[.!?]$/.test(text);
  if (isList) return names;
  const found = text.split(/(?<=[.!?;])\s/).flatMap(namesInSentence);
  return found.length > 0 || isParagraph || text.length > 60 ? found : names.slice(0, 1);
}

/**
 * The names in a sentence: two to four words with capitals that follow each other, but not what comes after "at" or "in", which is a
 * place; and a single one where the sentence begins as in "Ada about the cap", "To Ada for leases", "Ada, on the quay".
 */
function namesInSentence(sentence: string): string[] {
  const found: string[] = [];
  let name: string[] = [];
  let before = '';
  const close = () => {
    if (name.length > 1 && name.length <= mostWords && !/^(?:at|in|from|near)$/i.test(before))
      found.push(name.join(' '));
    name = [];
  };
  for (const word of sentence.split(/\s/)) {
    // What is longer is no name, and the halves of the pattern overlap.
    if (word.length > 60) {
      close();
      continue;
    }
    const [, open = '', bare = '', behind = ''] = /^([("“„‘]?)([\p{L}\p{M}.'’-]*?)([^\p{L}\p{M}]*)$/u.exec(word) ?? [];
    if (open !== '') close();
    if (isNameWord(bare)) {
      name.push(bare);
      if (behind === '') continue;
      close();
      before = '';
      continue;
    }
    close();
    before = bare;
  }
  close();
  const lead =
    /^(?:(?:Ask|To) )?([\p{L}\p{M}'’-]{2,30})(?: (?:about|for|keeps|knows|found|built|wrote)|, (?:on|at|in|by|about|for|who)) /u.exec(
      sentence,
    )?.[1];
  return lead !== undefined && isNameWord(lead) ? [lead, ...found] : found;
}

/** Whether a word may be part of a name: with a capital, and none that only begins a sentence. */
export function isNameWord(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]{0,30}$/u.test(word) && /\p{Ll}/u.test(word) && !notNames.has(word.toLowerCase());
}
