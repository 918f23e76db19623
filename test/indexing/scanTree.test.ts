import assert from 'node:assert/strict';
import type { Citation } from '../../src/core/citations/citation';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { Library } from '../../src/core/reviews/library';
import { findSources } from '../../src/indexing/findSources';
import { indexSource } from '../../src/indexing/indexSource';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { type ScanOptions, scanTree } from '../../src/indexing/scanTree';
import { makeFifo, temporaryFolder } from './temporaryFolder';

const reviews = {
  'incidents/INC-7.md': '# INC-7: Holds\n\nOn 2026-05-09 every hold expired.\n',
  'incidents/INC-8.md': '# INC-8: Login\n\nIt looked like INC-7.\n\n## Sensitive findings\n\nRuna knew of INC-7.\n',
};

describe('scanTree', function () {
  this.timeout(20_000);

  const disk = nodeFileSystem;
  if (!disk) throw new Error('The tests run where there is a file system.');

  async function scan(folder: string, options: Partial<ScanOptions> = {}) {
    const root = { place: folder, fileSystem: disk };
    if (!disk) throw new Error('There is no file system.');
    const place = { ...root, fileSystem: disk };
    const library = new Library();
    for (const source of await findSources(place, { folders: [], allowOutside: false, idPatterns: [] })) {
      library.setSource(source);
      await indexSource(place, source, { onFile: ({ key, reading }) => library.set(key, source.key, reading) });
    }
    const found: string[] = [];
    const skipped: string[] = [];
    const places: Citation[] = [];
    const known = new KnownIds(library);
    const all: ScanOptions = { languages: Languages.builtIn, known, matchIn: 'comments', ...options };
    for await (const file of scanTree(place, all)) {
      if ('skipped' in file) skipped.push(`${file.path}: ${file.skipped}`);
      else
        for (const { citation } of file.citations) {
          found.push(`${file.path}: ${citation.text} ${citation.kind}`);
          places.push(citation);
        }
    }
    return { found, skipped, places };
  }

  it('finds what comments and prose cite, in the order of names', async () => {
    const folder = temporaryFolder({
      ...reviews,
      'src/b.ts': '// see INC-7\nconst id = "INC-8";\n',
      'src/a.py': '# INC-8 and INC-99\n',
      'README.md': 'Why: INC-7, not `INC-8`.\n',
    });
    assert.deepEqual((await scan(folder)).found, [
      'README.md: INC-7 prose',
      'incidents/INC-8.md: INC-7 review',
      'src/a.py: INC-8 comment',
      'src/a.py: INC-99 comment',
      'src/b.ts: INC-7 comment',
    ]);
  });

  it('does not tell what stands under an excluded heading', async () => {
    const { found } = await scan(temporaryFolder(reviews));
    assert.deepEqual(found, ['incidents/INC-8.md: INC-7 review']);
  });

  it('skips what is ignored, excluded, binary or huge, and says so', async function () {
    if (process.platform === 'win32') return this.skip();
    const comment = '// see INC-7\n';
    const folder = temporaryFolder({
      ...reviews,
      '.gitignore': 'out/',
      'out/a.ts': comment,
      'generated/b.ts': comment,
      'c.ts': `${comment}\0`,
      'd.ts': comment.padEnd(2 * 1024 * 1024 + 1),
      'e.ts': comment,
    });
    makeFifo(folder, 'f.ts');
    const { found, skipped } = await scan(folder, { exclude: ['generated'] });
    assert.deepEqual(found.slice(0, 1), ['e.ts: INC-7 comment']);
    assert.deepEqual(skipped.sort(), [
      'c.ts: not text',
      'd.ts: larger than 2 MB',
      'f.ts: not a regular file',
      'generated: excluded by the settings',
      'out: excluded by .gitignore or .ignore',
    ]);
  });

  it('looks at named files and folders only, at each file once, whatever excludes a named file', async () => {
    const folder = temporaryFolder({
      ...reviews,
      '.gitignore': 'out/',
      'out/a.ts': '// INC-7\n',
      'src/b.ts': '// INC-8\n',
    });
    const { found } = await scan(folder, { paths: ['src/b.ts', 'src', 'out/a.ts'] });
    assert.deepEqual(found, ['src/b.ts: INC-8 comment', 'out/a.ts: INC-7 comment']);
  });

  it('reads files that are not UTF-8 as the editor shows them', async () => {
    const folder = temporaryFolder({
      ...reviews,
      'a.ts': Buffer.from('// größer, see INC-7\n', 'latin1'),
      'b.ts': Buffer.from('\ufeff// INC-8', 'utf16le'),
    });
    assert.deepEqual((await scan(folder)).found.slice(0, 2), ['a.ts: INC-7 comment', 'b.ts: INC-8 comment']);
  });

  it('finds what diagrams cite, and says which drawings are compressed', async () => {
    const folder = temporaryFolder({
      ...reviews,
      'docs/a.mmd': 'flowchart LR\n  A[held, INC-7] --> B\n',
      'docs/b.drawio': '<mxfile><diagram id="x" name="INC-8">7Vpbc5s4FP41fkxG</diagram></mxfile>',
      'docs/c.drawio': '<mxfile><diagram name="c">\n  <mxGraphModel/></diagram></mxfile>',
    });
    const { found, skipped } = await scan(folder, { paths: ['docs'] });
    assert.deepEqual(found, ['docs/a.mmd: INC-7 diagram', 'docs/b.drawio: INC-8 diagram']);
    assert.equal(skipped.length, 1);
    assert.match(skipped[0] ?? '', /^docs\/b\.drawio: some of its pages are compressed/);
  });

  it('finds what the cells of a notebook cite, at their place in the file', async () => {
    const cells = [
      { cell_type: 'markdown', source: ['Asked after\n', 'INC-7.'] },
      { cell_type: 'code', outputs: [{ text: 'INC-8' }], source: ['a = "INC-8"\n', 'b = "ü\\n"  # INC-7 again'] },
    ];
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4 }, undefined, 1);
    const { found, places } = await scan(temporaryFolder({ ...reviews, 'a.ipynb': text }), { paths: ['a.ipynb'] });
    assert.deepEqual(found, ['a.ipynb: INC-7 prose', 'a.ipynb: INC-7 comment']);
    const lines = text.split('\n');
    for (const { line, column, endColumn } of places)
      assert.equal(lines[line - 1]?.slice(column - 1, endColumn - 1), 'INC-7');
  });

  it('stops when it is told to', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`src/${at}.ts`, '// INC-7\n']));
    const abort = new AbortController();
    const told: number[] = [];
    const { found } = await scan(temporaryFolder({ ...reviews, ...files }), {
      signal: abort.signal,
      onProgress({ done, total }) {
        told.push(done);
        assert.equal(total, 102);
        if (done > 30) abort.abort();
      },
    });
    assert.deepEqual(told, [16, 32]);
    assert.ok(found.length <= 32);
  });
});
