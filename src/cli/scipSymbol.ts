/** What the version of a library is in symbols: reviews have none, and code searches match symbols to the letter. */
const version = '1';

/**
 * The name of a review in an index for code search: `precedent reviews incidents 1 INC-7#`. The same in every repository that cites it,
 * as long as the library is called the same.
 *
 * Grammar: the message `Symbol` in the schema of SCIP.
 */
export function scipSymbol(library: string, id: string): string {
  return `precedent reviews ${part(library)} ${version} ${identifier(id)}#`;
}

/** A part before the descriptors: spaces are doubled; an empty one is a point. */
function part(text: string): string {
  return text === '' ? '.' : text.replaceAll(' ', '  ');
}

function identifier(text: string): string {
  return /^[\w+$-]+$/.test(text) ? text : `\`${text.replaceAll('`', '``')}\``;
}
