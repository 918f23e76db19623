import { remembering } from './remembering';

/**
 * The part of a GitHub link that leads to a heading: lower case, punctuation and emoji left out, blanks to hyphens.
 *
 * Source: github-slugger, as GitHub renders Markdown; other scripts keep their letters.
 */
export function slug(heading: string): string {
  const lower = heading.toLowerCase();
  if (/^[a-z0-9_ -]*$/.test(lower)) return lower.replaceAll(' ', '-');
  return lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
}

/** Documents of one library have many headings in common. */
const knownSlug = remembering(slug);

/** Makes slugs that are unique within one document, as GitHub does: a second `summary` becomes `summary-1`. */
export class UniqueSlugs {
  readonly #taken = new Map<string, number>();

  /** The slug for the next heading of the document. A heading without letters becomes `section`. */
  next(heading: string): string {
    const wanted = knownSlug(heading) || 'section';
    let result = wanted;
    let count = this.#taken.get(wanted);
    while (this.#taken.has(result)) {
      count = (count ?? 0) + 1;
      result = `${wanted}-${count}`;
    }
    if (count !== undefined) this.#taken.set(wanted, count);
    this.#taken.set(result, 0);
    return result;
  }
}
