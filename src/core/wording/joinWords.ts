/** The first few of a list as a phrase: `INC-7, INC-9, INC-12 and 2 more`. */
export function joinWords(words: readonly string[], most: number, separator = ', '): string {
  const shown = words.slice(0, most).join(separator);
  const rest = words.length - most;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
