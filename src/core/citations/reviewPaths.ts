import type { ReviewDocument } from '../reviews/review';

const documentExtension =
  /(?:\.html)?\.(?:md|markdown|mdx|qmd|txt|adoc|asciidoc|rst|org|ya?ml|json)(?:\.(?:erb|tmpl|j2))?$|\.(?:erb|tmpl|j2)$/;

/** The page that stands for its folder. */
const folderPage = /^(?:readme|index)(?:\.|$)/;

interface PathVariant {
  readonly segments: readonly string[];
  readonly review: ReviewDocument;
  /** Whether it names the file as it is, with its extension. */
  readonly isFile: boolean;
}

/** Finds reviews by the paths under which texts link to them: from the root, from a document, without extension, by folder. */
export class ReviewPaths {
  readonly #byLast = new Map<string, PathVariant[]>();

  constructor(reviews: readonly ReviewDocument[]) {
    for (const review of reviews) {
      const segments = split(review.path);
      const last = segments.at(-1) ?? '';
      const stem = last.replace(documentExtension, '');
      this.#add({ segments, review, isFile: true });
      if (stem !== last) this.#add({ segments: [...segments.slice(0, -1), stem], review, isFile: false });
      if (folderPage.test(stem)) this.#add({ segments: segments.slice(0, -1), review, isFile: false });
    }
  }

  /** The reviews in the file at exactly this path. */
  at(path: string): readonly ReviewDocument[] {
    const segments = split(path);
    const variants = this.#byLast.get(segments.at(-1) ?? '') ?? [];
    return variants
      .filter((variant) => variant.isFile && isSame(variant.segments, segments))
      .map(({ review }) => review);
  }

  /** What the last part of a path to a review can be, lower case. */
  names(): Iterable<string> {
    return this.#byLast.keys();
  }

  /**
   * The reviews at a path as written in a document (`from`, relative to the root, where known).
   *
   * A path relative to the document wins; else the path must be the end of a review's path, or a review's path its end (a link to the
   * repository's web page). A lone name counts only with its extension. Nothing where no review is there.
   */
  resolve(path: string, from: string | undefined): readonly ReviewDocument[] {
    const written = split(decoded(path).replace(/[?#].*$/, ''));
    const variants = this.#byLast.get(written.at(-1) ?? '');
    if (!variants) return [];
    const relative = from === undefined || path.startsWith('/') ? undefined : joined(split(from).slice(0, -1), written);
    const exact = relative ? variants.filter(({ segments }) => isSame(segments, relative)) : [];
    const wanted = written.filter((segment) => segment !== '.' && segment !== '..');
    const found = exact.length > 0 ? exact : variants.filter((variant) => endsAlike(variant, wanted));
    return [...new Set(found.map(({ review }) => review))];
  }

  #add(variant: PathVariant): void {
    const last = variant.segments.at(-1);
    if (last === undefined) return;
    const there = this.#byLast.get(last);
    if (there) there.push(variant);
    else this.#byLast.set(last, [variant]);
  }
}

function endsAlike({ segments, isFile }: PathVariant, wanted: readonly string[]): boolean {
  if (wanted.length === 1 && (!isFile || folderPage.test(wanted[0] ?? ''))) return false;
  const shared = Math.min(segments.length, wanted.length);
  if (wanted.length > segments.length && segments.length < 2) return false;
  for (let back = 1; back <= shared; back++) if (segments.at(-back) !== wanted.at(-back)) return false;
  return true;
}

function joined(folder: readonly string[], path: readonly string[]): readonly string[] {
  const result = [...folder];
  for (const segment of path) {
    if (segment === '..') result.pop();
    else if (segment !== '.') result.push(segment);
  }
  return result;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index]);
}

function split(path: string): string[] {
  return path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
}

/** `%20` and the like read; as it stands where it is no valid encoding. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
