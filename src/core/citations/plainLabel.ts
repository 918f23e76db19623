import type { Span } from '../text/span';

/** What a label of a diagram stands between, where it is not the whole line: quotes first, then brackets and bars. */
const pairs: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ['[', ']'],
  ['{', '}'],
  ['|', '|'],
];

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', nbsp: ' ' };

/**
 * The label in which a citation stands, in a piece of a diagram: between quotes or brackets, else behind the colon of a message, else all
 * of the piece. Offsets are 0-based UTF-16 units.
 */
export function labelAround(text: string, { start, end }: Span, citation: Span): Span {
  const before = text.slice(start, citation.start);
  const after = text.slice(citation.end, end);
  for (const [open, close] of pairs) {
    const from = before.lastIndexOf(open);
    const to = after.indexOf(close);
    if (from >= 0 && to >= 0) return { start: start + from + 1, end: citation.end + to };
  }
  const isHtml = text[start] === '<' && text[end - 1] === '>';
  if (isHtml) return { start: start + 1, end: end - 1 };
  const colon = /->|--|>>|\bnote\b/i.test(before) ? /[^\s:]\s{0,3}:(?!:)/.exec(before) : null;
  return colon ? { start: start + colon.index + colon[0].length, end } : { start, end };
}

/** Text of a label as it is read out: on one line, without quotes, tags, entities and escapes. Blanks at the ends stay. */
export function plainLabel(text: string): string {
  return text
    .replace(/&(?:(lt|gt|quot|apos|amp|nbsp)|#(?:x0{0,6}a|0{0,6}10|xa0|160));/gi, (_, name?: string) =>
      name === undefined ? ' ' : (entities[name.toLowerCase()] ?? ' '),
    )
    .replace(/<\/?(?:[biuso]|em|strong|font|span|sub|sup)(?:\s[^<>]{0,500})?>/gi, '')
    .replace(/<\/?[A-Za-z!][^<>]{0,500}>|<\/?[A-Za-z]>|\\[nlrt]/g, ' ')
    .replace(/\s+/g, ' ');
}
