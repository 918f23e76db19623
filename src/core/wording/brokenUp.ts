/** What ends a comment or a docstring in most languages. Never stands in what we insert, prose included: text is copied on from there. */
export const commentEnds: readonly string[] = ['*/', '-->', '"""'];

/** A text in which none of the marks occurs any more: a blank stands behind the first character of each. */
export function brokenUp(text: string, marks: readonly string[]): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    out += text.charAt(at);
    if (marks.some((mark) => text.startsWith(mark, at))) out += ' ';
  }
  return out;
}
