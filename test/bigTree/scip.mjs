// node test/bigTree/scip.mjs [TREE]: the index for code search of a large real tree, decoded by another implementation, against what
// `precedent citations` prints; with its time and size. TREE as in run.mjs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeBigTree } from './makeBigTree.mjs';

const tree = process.argv[2] ?? '/usr/share/go-1.19';
if (!existsSync(join(tree, 'src'))) {
  console.log(`skipped: there is no tree of Go sources at ${tree} (Debian: apt-get install golang-src)`);
  process.exit(0);
}
const { scip } = createRequire(import.meta.url)('@sourcegraph/scip-typescript/dist/src/scip.js');
const place = mkdtempSync(join(tmpdir(), 'precedent-scip-'));
try {
  const folder = makeBigTree(tree, join(place, 'go'));
  const file = join(place, 'index.scip');
  const cited = timed(['citations', '--root', folder, '--format', 'json']);
  const exported = timed(['export', '--root', folder, '--output', file]);
  const bytes = readFileSync(file);
  const found = placesIn(scip.Index.deserializeBinary(bytes).toObject());
  const expected = new Set(
    JSON.parse(cited.answer)
      .citations.filter(({ known }) => known)
      .map(({ path, line, column, endColumn, id }) => `${path} ${line - 1} ${column - 1} ${endColumn - 1} ${id}`),
  );
  const missing = [...expected].filter((each) => !found.has(each));
  const more = [...found].filter((each) => !expected.has(each));
  console.log(
    `${expected.size} citations in ${cited.ms} ms; an index of ${bytes.length} bytes in ${exported.ms} ms; ` +
      `${missing.length} missing, ${more.length} too many`,
  );
  for (const each of [...missing, ...more].slice(0, 10)) console.log(each);
  process.exitCode = expected.size > 100 && missing.length + more.length === 0 ? 0 : 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}

function timed(args) {
  const begun = performance.now();
  const answer = execFileSync(process.execPath, [resolve('dist/cli.js'), ...args], { maxBuffer: 2 ** 28 });
  return { answer, ms: Math.round(performance.now() - begun) };
}

/** Where the index says that a review is cited. */
function placesIn({ documents }) {
  const places = documents.flatMap(({ relative_path, occurrences = [] }) =>
    occurrences
      .filter(({ symbol_roles = 0 }) => (symbol_roles & 1) === 0)
      .map(({ range, symbol }) => `${relative_path} ${range.join(' ')} ${symbol.split(' ').at(-1).slice(0, -1)}`),
  );
  return new Set(places);
}
