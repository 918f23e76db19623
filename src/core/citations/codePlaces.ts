/** A place in code that a text names. */
export interface CodePlace {
  /** As it stands between the marks. */
  readonly text: string;
  /** `/` separators, no `./` before it. */
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
}

/** What stands between code marks on one line. */
const marked = /[`=~]([^`=~\s]{3,200})[`=~]/g;

/** `src/checkout/holds.ts`, `src/checkout/holds.ts:42`, `holds.ts#L42`. */
const place =
  /^(?:\.\/)?((?:(?!\.\.\/)[\w@.+-]{1,80}\/){0,15}[\w@+-][\w@.+-]{0,80}\.[A-Za-z]\w{0,9})(?:(?::|#L)(\d{1,6}))?$/;

/** The places in code that a text names between code marks, each once, at most `most`. Whether they are there is for the caller to ask. */
export function codePlaces(text: string, most: number): readonly CodePlace[] {
  const places = new Map<string, CodePlace>();
  for (const [, written = ''] of text.matchAll(marked)) {
    if (places.size >= most) break;
    const [, path, line] = place.exec(written) ?? [];
    if (path === undefined || places.has(written)) continue;
    places.set(written, { text: written, path, ...(line === undefined ? {} : { line: Number(line) }) });
  }
  return [...places.values()];
}
