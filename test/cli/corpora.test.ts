import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Finding } from '../../src/core/finding';
import type { Review } from '../../src/core/reviews/review';
import { askCli } from './runCli';

const corpora = resolve('../shared/corpora');

/** Where the reviews of a corpus stand, and how many a reader counts there. */
const libraries: Readonly<Record<string, [source: string, reviews: number]>> = {
  dfds: ['.', 39],
  mybinder: ['docs/source/incident-reports', 23],
  datahub: ['docs/incidents', 19],
  'moj-cloud-platform': ['source/incidents', 39],
  'k8s-test-infra': ['docs/post-mortems', 5],
  learningequality: ['.', 4],
  '2i2c': ['reports', 7],
  'jenkins-status': ['content/issues', 74],
  ossa: ['ossa', 23],
  'alt-docs': ['docs/postmortems', 8],
};

interface Answer {
  readonly reviews: readonly Review[];
  readonly problems: readonly Finding[];
  readonly omitted: readonly { readonly path: string; readonly reason: string }[];
}

describe('real libraries on the command line', () => {
  for (const [name, [source, count]] of Object.entries(libraries)) {
    it(`lists ${name}, every document as a review, a material or with its reason`, function () {
      if (!existsSync(join(corpora, name))) {
        console.log(`      skipped: ${join(corpora, name)} is not here`);
        return this.skip();
      }
      this.timeout(60_000);
      const root = join(corpora, name);
      const { reviews, problems, omitted } = askCli<Answer>(['list', '--omitted', '--root', root, '--source', source]);
      const accounted = new Set([
        ...reviews.flatMap(({ path, materials }) => [path, ...materials.map((each) => each.path)]),
        ...omitted.map(({ path }) => path),
        ...problems.map(({ path }) => path),
      ]);
      const folder = join(root, source);
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => statSync(join(folder, file)).isFile())
        .map((file) => join(source, file).replaceAll('\\', '/'));
      assert.deepEqual(
        files.filter((file) => !accounted.has(file)),
        [],
      );
      assert.equal(reviews.length, count);
      for (const { id, title, path } of reviews) assert.ok(id !== '' && title !== '', path);
    });
  }
});
