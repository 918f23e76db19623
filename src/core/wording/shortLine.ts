import { cutText } from './cutText';
import { oneLine } from './oneLine';

/** More than what `most` visible characters can take, bar tricks; what follows is not looked at. */
const unitsPerCharacter = 16;

/** Whose every unit is a visible character: most text, and nothing to count in it. */
const plain = /^[ -~]*$/;

/** A text on one line, cut at the end of a word to at most `most` visible characters: quick however long the text is. */
export function shortLine(text: string, most: number): string {
  const end = most * unitsPerCharacter;
  const isInsidePair = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  const line = oneLine(text.slice(0, isInsidePair ? end - 1 : end));
  return line.length <= most && plain.test(line) ? line : cutText(line, most);
}
