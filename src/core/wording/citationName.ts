/** How a citation of a review, or of a part of it, is written: `INC-7`, `INC-7#what-surprised-us`, `INC-7@14:06`. */
export function citationName(id: string, passage?: string): string {
  if (passage === undefined) return id;
  return /^\d{1,2}:\d{2}$/.test(passage) ? `${id}@${passage}` : `${id}#${passage}`;
}

/** A name taken apart again. An id may itself hold `#` or `@`: only the last one that reads as a passage counts. */
export function splitCitationName(name: string): { readonly id: string; readonly passage?: string } {
  const moment = /^(.+)@(\d{1,2}:\d{2})$/.exec(name);
  if (moment?.[1] && moment[2]) return { id: moment[1], passage: moment[2] };
  const hash = name.lastIndexOf('#');
  return hash > 0 ? { id: name.slice(0, hash), passage: name.slice(hash + 1) } : { id: name };
}
