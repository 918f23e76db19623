import { oneLine } from '../core/wording/oneLine';

/** How wide text is set where nobody says how wide the terminal is, in columns. */
const usualWidth = 100;

/** Lines longer than this are hard to read, shorter ones hold too little; in columns. */
const widest = 120;
const narrowest = 40;

/** The width to set text in, for a terminal of so many columns. */
export function textWidth(columns: number | undefined): number {
  return Math.min(widest, Math.max(narrowest, columns ?? usualWidth));
}

/**
 * Text of a review or a file name as it may be put on a terminal: one line, nothing unseen, no command for the machines
 * that read logs (`::error::`, `##vso[…]`, `##[…]`: GitHub and Azure take them from anybody's output).
 */
export function terminalText(text: string): string {
  return harmless(oneLine(text));
}

/** Takes the meaning for log readers out of a line, by a backslash where it would begin. */
export function harmless(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\:').replace(/##(?=\[|vso\[)/gi, '#\\#');
}

/** How many columns a text takes on a terminal: two for wide characters and emoji, none for what stands on another character. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}|\u200d|\ufe0f/u.test(character)) continue;
    columns += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return columns;
}

/** Fills up with spaces to so many columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Breaks a text between words into lines of at most so many columns, each behind the indent; the first behind `first` where given. */
export function wrapText(text: string, width: number, indent: string, first = indent): string[] {
  const room = Math.max(20, width - columnsOf(indent));
  const lines: string[] = [];
  let line = '';
  for (const word of terminalText(text)
    .split(' ')
    .flatMap((each) => pieces(each, room))) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each, index) => harmless((index === 0 ? first : indent) + each));
}

/** A word that is wider than a line, in pieces: scripts without spaces, and long addresses. */
function pieces(word: string, room: number): string[] {
  if (columnsOf(word) <= room) return [word];
  const found: string[] = [];
  let piece = '';
  let columns = 0;
  for (const character of word) {
    const wide = columnsOf(character);
    if (columns + wide > room) {
      found.push(piece);
      piece = '';
      columns = 0;
    }
    piece += character;
    columns += wide;
  }
  return piece === '' ? found : [...found, piece];
}

/** East Asian wide and full-width characters and emoji: Unicode Standard Annex 11, in ranges rough enough for setting columns. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
