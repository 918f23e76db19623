import { splitAlternatives } from './firstCharacters';
import { atomAt, isAnchor, matchedBy, repetitionAt } from './regExpAtoms';

/** To look for more of them takes longer than to try the expression. */
const mostNeedles = 6;

const codes = Array.from({ length: 128 }, (_, code) => code);

/**
 * Pairs of ASCII characters of which one stands in every text that an expression matches, whatever case it is in: a look for a few bytes is far
 * quicker than one for a pattern. Nothing where there are no such pairs, or too many.
 *
 * Reads expressions made of alternatives without groups.
 */
export function byteNeedles({ source }: Pick<RegExp, 'source'>): readonly string[] | undefined {
  const needles = new Set<string>();
  for (const alternative of splitAlternatives(source)) {
    const pairs = fewestPairs(alternative);
    if (!pairs) return undefined;
    for (const pair of pairs) needles.add(pair);
  }
  return needles.size <= mostNeedles ? [...needles] : undefined;
}

/** Of all places of an alternative, the two neighbours that can be written in the fewest ways. */
function fewestPairs(source: string): readonly string[] | undefined {
  let fewest: readonly string[] | undefined;
  let before: readonly string[] | undefined;
  for (let at = 0; at < source.length; ) {
    const atom = atomAt(source, at);
    at += atom.length;
    if (/^[()]/.test(atom) || isAnchor(atom) || repetitionAt(source, at).text !== '') return undefined;
    const here = inAnyCase(atom);
    const pairs = before && here ? before.flatMap((first) => here.map((second) => first + second)) : undefined;
    if (pairs && pairs.length < (fewest?.length ?? Infinity)) fewest = pairs;
    before = here;
  }
  return fewest;
}

/** The characters that an atom matches; nothing where they are many. */
function inAnyCase(atom: string): readonly string[] | undefined {
  if (atom.charCodeAt(0) > 127) return undefined;
  const characters = new Set(
    matchedBy(atom, codes).flatMap((code) => {
      const character = String.fromCharCode(code);
      return [character.toLowerCase(), character.toUpperCase()];
    }),
  );
  return characters.size > 0 && characters.size <= 2 ? [...characters] : undefined;
}
