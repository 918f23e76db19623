/** The words that come of swapping two neighbouring letters of a word: `clokc` → …, `clock`. Of long ones, the first 24 letters. */
export function swapped(word: string): readonly string[] {
  const letters = [...word];
  const words = letters.slice(1, 24).flatMap((letter, at) => {
    const before = letters[at] ?? '';
    return letter === before ? [] : [[...letters.slice(0, at), letter, before, ...letters.slice(at + 2)].join('')];
  });
  return [...new Set(words)];
}
