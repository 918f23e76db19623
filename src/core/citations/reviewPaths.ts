import type { ReviewDocument } from '../reviews/review';

const documentExtension =
  /(?:\.html)?\.(?:md|markdown|mdx|qmd|txt|adoc|asciidoc|rst|org|ya?ml|json)(?:\.(?:erb|tmpl|j2))?$|\.(?:erb|tmpl|j2)$/;

/** The page that stands for its folder. */
const folderPage = /^(?:readme|index)(?:\.|$)/;

interface PathVariant<Review> {
  /** Lower case, no `/` at its ends. */
  readonly path: string;
  readonly review: Review;
  /** Whether it names the file as it is, with its extension. */
  readonly isFile: boolean;
}

/** Finds reviews by the paths under which texts link to them: from the root, from a document, without extension, by folder. */
export class ReviewPaths<Review extends { readonly path: string } = ReviewDocument> {
  /** By the last part of a path under which they may be linked to. Most parts are those of one review, and reviews are many. */
  readonly byEnd: ReadonlyMap<string, Review | readonly Review[]>;
  readonly #added = new Map<string, Review | Review[]>();

  /** `byEnd` are reviews that were taken note of before; none are added to them. */
  constructor(byEnd?: ReadonlyMap<string, Review | readonly Review[]>) {
    this.byEnd = byEnd ?? this.#added;
  }

  /** Takes note of a review. */
  add(review: Review): void {
    const path = trimmed(review.path);
    const folder = path.lastIndexOf('/') + 1;
    const last = path.slice(folder);
    const stem = last.replace(documentExtension, '');
    this.#add(last, review);
    if (stem !== last) this.#add(stem, review);
    if (folder > 0 && folderPage.test(stem)) this.#add(lastOf(path.slice(0, folder - 1)), review);
  }

  /** The reviews in the file at exactly this path. */
  at(path: string): readonly Review[] {
    const wanted = trimmed(path);
    return this.#variants(lastOf(wanted))
      .filter((variant) => variant.isFile && variant.path === wanted)
      .map(({ review }) => review);
  }

  /** What the last part of a path to a review can be, lower case. */
  names(): Iterable<string> {
    return this.byEnd.keys();
  }

  /**
   * The reviews at a path as written in a document (`from`, relative to the root, where known).
   *
   * A path relative to the document wins; else the path must be the end of a review's path, or a review's path its end (a link to the
   * repository's web page). A lone name counts only with its extension. Nothing where no review is there.
   */
  resolve(path: string, from: string | undefined): readonly Review[] {
    const written = trimmed(decoded(path).replace(/[?#].*$/, ''));
    const variants = this.#variants(lastOf(written));
    if (variants.length === 0) return [];
    const relative = from === undefined || path.startsWith('/') ? undefined : joined(trimmed(from), written);
    const exact = relative === undefined ? [] : variants.filter((variant) => variant.path === relative);
    const wanted = written.replace(/^(?:\.{1,2}\/)+/, '');
    const found = exact.length > 0 ? exact : variants.filter((variant) => endsAlike(variant, wanted));
    return [...new Set(found.map(({ review }) => review))];
  }

  #add(last: string, review: Review): void {
    if (last === '') return;
    const there = this.#added.get(last);
    if (there === undefined) this.#added.set(last, review);
    else if (Array.isArray(there)) there.push(review);
    else this.#added.set(last, [there, review]);
  }

  /** The paths of reviews that end with a part, one review after the other, as it is and then without extension or page. */
  #variants(last: string): readonly PathVariant<Review>[] {
    const there = this.byEnd.get(last);
    if (there === undefined) return [];
    const reviews = isList(there) ? new Set(there) : [there];
    return [...reviews].flatMap((review) => variantsOf(review).filter(({ path }) => lastOf(path) === last));
  }
}

/** As `Array.isArray`, which does not know of lists that may only be read. */
function isList<Value>(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}

function variantsOf<Review extends { readonly path: string }>(review: Review): PathVariant<Review>[] {
  const path = trimmed(review.path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const last = path.slice(folder.length);
  const stem = last.replace(documentExtension, '');
  const variants = [{ path, review, isFile: true }];
  if (stem !== last) variants.push({ path: folder + stem, review, isFile: false });
  if (folder !== '' && folderPage.test(stem)) variants.push({ path: folder.slice(0, -1), review, isFile: false });
  return variants;
}

function endsAlike({ path, isFile }: Pick<PathVariant<unknown>, 'path' | 'isFile'>, wanted: string): boolean {
  if (!wanted.includes('/') && (!isFile || folderPage.test(wanted))) return false;
  return path === wanted || path.endsWith(`/${wanted}`) || (path.includes('/') && wanted.endsWith(`/${path}`));
}

/** A path written in a document, from the root. */
function joined(document: string, path: string): string {
  const segments = document.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What paths are compared by: lower case, one `/` between segments, none at the ends. */
function trimmed(path: string): string {
  const lower = path.toLowerCase();
  const single = lower.includes('//') ? lower.replace(/\/{2,}/g, '/') : lower;
  return single.slice(single.startsWith('/') ? 1 : 0, single.endsWith('/') ? -1 : undefined);
}

/** `%20` and the like read; as it stands where it is no valid encoding. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
