import { beginnings } from '../core/citations/collectNames';
import type { Names } from '../core/citations/findNames';
import type { KnownName } from '../core/citations/knownName';
import { spacedNames } from '../core/citations/nameIndex';
import { choosingPrefixes, type NamePrefixes, prefixExpression } from '../core/citations/namePrefixes';
import { ReviewPaths } from '../core/citations/reviewPaths';
import { UrlNames } from '../core/citations/urlNames';
import { type FileReading, type Library, reviewsIn } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { allSteps } from '../core/steps';
import { PackReader, PackWriter } from './packColumns';
import { madeOnce, SortedTexts } from './sortedTexts';

/**
 * The names of a library in one `ArrayBuffer`, to be looked up in it as it is: nothing is made of a name before a text holds it.
 *
 * Names, URLs and last parts of paths lie in the order of their UTF-16 units, each with how many reviews it means; those reviews (the number of
 * the file and the place in it) one behind the other. What is learned of them all (families, the expression that stops where names begin) is JSON.
 */
const nameColumns = ['text', 'flags', 'meant', 'count'] as const;
const [text, flags, meant, count] = [0, 1, 2, 3];
const reviewColumns = ['file', 'at'] as const;
const layout = {
  tables: [nameColumns, nameColumns, nameColumns, reviewColumns, ['learned'] as const],
  wide: [],
} as const;
const [names, urls, ends, reviews, learned] = [0, 1, 2, 3, 4];

const isAlias = 1;
const isDistinctive = 2;
const hasBlank = 4;

/** What is learned of all names. */
interface Learned {
  readonly families: readonly (readonly [family: string, count: number])[];
  readonly prefixes: NamePrefixes;
}

/** What files were read to be, in an order. */
export type FilesInOrder = Pick<readonly FileReading[], 'at' | typeof Symbol.iterator>;

/** Packs the names of a library. `files` are its files in an order that whoever opens the pack knows, too. */
export function packNames(all: Names, files: readonly FileReading[]): ArrayBuffer {
  const places = new Map<ReviewDocument, readonly number[]>();
  for (const [file, reading] of files.entries())
    if (reading.kind === 'reviews') reading.reviews.forEach((review, at) => void places.set(review, [file, at]));
  const writer = new PackWriter(layout);
  let written = 0;
  const add = (table: number, name: string, bits: number, named: readonly ReviewDocument[]) => {
    const known = named.flatMap((review) => [places.get(review) ?? []]);
    writer.addRow(table, [writer.text(name), bits, written, known.length]);
    for (const place of known) writer.addRow(reviews, place);
    written += known.length;
  };
  for (const [name, known] of sorted(all.index.names)) {
    const bits =
      (known.form === 'alias' ? isAlias : 0) |
      (known.isDistinctive ? isDistinctive : 0) |
      (name.indexOf(' ') > 0 ? hasBlank : 0);
    add(names, name, bits, known.reviews);
  }
  for (const [url, named] of sorted(all.index.urls)) add(urls, url, 0, named);
  for (const [end, named] of sorted(all.paths.byEnd)) add(ends, end, 0, Array.isArray(named) ? named : [named]);
  const told: Learned = {
    families: [...all.index.families],
    prefixes: allSteps(choosingPrefixes(beginnings(all))),
  };
  writer.addRow(learned, [writer.text(JSON.stringify(told))]);
  return writer.finish();
}

/** The names in a pack, of a library that holds just these files; nothing where the buffer is no pack. */
export function openNames(buffer: ArrayBuffer, library: Library, files: FilesInOrder): Names | undefined {
  const reader = PackReader.open(buffer, layout);
  const json = reader?.text(reader.cell(learned, 0, 0));
  if (!reader || json === undefined) return undefined;
  // We wrote it ourselves, and a checksum says that it is as it was written.
  const { families, prefixes }: Learned = JSON.parse(json);
  const meantBy = (table: number, row: number): ReviewDocument[] => {
    const first = reader.cell(table, row, meant);
    return Array.from({ length: reader.cell(table, row, count) }, (_, at) => first + at).flatMap((place) => {
      const reading = files.at(reader.cell(reviews, place, 0));
      return (reading?.kind === 'reviews' && reading.reviews[reader.cell(reviews, place, 1)]) || [];
    });
  };
  const known = new SortedTexts(
    reader,
    names,
    text,
    madeOnce((row): KnownName => {
      const bits = reader.cell(names, row, flags);
      return {
        form: bits & isAlias ? 'alias' : 'id',
        reviews: meantBy(names, row),
        isDistinctive: (bits & isDistinctive) !== 0,
      };
    }),
  );
  const spaced = known.rows((row) => (reader.cell(names, row, flags) & hasBlank) !== 0);
  const ofUrls = new SortedTexts(
    reader,
    urls,
    text,
    madeOnce((row) => meantBy(urls, row)),
  );
  const ofEnds = new SortedTexts(
    reader,
    ends,
    text,
    madeOnce((row) => meantBy(ends, row)),
  );
  return {
    get reviews() {
      return reviewsIn([...files]);
    },
    index: { names: known, spaced: spacedNames(spaced), urls: ofUrls, families: new Map(families) },
    paths: new ReviewPaths(ofEnds),
    prefixes: prefixExpression(prefixes),
    urls: new UrlNames(library, ofUrls),
  };
}

/** In the order of UTF-16 units, which is that of `<`. */
function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
