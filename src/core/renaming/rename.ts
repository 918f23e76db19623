/** A change of a review's id, and of the name of its file or folder where that carries the id. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** The name of the file, or of the folder that stands for the review, before and after; nothing where it stays. */
  readonly base?: { readonly from: string; readonly to: string };
}

/** Whether a name begins with an id, in any case, and the id ends there. */
export function beginsWithId(name: string, id: string): boolean {
  return (
    id !== '' && name.toLowerCase().startsWith(id.toLowerCase()) && !/^[\p{L}\p{M}\p{N}]/u.test(name.slice(id.length))
  );
}

/** A name that begins with the old id, with the new one in its place; in small letters where the old one stood so. */
export function withNewId(name: string, { from, to }: Pick<Rename, 'from' | 'to'>): string {
  const written = name.slice(0, from.length);
  const isSmall = written !== from && written === written.toLowerCase();
  return `${isSmall ? to.toLowerCase() : to}${name.slice(from.length)}`;
}
