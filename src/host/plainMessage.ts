/**
 * Text for a notification, in which VS Code would make a live link of `[text](command:…)`: text of reviews and of documents may stand in it.
 *
 * A space between the brackets is all it takes.
 */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}
