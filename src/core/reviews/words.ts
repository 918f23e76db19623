/** Phrases that are written one behind the other with ` | ` between them. */
export function words(list: string): readonly string[] {
  return list
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
