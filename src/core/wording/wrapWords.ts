/** A word of a script with blanks, or a character of one without, its closing marks included; blanks are between. */
const piece =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][。、，！？：；」』）】]*|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu;

/** What takes two columns of a line. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const unseenWidth = /^(?:\p{M}|\u200c|\u200d)$/u;

/**
 * Breaks a line of words into lines of at most so many columns; `first` is the room of the first one. A word that is longer stands
 * alone. A line after the first never begins with what could mean something to a tool: `@tag`, a list mark, `type: ignore`.
 */
export function wrapWords(words: string, first: number, others: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let end = 0;
  for (const { 0: word, index } of words.matchAll(piece)) {
    const between = index > end ? ' ' : '';
    end = index + word.length;
    const longer = `${line}${between}${word}`;
    if (line === '' || columnsOf(longer) <= (lines.length === 0 ? first : others)) {
      line = line === '' ? word : longer;
      continue;
    }
    if (isPlain(word)) {
      lines.push(line);
      line = word;
      continue;
    }
    const cut = startOfPlainEnd(line);
    if (cut > 0) {
      lines.push(line.slice(0, cut).trimEnd());
      line = `${line.slice(cut)}${between}${word}`;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** How many columns a text takes; tabs reach to the next multiple of `tabSize`. */
export function columnsOf(text: string, tabSize = 4): number {
  let columns = 0;
  for (const character of text) {
    if (character === '\t') columns += tabSize - (columns % tabSize);
    else if (wide.test(character)) columns += 2;
    else if (!unseenWidth.test(character)) columns++;
  }
  return columns;
}

/** Whether a word means nothing but itself at the beginning of a line of a comment. */
function isPlain(word: string): boolean {
  return /^["'(“‘«„]?[\p{L}\p{N}]/u.test(word) && !/[:=]|^\d+[.)]$/.test(word);
}

/** Where the last words of a line begin that may begin the next one; 0 where none may. */
function startOfPlainEnd(line: string): number {
  for (let blank = line.lastIndexOf(' '); blank > 0; blank = line.lastIndexOf(' ', blank - 1)) {
    if (isPlain(/^\S*/.exec(line.slice(blank + 1))?.[0] ?? '')) return blank + 1;
  }
  return 0;
}
