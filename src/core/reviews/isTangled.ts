/** Nobody opens so many brackets, or entries in one line, without closing some. */
const most = 200;

/** What begins an entry inside of an entry: `- - -`, `? ? ?`. */
const indicators = /(?:[-?:][ \t]+){50}/;

/**
 * Whether YAML is nested so deep that reading it would take long, by a look at its brackets alone, in quotes or not: its parser goes
 * down a level for each and looks at what it has seen again and again. Linear.
 */
export function isTangled(source: string): boolean {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) depth++;
    else if (unit === 0x5d || unit === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > most) return true;
  }
  return indicators.test(source);
}
