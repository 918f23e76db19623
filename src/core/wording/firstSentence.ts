/** Behind these a dot ends no sentence. */
const abbreviation = /(?:^|[\s(.])(?:e\.g|i\.e|approx|ca|vs|cf|etc|no|dr|mr|ms|st|\p{L})\.$/iu;

/** The first sentence of a line of text, the whole line where no sentence ends in it. */
export function firstSentence(line: string): string {
  for (const { index, 0: mark } of line.matchAll(/[.!?…](?=["'”’)]?\s)|[。！？]/gu)) {
    const end = index + mark.length;
    if (mark === '.' && abbreviation.test(line.slice(Math.max(0, end - 10), end))) continue;
    return line.slice(0, end) + (/^["'”’)]/.exec(line.slice(end))?.[0] ?? '');
  }
  return line;
}
