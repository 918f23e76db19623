import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { type CorpusFile, corporaAreMissing, filesOf, readCorpus } from './readCorpus';

interface Folder {
  readonly corpus: string;
  readonly folder: string;
  readonly documents: number;
  readonly holds: string;
}

const folder = join(process.cwd(), 'test', 'corpora');
const golden = join(folder, 'listing.golden.json');

// The golden listing notices change; it claims no truth. `UPDATE_GOLDEN=1` writes it anew: read the difference before committing it.
describe('the listing of real reviews', () => {
  const missing = corporaAreMissing();
  if (missing) {
    it(missing, function () {
      console.log(missing);
      this.skip();
    });
    return;
  }
  const sources = JSON.parse(readFileSync(join(folder, 'expected', 'sources.json'), 'utf8')) as readonly Folder[];
  const libraries = sources.filter(({ holds }) => holds === 'reviews');
  const listing: Record<string, unknown> = {};

  for (const source of libraries) {
    const name = `${source.corpus}/${source.folder}`;
    it(`loses no document of ${name} and gives every omission a reason`, () => {
      const files = readCorpus(source.corpus, source.folder);
      const prefix = source.folder === '.' ? '' : `${source.folder}/`;
      assert.equal(files.length, filesOf(source.corpus).filter((path) => path.startsWith(prefix)).length);
      const reviews = files.flatMap(({ reading }) => (reading?.kind === 'reviews' ? reading.reviews : []));
      assert.equal(reviews.length, source.documents);
      assert.deepEqual(
        files.filter((file) => reasonOf(file) === ''),
        [],
      );
      assert.equal(new Set(reviews.map(({ id }) => id)).size, reviews.length, 'ids are distinct');
      for (const review of reviews) assertWholesome(review);
      listing[name] = reviews.map(row);
    });
  }

  it('is the one we know', () => {
    const written = `${JSON.stringify(listing, null, 1)}\n`;
    if (process.env.UPDATE_GOLDEN || !existsSync(golden)) writeFileSync(golden, written);
    assert.equal(written, readFileSync(golden, 'utf8'));
  });
});

/** What a file was taken for, in words; empty where nothing was said of it. */
function reasonOf({ role, reading }: CorpusFile): string {
  if (role.role === 'omitted') return role.reason;
  if (role.role === 'material') return role.of.join(', ');
  if (reading?.kind === 'omitted') return reading.omission.reason;
  return reading?.kind === 'unreadable' ? reading.findings.map(({ message }) => message).join(' ') : role.role;
}

/** Facts and counts, no sentence of the document. */
function row(review: ReviewDocument): string {
  const { path, id, idFrom, title, date, severity, status, services, people, sections, moments, materials } = review;
  const told = [review.surprises, review.difficulties, review.contributors].map(({ length }) => length).join('/');
  const counts = [services, people, sections, moments, materials].map(({ length }) => length).join('/');
  const facts = [
    path,
    id,
    idFrom,
    title.length,
    date ?? '-',
    severity?.length ?? '-',
    status?.length ?? '-',
    told,
    counts,
  ];
  return facts.join(' | ');
}

function assertWholesome(review: ReviewDocument): void {
  const { text, sections, moments } = review;
  assert.notEqual(review.title, '');
  assert.ok(review.origins.id && review.origins.title, 'id and title tell where they are from');
  let last = -1;
  for (const { start, bodyStart, end } of sections) {
    assert.ok(
      start > last && start <= bodyStart && bodyStart <= end && end <= text.length,
      `${start} ${bodyStart} ${end}`,
    );
    last = start;
  }
  assert.equal(new Set(sections.map(({ passage }) => passage)).size, sections.length);
  for (const { start, end, time } of moments) {
    assert.ok(start >= 0 && start < end && end <= text.length);
    assert.match(time, /^[0-2]\d:[0-5]\d$/);
  }
}
