import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Citation } from '../../src/core/citations/citation';
import type { Review } from '../../src/core/reviews/review';
import { temporaryFolder } from '../indexing/temporaryFolder';
import { type DecodedScip, decodeScip } from './decodeScip';
import { askCli, runCli } from './runCli';

const files = {
  'incidents/INC-7-holds.md':
    '---\nseverity: high\n---\n\n# INC-7: Holds that never ended\n\nAll at once.\n\n## What surprised us\n\n<b>The *cache*</b> went on.\n',
  'incidents/2025-05-28 login outage.md': '# The login was down\n\nIt looked like INC-7.\n',
  'src/hold.ts': '// 🚢 ends one by one, see INC-7#what-surprised-us and INC-7.\n// INC-99 is not ours.\n',
  'docs/design.md': 'As on [that day](../incidents/2025-05-28%20login%20outage.md).\n',
};

describe('precedent export --format scip', function () {
  this.timeout(120_000);

  it('defines each review at its title and references it at each citation', () => {
    const { documents, externals } = exported(temporaryFolder(files));
    assert.deepEqual(externals, []);
    assert.deepEqual(
      documents.map(({ path, language, occurrences }) => [path, language, occurrences]),
      [
        ['docs/design.md', 'Markdown', [reference(0, 17, 60, '`2025-05-28 login outage`')]],
        [
          'incidents/2025-05-28 login outage.md',
          'Markdown',
          [definition(0, 0, 20, '`2025-05-28 login outage`'), reference(2, 15, 20, 'INC-7')],
        ],
        ['src/hold.ts', 'TypeScript', [reference(0, 27, 50, 'INC-7'), reference(0, 55, 60, 'INC-7')]],
        ['incidents/INC-7-holds.md', 'Markdown', [definition(4, 0, 31, 'INC-7')]],
      ],
    );
  });

  it('has the card of a review as its documentation, escaped', () => {
    const { documents } = exported(temporaryFolder(files));
    const [symbol] = documents.find(({ path }) => path.includes('INC-7'))?.symbols ?? [];
    assert.equal(symbol?.displayName, 'INC-7 · Holds that never ended');
    assert.equal(symbol?.documentation.length, 1);
    const [text = ''] = symbol?.documentation ?? [];
    assert.match(text, /\*\*What surprised people&#58;\*\*/);
    assert.doesNotMatch(text, /<b>|\*cache/);
  });

  it('tells of a library in another repository as external, with the same symbols', () => {
    const apart = temporaryFolder(files);
    const own = temporaryFolder({ 'src/hold.ts': '// see INC-7\n' });
    const { documents, externals } = exported(own, '--source', join(apart, 'incidents'));
    assert.deepEqual(
      documents.map(({ path, occurrences }) => [path, occurrences]),
      [['src/hold.ts', [reference(0, 7, 12, 'INC-7')]]],
    );
    assert.deepEqual(
      externals.map(({ symbol }) => symbol),
      [symbolOf('INC-7')],
    );
    const symbols = exported(apart).documents.flatMap((each) => each.symbols);
    assert.deepEqual(
      symbols.find(({ symbol }) => symbol === symbolOf('INC-7')),
      externals[0],
    );
  });

  it('takes a submodule for another repository', () => {
    const folder = temporaryFolder({
      'library/incidents/INC-7-holds.md': files['incidents/INC-7-holds.md'],
      'library/.git': 'gitdir: ../.git/modules/library\n',
      'src/hold.ts': '// see INC-7\n',
    });
    const { documents, externals } = exported(folder, '--source', 'library/incidents');
    assert.deepEqual(
      documents.map(({ path }) => path),
      ['src/hold.ts'],
    );
    assert.equal(externals.length, 1);
  });

  it('writes a file, calls the library as one says, and says what it cannot do', () => {
    const folder = temporaryFolder(files);
    const { code, stdout } = runCli(['export', '--output', 'index.scip', '--library', 'our reviews'], folder);
    assert.deepEqual([code, stdout], [0, '']);
    const { documents, root } = decodeScip(readFileSync(join(folder, 'index.scip')));
    assert.match(documents[0]?.occurrences[0]?.symbol ?? '', /^precedent reviews our {2}reviews 1 /);
    assert.match(root, /^file:\/\/\//);
    const wrong = runCli(['export', '--output', 'nowhere/index.scip'], folder);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /nowhere\/index\.scip cannot be written/);
    assert.equal(runCli(['export', '--format', 'json'], folder).code, 2);
  });

  it('has exactly the citations that precedent citations prints, in the sample', () => {
    holdsTheCitations('test/sample');
  });
});

/** Everything that was decoded by an implementation other than the one that wrote it. */
function exported(folder: string, ...args: string[]): DecodedScip {
  const bytes = execFileSync(process.execPath, ['dist/cli.js', 'export', '--root', folder, ...args], {
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return decodeScip(bytes);
}

function holdsTheCitations(folder: string): void {
  const { documents } = exported(folder);
  const paths = documents.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length, 'each file once');
  const { citations } = askCli<{ readonly citations: readonly Citation[] }>(['citations', '--root', folder]);
  const places = documents.flatMap(({ path, occurrences }) =>
    occurrences.flatMap(({ range: [line = 0, start = 0, end = 0], isDefinition, symbol }) =>
      isDefinition ? [] : [`${path}:${line + 1}:${start + 1}-${end + 1} ${symbol}`],
    ),
  );
  const expected = citations.flatMap(({ path, line, column, endColumn, id = '', known }) =>
    known ? [`${path}:${line}:${column}-${endColumn} ${symbolOf(quoted(id))}`] : [],
  );
  assert.ok(expected.length > 50);
  assert.deepEqual(places.sort(), [...new Set(expected)].sort());
  const { reviews } = askCli<{ readonly reviews: readonly Review[] }>(['list', '--root', folder]);
  const definitions = documents.flatMap(({ path, occurrences }) =>
    occurrences.flatMap(({ symbol, isDefinition }) => (isDefinition ? [`${path} ${symbol}`] : [])),
  );
  assert.deepEqual(definitions.sort(), reviews.map(({ path, id }) => `${path} ${symbolOf(quoted(id))}`).sort());
}

function quoted(id: string): string {
  return /^[\w+$-]+$/.test(id) ? id : `\`${id}\``;
}

function symbolOf(name: string): string {
  return `precedent reviews incidents 1 ${name}#`;
}

function reference(line: number, start: number, end: number, name: string) {
  return { range: [line, start, end], symbol: symbolOf(name), isDefinition: false };
}

function definition(line: number, start: number, end: number, name: string) {
  return { range: [line, start, end], symbol: symbolOf(name), isDefinition: true };
}
