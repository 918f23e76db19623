/**
 * How many typos lie between what was typed and a word, or the beginning of a word that comes closest: letters too many, too few, wrong,
 * or two neighbours swapped (optimal string alignment). More than `most` where there are more.
 */
export function typosBetween(
  typed: ArrayLike<number>,
  word: ArrayLike<number>,
  most: number,
  isBeginning = false,
): number {
  const tooMany = most + 1;
  if (typed.length - word.length > most || (!isBeginning && word.length - typed.length > most)) return tooMany;
  // A beginning that is longer than what was typed by more than the typos comes no closer.
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last: number[] = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row++) {
    const now = [row];
    let least = row;
    for (let at = 1; at <= width; at++) {
      const isSame = typed[row - 1] === word[at - 1];
      let typos = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      if (isSwapped) typos = Math.min(typos, (before[at - 2] ?? 0) + 1);
      now.push(typos);
      if (typos < least) least = typos;
    }
    if (least > most) return tooMany;
    before = last;
    last = now;
  }
  const typos = isBeginning ? Math.min(...last) : (last[word.length] ?? tooMany);
  return Math.min(typos, tooMany);
}

/** Which letters a word has, in 32 bits: one typo changes at most two of them. */
export function letterBits(word: ArrayLike<number>): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << ((word[at] ?? 0) & 31);
  return bits;
}

/** How many bits of 32 are set. */
export function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
