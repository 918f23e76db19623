import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { foldWord } from '../reviews/searchWords';

/** The service to which a file belongs, and what says so. */
export interface FileService {
  /** As reviews spell it. */
  readonly service: string;
  /** The folder that is the service's, relative to the root. */
  readonly folder: string;
  /** Whether `precedent.yaml` says so; else the folder has the name of the service. */
  readonly isTold: boolean;
  /** The reviews that name the service, in the order of their paths. */
  readonly reviews: readonly ReviewDocument[];
}

/** Folders that every repository has, whatever services are called. */
const structural = new Set(
  'src lib libs test tests spec docs doc internal pkg cmd main java kotlin scripts tools build dist app apps services packages modules vendor public'.split(
    ' ',
  ),
);

/** What a library says of services: which there are, and which folders are theirs. Made once for each version of the library. */
export class FileServices {
  readonly #named = new Map<string, { readonly service: string; readonly reviews: ReviewDocument[] }>();
  /** Longest folder first. */
  readonly #told: readonly (readonly [folder: string, service: string])[];

  constructor(library: Library) {
    for (const review of library.reviews) {
      for (const service of new Set(review.services)) {
        const there = this.#named.get(keyOf(service));
        if (!there) this.#named.set(keyOf(service), { service, reviews: [review] });
        else if (!there.reviews.includes(review)) there.reviews.push(review);
      }
    }
    this.#told = library.sources
      .flatMap(({ rules }) => Object.entries(rules.services))
      .map(([folder, service]) => [folder.replace(/^\.?\/|\/$/g, ''), service] as const)
      .sort(([a], [b]) => b.length - a.length);
  }

  /**
   * The service of a file: what `precedent.yaml` says of the nearest folder around it, else the outermost folder that is called like
   * a service of some review. A folder further in is named for what it talks to: `web/src/booking` is a part of `web`.
   *
   * `path` is relative to the root, `/` separators.
   */
  of(path: string): FileService | undefined {
    for (const [folder, service] of this.#told) {
      if (folder !== '' && path.startsWith(`${folder}/`)) {
        return { service, folder, isTold: true, reviews: this.#named.get(keyOf(service))?.reviews ?? [] };
      }
    }
    const folders = path.split('/').slice(0, -1);
    for (const [at, name] of folders.entries()) {
      const named = structural.has(name.toLowerCase()) ? undefined : this.#named.get(keyOf(name));
      if (named) return { ...named, folder: folders.slice(0, at + 1).join('/'), isTold: false };
    }
    return undefined;
  }
}

/** Names in any case, with whatever joins their words, are one. */
function keyOf(service: string): string {
  return foldWord(service.trim()).replace(/[\s_.-]+/g, '-');
}
