/** Nobody opens so many brackets, or entries in one line, without closing some. */
const most = 200;

/** What begins an entry inside of an entry: `- - -`, `? ? ?`. */
const indicators = /(?:[-?:][ \t]+){50}/;

/** So many names in one line stand in a list or a sentence, never in one another. */
const mostNames = 100;

/**
 * Whether YAML is nested so deep that reading it would take long, by a look at its brackets and colons alone, in quotes or not: its parser
 * goes down a level for each and looks at what it has seen again and again. Linear.
 */
export function isTangled(source: string): boolean {
  let depth = 0;
  let names = 0;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) depth++;
    else if (unit === 0x5d || unit === 0x7d) depth = Math.max(0, depth - 1);
    else if (unit === 0x0a) names = 0;
    else if (unit === 0x3a && depth === 0 && source.charCodeAt(at + 1) === 0x20) names++;
    if (depth > most || names > mostNames) return true;
  }
  return indicators.test(source);
}
