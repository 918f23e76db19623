import { escapeIcons } from './escapeIcons';
import { shortLine } from './shortLine';

/** Text of a review or a document for a label that VS Code draws: one line of at most `most` characters, no icons, nothing unseen. */
export function labelText(text: string, most: number): string {
  return escapeIcons(shortLine(text, most));
}
