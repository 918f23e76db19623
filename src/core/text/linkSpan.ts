import type { Span } from './span';

/** How far a link is looked at, in UTF-16 units. */
const longestLink = 400;

/** What stands before the end of a piece in a link, and the rest of the link: Markdown (words, target), AsciiDoc, Org, RST. */
const forms: readonly (readonly [before: RegExp, rest: RegExp])[] = [
  [/\[[^[\]]*$/, /^[^[\]]*\]\([^()]*\)/],
  [/\[[^[\]]*\]\([^()]*$/, /^[^()]*\)/],
  [/\]\([^()]*$/, /^[^()]*\)/],
  [/(?:xref|link):[^[\]]*$/, /^[^[\]]*\[[^[\]]*\]/],
  [/(?:xref|link):[^[\]]*\[[^[\]]*$/, /^[^[\]]*\]/],
  [/\[\[[^[\]]*$/, /^[^[\]]*\]\[[^[\]]*\]\]/],
  [/\[\[[^[\]]*\]\[[^[\]]*$/, /^[^[\]]*\]\]/],
  [/`[^`]*$/, /^[^`]*>`__?/],
];

/**
 * The link in whose words or target a piece of a text stands; the piece itself where it stands in none. Offsets are 0-based UTF-16 units.
 * Links over several lines, and very long ones, are not followed.
 */
export function linkSpan(text: string, { start, end }: Span): Span {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, end - longestLink), end))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(text.slice(end, end + longestLink))?.[0] ?? '';
  for (const [opening, rest] of forms) {
    const opened = opening.exec(before);
    const found = opened ? rest.exec(after) : null;
    if (opened && found)
      return { start: Math.min(start, end - before.length + opened.index), end: end + found[0].length };
  }
  return { start, end };
}
