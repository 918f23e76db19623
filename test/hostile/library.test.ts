import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Library } from '../../src/core/reviews/library';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { LibrarySearch, toSearchResult } from '../../src/core/reviews/search';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { checkShown } from './checkShown';
import { canarySecret, type HostileCase, type Outcome } from './hostileCase';
import { controls, hostileCases } from './hostileCases';
import { closeSockets, hostileObjects } from './hostileFiles';
import {
  addControls,
  canariesIn,
  fingerprint,
  type HostileLibrary,
  makeHostileLibrary,
  unlockObjects,
} from './hostileLibrary';
import { type ReadLibrary, readLibrary, withoutReadNow } from './readLibrary';

describe('a hostile library', function () {
  this.timeout(120_000);
  let folder: string;
  let made: HostileLibrary;
  let asItWas: string;
  let read: ReadLibrary;

  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-hostile-')));
    made = makeHostileLibrary(folder);
    for (const [name, problem] of made.skipped) console.log(`note: ${name} cannot be made here: ${problem}`);
    asItWas = fingerprint(folder);
    read = await readLibrary(made.root, nodeFileSystem);
  });

  after(() => {
    closeSockets();
    unlockObjects(made.source);
    rmSync(folder, { recursive: true, force: true });
  });

  it('has at least 200 cases', () => assert.ok(hostileCases().length + hostileObjects.length >= 200));

  for (const hostile of hostileCases()) {
    it(`${hostile.group}: ${hostile.name}`, () => {
      const reviews = reviewsOf(read.library, hostile.path);
      const outcome = outcomeOf(read.library, hostile.path, reviews);
      assert.ok(
        hostile.permitted.includes(outcome),
        `became ${outcome}: ${JSON.stringify(problemsOf(read.library, hostile.path))}`,
      );
      checkTold(hostile, reviews);
      for (const review of reviews.slice(0, 1)) checkShown(review, read.known);
    });
  }

  for (const { name, path, mayBeReview } of hostileObjects) {
    it(`objects: ${name}`, () => {
      const reviews = reviewsOf(read.library, path);
      if (!mayBeReview) assert.deepEqual(reviews, []);
      for (const review of reviews) checkShown(review, read.known);
    });
  }

  it('says of each file one thing, or that it is long as well', () => {
    const files = new Map<string, number>();
    for (const { code, path } of read.library.problems) {
      assert.match(code, /^[a-z-]+$/);
      if (code !== 'duplicate-id' && code !== 'too-long') files.set(path, (files.get(path) ?? 0) + 1);
    }
    assert.deepEqual(
      [...files].filter(([, count]) => count > 1),
      [],
    );
  });

  it('says it in sentences that tell what to do, on one line', () => {
    for (const { message, path } of read.library.problems) {
      assert.match(message, /^[^\r\n]{10,400}[.?]$/u, `${path}: ${message}`);
      assert.doesNotMatch(message, /\p{Cc}|undefined|\[object/u);
    }
  });

  it('reads the other files as if they were alone', async () => {
    const alone = join(folder, 'alone');
    addControls(join(alone, 'docs', 'incidents'));
    const { library } = await readLibrary(alone, nodeFileSystem);
    for (const path of Object.keys(controls)) {
      const [expected] = reviewsOf(library, path);
      const [found] = reviewsOf(read.library, path);
      assert.deepEqual(found && facts(found), expected && facts(expected));
    }
    rmSync(alone, { recursive: true });
  });

  it('reads nothing outside', () => {
    const told = JSON.stringify([read.library.reviews.map(facts), read.library.problems, read.library.omitted]);
    assert.equal(told.includes(canarySecret), false);
    assert.equal(/root:.*:0:0:/.test(told), false);
  });

  it('runs nothing, and changes nothing', () => {
    assert.deepEqual(canariesIn(folder), []);
    assert.equal(fingerprint(folder), asItWas);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('reads the same twice, in any order', async () => {
    const again = await readLibrary(made.root, withoutReadNow(nodeFileSystem));
    assert.deepEqual(told(again.library), told(read.library));
  });

  it('is searched', () => {
    const search = new LibrarySearch(read.library);
    for (const _ of search.preparing()) {
      // All steps at once.
    }
    const words = [
      'kettle',
      'surprised',
      'a'.repeat(1000),
      '"',
      '<script>',
      '(a+)+$',
      '__proto__',
      '\0',
      '*'.repeat(500),
    ];
    for (const word of words) {
      assert.equal(JSON.stringify(search.findPassages(word, 20).map(toSearchResult)).includes(canarySecret), false);
      search.findTitles(word, 20);
    }
    assert.ok(search.findPassages('kettle', 20).length > 10);
    assert.equal(
      search.findPassages('CANARY-EXCLUDED', 20).some(({ excerpt }) => excerpt.includes('CANARY-EXCLUDED')),
      false,
    );
  });
});

/** The reviews of a file of the hostile library. */
function reviewsOf({ reviews }: Library, path: string): readonly ReviewDocument[] {
  return reviews.filter((review) => review.path === `docs/incidents/${path}`);
}

/** What the one finding on a file is; nothing where there is none. Two that claim an id are no fault of the file. */
function problemsOf({ problems }: Library, path: string) {
  return problems.filter((each) => each.path === `docs/incidents/${path}` && each.code !== 'duplicate-id');
}

function outcomeOf(library: Library, path: string, reviews: readonly ReviewDocument[]): Outcome {
  if (problemsOf(library, path).length > 0) return 'finding';
  if (reviews.length > 0) return 'review';
  return library.omitted.some((each) => each.path === `docs/incidents/${path}`) ? 'omitted' : 'silent';
}

function checkTold({ title, id, date }: HostileCase, [review]: readonly ReviewDocument[]): void {
  if (!review) return;
  if (title !== undefined) assert.equal(review.title, title);
  if (id !== undefined) assert.equal(review.id, id);
  if (date !== undefined) assert.equal(review.date, date);
  assert.match(review.date ?? '2020', /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
  assert.ok(review.id.length > 0 && review.title.length > 0);
}

/** What a review is found to be, all lists read. */
function facts(review: ReviewDocument): unknown {
  const { id, idFrom, aliases, title, path, date, status, severity, services, tags, people } = review;
  const { summary, surprises, difficulties, contributors, materials, sections } = review;
  const told = [id, idFrom, aliases, title, path, date, status, severity, services, tags, people];
  return [...told, summary, surprises, difficulties, contributors, materials, sections];
}

function told({ reviews, problems, omitted }: Library): unknown {
  return [reviews.map(facts), problems, omitted];
}
