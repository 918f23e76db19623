/** Control characters, halves of characters, and all that Unicode lets a reader not see: bidi controls, zero-width characters, tags. */
const unseen = /[\p{Cc}\p{Cs}\p{DI}\u2028\u2029\ufff9-\ufffb]/gu;

/**
 * Shows what cannot be seen as the escape one would write for it: `\u202E`, `\u{E0041}`.
 *
 * Left as they are: what joins the parts of an emoji, chooses the form of a character, or joins letters in scripts that need it
 * (Persian, Hindi, …), because there it changes what is seen.
 */
export function visibleControls(text: string): string {
  return replaceUnseen(text, escapeOf);
}

/** A text without what cannot be seen, where an escape would be in the way: in what we insert into somebody's file. */
export function withoutControls(text: string): string {
  return replaceUnseen(text, () => '');
}

function replaceUnseen(text: string, replacement: (character: string) => string): string {
  return text.replace(unseen, (character, at: number) =>
    isNeeded(character, text.slice(Math.max(0, at - 4), at), text.slice(at + character.length, at + 4))
      ? character
      : replacement(character),
  );
}

function isNeeded(character: string, before: string, after: string): boolean {
  if (character === '\u200d' && emojiEnd.test(before) && emojiStart.test(after)) return true;
  if (character === '\u200c' || character === '\u200d') return joinedEnd.test(before) && joinedStart.test(after);
  if (character === '\ufe0e' || character === '\ufe0f') return symbolEnd.test(before);
  return character >= '\u{e0100}' && character <= '\u{e01ef}' && /\p{Script=Han}$/u.test(before);
}

// Not one class: V8 of Chromium 156 misses an optional class of both planes before the end.
const emojiEnd = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?$/u;
const emojiStart = /^\p{Extended_Pictographic}/u;
const symbolEnd = /[\p{Extended_Pictographic}0-9#*]$/u;

/** Scripts in which the zero-width joiner and non-joiner are part of spelling: Unicode Standard Annex 31, section 2.3. */
const joinedScripts = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu'],
  ...['Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar'],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const joinedEnd = new RegExp(`[${joinedScripts}]$`, 'u');
const joinedStart = new RegExp(`^[${joinedScripts}]`, 'u');

function escapeOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
