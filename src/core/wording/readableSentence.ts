import type { Citation } from '../citations/citation';
import type { Markup } from '../text/markup';
import { plainText } from '../text/plainText';
import { shortLine } from './shortLine';

const markups: readonly (readonly [ending: RegExp, markup: Markup])[] = [
  [/\.(?:adoc|asciidoc|asc)$/i, 'asciidoc'],
  [/\.re?st$/i, 'rst'],
  [/\.org$/i, 'org'],
  [/\.(?:md|markdown|mdx|qmd)$/i, 'markdown'],
];

/** The sentence that cites, to be read: in prose without the marks of its format, on one line, at most `most` visible characters. */
export function readableSentence({ sentence, path, kind }: Citation, most: number): string {
  const isProse = kind === 'prose' || kind === 'review';
  const markup = isProse ? markups.find(([ending]) => ending.test(path))?.[1] : undefined;
  if (markup === undefined) return shortLine(sentence, most);
  return shortLine(plainText(markup === 'asciidoc' ? sentence.replace(anchorOrTitle, '$1$2') : sentence, markup), most);
}

/** AsciiDoc's anchor or title of a block, when it is all there is. */
const anchorOrTitle = /^(?:\[\[([^\],]+)\]\]|\.(\p{Lu}.*))$/u;
