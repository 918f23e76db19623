const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Longer ones are nobody's letter: a base with hundreds of combining marks. */
const longestGrapheme = 48;

/**
 * Cuts a text that is too long at the end of a word, never inside what a reader sees as one character, and puts "…" there.
 *
 * `most` counts visible characters, "…" included, or whatever `costOf` says of one. Where the last word would take half of the
 * room, as in scripts without spaces, it is cut inside.
 */
export function cutText(text: string, most: number, costOf: (grapheme: string) => number = () => 1): string {
  const room = most - costOf('…');
  let spent = 0;
  let end = 0;
  let wordEnd = 0;
  for (const { segment, index } of segmentsOf(text)) {
    if (segment.trim() === '' && end === index) wordEnd = index;
    spent += segment.length > longestGrapheme ? Number.POSITIVE_INFINITY : costOf(segment);
    if (spent > most) return room < 0 ? '' : `${withoutTail(text.slice(0, wordEnd * 2 > end ? wordEnd : end))}…`;
    if (spent <= room) end = index + segment.length;
  }
  return text;
}

/** What a reader sees as one character each. The segmenter is asked only where ASCII does not answer by itself. */
function* segmentsOf(text: string): Generator<{ readonly segment: string; readonly index: number }, void> {
  const segments = graphemes.segment(text);
  for (let index = 0; index < text.length; ) {
    const isAlone =
      isPrintable(text.charCodeAt(index)) && (index + 1 === text.length || isPrintable(text.charCodeAt(index + 1)));
    const segment = isAlone ? text.charAt(index) : (segments.containing(index)?.segment ?? text.charAt(index));
    yield { segment, index };
    index += segment.length;
  }
}

/** Whether a UTF-16 unit is a visible character of ASCII or a blank: nothing joins two of them. */
function isPrintable(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f;
}

function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,;:–—-…'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
