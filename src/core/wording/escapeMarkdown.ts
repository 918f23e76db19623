import { oneLine } from './oneLine';

/**
 * Text of a review as Markdown that means nothing but that text: no link, image, icon, HTML, list or bare URL can come of it.
 *
 * All ASCII punctuation becomes numeric entities, because backslashes do not neutralise `<command:…>` or bare URLs in VS Code.
 * The result is one line, with nothing in it that cannot be seen.
 */
export function escapeMarkdown(text: string): string {
  return escapePunctuation(oneLine(text));
}

/** The escape alone, for text that is one line already; also of a single character. */
export function escapePunctuation(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
