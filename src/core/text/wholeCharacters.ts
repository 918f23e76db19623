/**
 * A text with U+FFFD in place of each half of a character: escapes of JSON and YAML can write what no file can hold, and what is kept in a
 * file or handed to another process would become another text there.
 */
export function wholeCharacters(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
