/** How far a link is looked at, in UTF-16 units. */
const longestLink = 400;

/** What stands before the end of a citation in a link, and the rest of the link: Markdown (words, target), AsciiDoc, Org, RST. */
const forms: readonly (readonly [before: RegExp, rest: RegExp])[] = [
  [/\[[^[\]]*$/, /^[^[\]]*\]\([^()]*\)/],
  [/\]\([^()]*$/, /^[^()]*\)/],
  [/(?:xref|link):[^[\]]*$/, /^[^[\]]*\[[^[\]]*\]/],
  [/(?:xref|link):[^[\]]*\[[^[\]]*$/, /^[^[\]]*\]/],
  [/\[\[[^[\]]*$/, /^[^[\]]*\]\[[^[\]]*\]\]/],
  [/\[\[[^[\]]*\]\[[^[\]]*$/, /^[^[\]]*\]\]/],
  [/`[^`]*$/, /^[^`]*>`__?/],
];

/**
 * Where the link ends in whose words or target a citation stands that ends at an offset; the offset itself where it stands in none.
 * Offsets are 0-based UTF-16 units. Links over several lines, and very long ones, are not followed.
 */
export function linkEnd(text: string, end: number): number {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, end - longestLink), end))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(text.slice(end, end + longestLink))?.[0] ?? '';
  for (const [opening, rest] of forms) {
    const found = opening.test(before) ? rest.exec(after) : null;
    if (found) return end + found[0].length;
  }
  return end;
}
