import type { Finding } from '../finding';
import type { Library, Source } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { allSteps, type Steps } from '../steps';
import type { Span } from '../text/span';
import { byteNeedles } from './byteNeedles';
import { closestNames } from './closestNames';
import { collectingNames } from './collectNames';
import { findNames, type NameHit, type Names } from './findNames';
import { IdPatterns } from './idPatterns';
import { urlKey } from './nameIndex';
import { NameMeanings } from './nameMeanings';
import { NamePlaces } from './namePlaces';
import { isPlaceholder } from './nameShape';

/** What a name of an incident means here. */
export type Resolution =
  | { readonly kind: 'known'; readonly reviews: readonly ReviewDocument[] }
  /** The library taught us the family (`INC-<n>`), but no review has this id. */
  | { readonly kind: 'unknown'; readonly family: string }
  | { readonly kind: 'notAnId' };

/**
 * All names of incidents that the library knows, ready to be found in text: ids, aliases, paths, URLs, and the families
 * that ids form. Built once for each version of the library.
 */
export class KnownIds {
  readonly library: Library;
  readonly #names: Names;
  readonly #sources: readonly Source[];
  readonly #patterns: IdPatterns;
  #meanings: NameMeanings | undefined;
  #needles: readonly [readonly string[] | undefined] | undefined;
  #asked: { readonly text: string; readonly places: NamePlaces } | undefined;
  readonly #closest = new Map<string, readonly string[]>();

  /** `names` are those of the library, where they were collected before. */
  constructor(library: Library, names: Names = allSteps(collectingNames(library))) {
    this.library = library;
    this.#names = names;
    this.#sources = library.sources;
    this.#patterns = new IdPatterns(this.#sources);
  }

  /** Makes it in steps, of the library as it is once its reviews are made. */
  static *collecting(library: Library): Steps<KnownIds> {
    return new KnownIds(library, yield* collectingNames(library));
  }

  /** The families that ids of the library form, such as `INC-<n>`, in alphabetical order. */
  get families(): readonly string[] {
    return [...this.#names.index.families.keys()].sort();
  }

  /** What every name means, to tell which texts have to be looked at again when the library has changed. */
  get meanings(): NameMeanings {
    this.#meanings ??= new NameMeanings(this.#sources, this.#names.reviews, this.#names.index);
    return this.#meanings;
  }

  /** What is wrong with id patterns of the sources; such a pattern is left out, everything else works. */
  get findings(): readonly Finding[] {
    return this.#patterns.findings;
  }

  /** The reviews in the file at a path relative to the root. */
  reviewsAt(path: string): readonly ReviewDocument[] {
    return this.#names.paths.at(path);
  }

  /** What one name means, by the rules by which citations are found; an alias, a path or a URL is a name too. */
  resolve(name: string): Resolution {
    const { index, paths, urls } = this.#names;
    const key = name.trim().toLowerCase();
    const known = index.names.get(key)?.reviews ?? index.urls.get(urlKey(key)) ?? paths.resolve(key, undefined);
    if (known.length > 0) return { kind: 'known', reviews: known };
    const url = urls.spans(name)[0];
    const reached = url ? (urls.resolve(name, url)?.reviews ?? []) : [];
    if (reached.length > 0) return { kind: 'known', reviews: reached };
    const family = name.trim().replace(/\d+/g, '<n>');
    const isOfFamily = index.families.has(family) && !isPlaceholder(name.trim());
    return isOfFamily ? { kind: 'unknown', family } : { kind: 'notAnId' };
  }

  /** Whether a name would be matched wherever it stands, without a path, a link or a marker. */
  isDistinctive(name: string): boolean {
    return this.#names.index.names.get(name.toLowerCase())?.isDistinctive ?? false;
  }

  /** The known ids nearest to a name, best first, at most `most`. */
  closest(name: string, most: number): readonly string[] {
    const key = `${most} ${name}`;
    const there = this.#closest.get(key);
    if (there) return there;
    if (this.#closest.size > 500) this.#closest.clear();
    const found = closestNames(name, this.library.reviews, most);
    this.#closest.set(key, found);
    return found;
  }

  /** Whether a text can hold a citation at all: a quick look that says yes too often, never no wrongly. */
  mayOccurIn(text: string): boolean {
    return this.placesIn(text).from(0) < Number.POSITIVE_INFINITY;
  }

  /** The same of a text of which each byte, in UTF-8, is taken for a character. */
  mayOccurInBytes(latin1: string): boolean {
    const { prefixes } = this.#names;
    if (prefixes !== undefined && !isOfAscii(prefixes)) return true;
    return !this.#patterns.areOfBytes || this.mayOccurIn(latin1);
  }

  /**
   * Where in a text names may stand, whatever stands around them.
   *
   * Whoever asks of a text is soon followed by others who ask the same; and bytes that read like a text are that text, all of it ASCII.
   */
  placesIn(text: string): NamePlaces {
    if (this.#asked?.text !== text) this.#asked = { text, places: new NamePlaces(text, this.#looks(text)) };
    return this.#asked.places;
  }

  #looks(text: string): readonly (RegExp | undefined)[] {
    const { prefixes, urls } = this.#names;
    return [...(prefixes ? [prefixes] : []), ...(urls.mayOccurIn(text) ? [inUrl] : []), ...this.#patterns.looks];
  }

  /**
   * Two ASCII characters each, of which one stands in all bytes of UTF-8 that have a citation; nothing where no few tell. A quicker look than
   * {@link mayOccurInBytes}, which asks more.
   */
  get byteNeedles(): readonly string[] | undefined {
    this.#needles ??= [this.#findNeedles()];
    return this.#needles[0];
  }

  #findNeedles(): readonly string[] | undefined {
    const { prefixes, urls } = this.#names;
    if (this.#patterns.areAny || (prefixes && !isOfAscii(prefixes))) return undefined;
    const begins = [...(prefixes ? [prefixes.source] : []), ...(urls.areAny ? [':\\/\\/'] : [])];
    return begins.length === 0 ? [] : byteNeedles({ source: begins.join('|') });
  }

  /** The names of incidents in a part of one line, in order, without overlap; offsets into the line. */
  findIn(line: string, part: Span, documentPath: string | undefined): readonly NameHit[] {
    const hits = findNames(line, part, this.#names, documentPath);
    return this.#patterns.areAny ? this.#patterns.addTo(hits, line, part, (name) => this.resolve(name)) : hits;
  }
}

const inUrl = /:\/\//g;

/** Whether an expression matches the bytes of a text wherever it matches the text. */
function isOfAscii({ source, unicode }: RegExp): boolean {
  return !unicode && /^[ -~]*$/.test(source);
}
