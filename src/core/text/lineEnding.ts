/** The way in which a text ends its lines: that of its first line; `\n` where there is but one. */
export function lineEnding(text: string): '\r\n' | '\r' | '\n' {
  const found = /\r\n|\r|\n/.exec(text)?.[0];
  return found === '\r\n' || found === '\r' ? found : '\n';
}
