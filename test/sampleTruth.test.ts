import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Citation } from '../src/core/citations/citation';
import type { Review } from '../src/core/reviews/review';

interface Truth {
  readonly reviews: readonly (Partial<Review> & { id: string; path: string; titleContains?: string })[];
  readonly omitted: readonly { path: string }[];
  readonly citations: readonly {
    path: string;
    line: number;
    column: number;
    endColumn: number;
    text: string;
    id: string | null;
    kind: string;
  }[];
  readonly notCitations: readonly { path: string; line: number; column: number; endColumn: number; text: string }[];
}

const sample = join('test', 'sample');
const truth: Truth = JSON.parse(readFileSync(join('test', 'sample-truth.json'), 'utf8'));

type Place = Truth['notCitations'][number];

function place({ path, line, column, endColumn, text }: Place): string {
  return `${path}:${line}:${column}-${endColumn} ${text}`;
}

/** What the command line answers as JSON. */
function ask<Answer>(...words: string[]): Answer {
  const args = [join('dist', 'cli.js'), ...words, '--root', sample, '--format', 'json'];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** The fields of a review on which the truth has a word, both sides as sets where order means nothing. */
function comparable(review: Partial<Review>): Record<string, unknown> {
  const sorted = (all?: readonly string[]) => all && [...all].sort();
  return {
    ...review,
    aliases: undefined,
    related: sorted(review.related),
    surprises: typeof review.surprises === 'number' ? review.surprises : review.surprises?.length,
    difficulties: typeof review.difficulties === 'number' ? review.difficulties : review.difficulties?.length,
    materials: review.materials
      ?.map((each: unknown) => (typeof each === 'string' ? each : (each as { path: string }).path))
      .sort(),
  };
}

describe('what the sample says, read by hand', () => {
  const list = () => ask<{ reviews: Review[] }>('list');
  let reviews: Review[];
  let citations: Citation[];

  before(function () {
    this.timeout(60_000);
    assert.ok(existsSync(join('dist', 'cli.js')), 'the command line is built');
    reviews = list().reviews;
    ({ citations } = ask<{ citations: Citation[] }>('citations'));
  });

  it('is every review and nothing else', () => {
    const paths = truth.reviews.map(({ path }) => path).sort();
    assert.deepEqual(reviews.map(({ path }) => path).sort(), paths);
  });

  for (const expected of truth.reviews) {
    it(`is read from ${expected.path}`, () => {
      const found = reviews.find(({ path }) => path === expected.path);
      assert.ok(found);
      const told = comparable(expected);
      const read = comparable(found);
      for (const key of Object.keys(expected)) {
        if (!(key in found) || told[key] === undefined) continue;
        assert.deepEqual({ [key]: read[key] }, { [key]: told[key] });
      }
      for (const alias of expected.aliases ?? []) assert.ok(found.aliases.includes(alias), `alias ${alias}`);
      if (expected.titleContains) assert.ok(found.title.toLowerCase().includes(expected.titleContains.toLowerCase()));
    });
  }

  it('are these citations and no others', () => {
    const isDrawn = (kind: string) => (kind === 'diagram' ? ', drawn' : '');
    const expected = truth.citations.map((each) => `${place(each)} → ${each.id}${isDrawn(each.kind)}`);
    const found = citations
      .filter((each) => !each.path.startsWith('docs/incidents/'))
      .map((each) => `${place(each)} → ${each.known ? each.id : null}${isDrawn(each.kind)}`);
    assert.deepEqual(found.sort(), expected.sort());
  });

  it('are none of the look-alikes', () => {
    const found = new Set(citations.map(place));
    assert.deepEqual(
      truth.notCitations.filter((each) => found.has(place(each))),
      [],
    );
  });
});
