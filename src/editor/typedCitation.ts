/** A citation that is being written, as far as it stands before the cursor. Columns are 0-based UTF-16 units. */
export type TypedCitation =
  /** Something that may become an id, or a word of a title; empty between words. */
  | { readonly kind: 'name'; readonly start: number; readonly typed: string }
  /** What follows `#` or `@` behind an id. */
  | {
      readonly kind: 'passage';
      readonly start: number;
      readonly typed: string;
      readonly id: string;
      readonly mark: '#' | '@';
    };

/** The citation that ends where the text ends, which is the line up to the cursor. */
export function typedCitation(text: string): TypedCitation {
  const start = startOf(text, /[\p{L}\p{M}\p{N}_-]/u);
  const typed = text.slice(start);
  const moment = startOf(text, /[\d:]/);
  for (const [at, mark] of [
    [start, '#'],
    [moment, '@'],
  ] as const) {
    if (text.charAt(at - 1) !== mark) continue;
    const id = text.slice(startOf(text.slice(0, at - 1), /[\p{L}\p{M}\p{N}_.-]/u), at - 1);
    if (id !== '') return { kind: 'passage', start: at, typed: text.slice(at), id, mark };
  }
  return { kind: 'name', start, typed };
}

/** Where the run of such characters begins that ends the text. */
function startOf(text: string, character: RegExp): number {
  let start = text.length;
  while (start > 0 && character.test(text.charAt(start - 1))) start--;
  return start;
}
