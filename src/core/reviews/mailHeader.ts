import type { Prose } from './outline';

/** A field of the header of a letter (RFC 5322, 3.6), and `Sent`, which mail programs write in its place when they quote. */
const headerLine = /^(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To):/i;

/** Whether a block is the header of a letter: it begins with two such fields at least. */
export function isMailHeader(block: Prose): boolean {
  return block.lines.length > 1 && block.lines.slice(0, 2).every(({ text }) => headerLine.test(text));
}
