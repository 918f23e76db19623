import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { corporaAreMissing, readCorpus } from './readCorpus';

/** What a careful reader says of a document; see `expected/README.md`. */
interface Expected {
  readonly corpus: string;
  readonly path: string;
  readonly sections?: readonly WantedSection[];
  readonly hasTimeline?: boolean;
  readonly [field: string]: unknown;
}

interface WantedSection {
  readonly heading: string;
  readonly kind?: string;
  readonly kindOneOf?: readonly string[];
}

interface Folder {
  readonly corpus: string;
  readonly folder: string;
  readonly holds: string;
}

/** Fields that are one value, a list in which only membership counts, or a list as it stands. */
const single = ['id', 'idFrom', 'title', 'date', 'severity', 'status'] as const;
const lists = ['people', 'services'] as const;

// What the rules read is held against what careful readers wrote down before any rule had run.
describe('what careful readers say of real reviews', () => {
  const missing = corporaAreMissing();
  if (missing) {
    it(missing, function () {
      console.log(missing);
      this.skip();
    });
    return;
  }
  const documents = expected<Expected>('documents.json');
  const readings = new Map(
    expected<Folder>('sources.json')
      .filter(({ holds }) => holds === 'reviews')
      .flatMap(({ corpus, folder }) =>
        readCorpus(corpus, folder).map((file) => [`${corpus}/${file.path}`, file.reading] as const),
      ),
  );
  const known = new Set(
    [...readings.values()].flatMap((reading) =>
      reading?.kind === 'reviews' ? reading.reviews.map(({ id }) => id.toLowerCase()) : [],
    ),
  );
  const tally = new Map<string, { right: number; all: number }>();

  for (const document of documents) {
    it(`${document.corpus}/${document.path}`, () => {
      const reading = readings.get(`${document.corpus}/${document.path}`);
      assert.equal(reading?.kind, 'reviews', 'it is read as a review');
      const review = reading?.kind === 'reviews' ? reading.reviews[0] : undefined;
      assert.ok(review);
      const differences = compare(document, review, known, (field, isRight) => {
        const count = tally.get(field) ?? { right: 0, all: 0 };
        tally.set(field, { right: count.right + (isRight ? 1 : 0), all: count.all + 1 });
      });
      assert.deepEqual(differences, []);
    });
  }

  after(() => {
    console.log([...tally].map(([field, { right, all }]) => `${field} ${right}/${all}`).join(', '));
  });
});

function compare(
  document: Expected,
  review: ReviewDocument,
  known: ReadonlySet<string>,
  count: (field: string, isRight: boolean) => void,
): string[] {
  const differences: string[] = [];
  const check = (field: string, isRight: boolean, found: unknown, wanted: unknown) => {
    count(field, isRight);
    if (!isRight) differences.push(`${field}: found ${JSON.stringify(found)}, a reader says ${JSON.stringify(wanted)}`);
  };
  for (const field of single) {
    const found = review[field] ?? null;
    const oneOf = document[`${field}OneOf`];
    const start = document[`${field}StartsWith`];
    if (Array.isArray(oneOf)) check(field, oneOf.includes(found), found, oneOf);
    else if (typeof start === 'string') check(field, found?.startsWith(start) ?? false, found, start);
    else if (field in document) check(field, found === document[field], found, document[field]);
  }
  for (const field of lists) {
    if (field in document) check(field, sameList(review[field], document[field]), review[field], document[field]);
  }
  if (document.sections) {
    const absent = notInOrder(document.sections, review.sections);
    const found = review.sections.map(({ heading, kind }) => `${kind}: ${heading}`);
    check('sections', absent.length === 0, found, absent);
  }
  if (document.hasTimeline !== undefined) {
    const found =
      review.sections.some(({ kind }) => kind === 'timeline') || review.moments.some(({ kind }) => kind === 'timeline');
    check('hasTimeline', found === document.hasTimeline, found, document.hasTimeline);
  }
  if ('materials' in document) {
    const local = review.materials.map(({ path }) => path).filter((path) => !/^https?:|#L\d+$/.test(path));
    check('materials', sameList(local, document.materials), local, document.materials);
  }
  if ('related' in document) {
    // Ids that the text merely names are added when all reviews are known; here nothing may be made up.
    const wanted = document.related as readonly string[];
    const found = review.related.filter((id) => known.has(id.toLowerCase()));
    check(
      'related',
      found.every((id) => wanted.includes(id)),
      found,
      wanted,
    );
  }
  return differences;
}

function sameList(found: readonly string[], wanted: unknown): boolean {
  return Array.isArray(wanted) && JSON.stringify([...found].sort()) === JSON.stringify([...wanted].sort());
}

/** Those of the wanted that do not follow one another among the found. */
function notInOrder(
  wanted: readonly WantedSection[],
  found: readonly { heading: string; kind: string }[],
): WantedSection[] {
  let from = 0;
  return wanted.filter(({ heading, kind, kindOneOf }) => {
    const kinds = kindOneOf ?? [kind];
    const at = found.findIndex((each, index) => index >= from && each.heading === heading && kinds.includes(each.kind));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

function expected<Item>(name: string): readonly Item[] {
  return JSON.parse(readFileSync(join(process.cwd(), 'test', 'corpora', 'expected', name), 'utf8')) as readonly Item[];
}
