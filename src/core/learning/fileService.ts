import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { foldWord } from '../reviews/searchWords';
import { allSteps, type Steps } from '../steps';

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

/** The services that reviews name, by {@link keyOf}. */
type NamedServices = ReadonlyMap<string, { readonly service: string; readonly reviews: readonly ReviewDocument[] }>;

/** Folders that every repository has, whatever services are called. */
const structural = new Set(
  'src lib libs test tests spec docs doc internal pkg cmd main java kotlin scripts tools build dist app apps services packages modules vendor public'.split(
    ' ',
  ),
);

/** What a library says of services: which there are, and which folders are theirs. Made once for each version of the library. */
export class FileServices {
  readonly #named: NamedServices;
  /** Longest folder first. */
  readonly #told: readonly (readonly [folder: string, service: string])[];

  /** `named` are the services of the library, where they were collected before. */
  constructor(library: Library, named: NamedServices = allSteps(collectingNamed(library))) {
    this.#named = named;
    this.#told = library.sources
      .flatMap(({ rules }) => Object.entries(rules.services))
      .map(([folder, service]) => [folder.replace(/^\.?\/|\/$/g, ''), service] as const)
      .sort(([a], [b]) => b.length - a.length);
  }

  /** Makes it in steps, of the library as it is once its reviews are made. */
  static *collecting(library: Library): Steps<FileServices> {
    yield* library.making();
    return new FileServices(library, yield* collectingNamed(library));
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

function* collectingNamed({ reviews }: Library): Steps<NamedServices> {
  const named = new Map<string, { readonly service: string; readonly reviews: ReviewDocument[] }>();
  for (const [at, review] of reviews.entries()) {
    if (at % 64 === 0) yield;
    for (const service of review.services) {
      const key = keyOf(service);
      const there = named.get(key);
      if (!there) named.set(key, { service, reviews: [review] });
      else if (there.reviews.at(-1) !== review) there.reviews.push(review);
    }
  }
  return named;
}

/** Names in any case, with whatever joins their words, are one. */
function keyOf(service: string): string {
  return foldWord(service.trim()).replace(/[\s_.-]+/g, '-');
}
