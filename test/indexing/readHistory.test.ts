import assert from 'node:assert/strict';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { Library } from '../../src/core/reviews/library';
import { findSources } from '../../src/indexing/findSources';
import { openRepository } from '../../src/indexing/git';
import { fromHistoryCache, historyFingerprint, toHistoryCache } from '../../src/indexing/historyCache';
import { indexSource } from '../../src/indexing/indexSource';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { startPace } from '../../src/indexing/pace';
import { type HistoryOptions, type ReadHistory, readHistory } from '../../src/indexing/readHistory';
import { GitFolder } from '../support/gitFolder';
import { temporaryFolder } from './temporaryFolder';

const reviews = {
  'docs/incidents/INC-7.md': '# INC-7: Holds\n\nSee INC-8.\n',
  'docs/incidents/INC-8.md': '# INC-8: Login\n',
};

async function read(folder: GitFolder | string, more: Partial<HistoryOptions> = {}): Promise<ReadHistory | undefined> {
  const place = typeof folder === 'string' ? folder : folder.path;
  assert.ok(nodeFileSystem);
  const root = { place, fileSystem: nodeFileSystem };
  const library = new Library();
  for (const source of await findSources(root, { folders: [], allowOutside: false, idPatterns: [] })) {
    library.setSource(source);
    await indexSource(root, source, { onFile: ({ key, reading }) => library.set(key, source.key, reading) });
  }
  const repository = await openRepository(place);
  assert.ok(repository);
  return readHistory(repository, root, {
    known: new KnownIds(library),
    languages: Languages.builtIn,
    matchIn: () => 'comments',
    exclude: [],
    pace: startPace(),
    ...more,
  });
}

function told(history: ReadHistory | undefined): string[] {
  return (history?.state.standing ?? []).map(({ path, id, realm, since }) => `${since} ${realm} ${path} ${id}`);
}

function counted(history: ReadHistory | undefined): string[] {
  return (history?.state.counts ?? []).map(({ date, code, document }) => `${date} ${code}+${document}`);
}

describe('readHistory', function () {
  this.timeout(30_000);

  it('tells since when what stands stands, and how many stood when', async () => {
    const folder = new GitFolder({ ...reviews, 'a.ts': '// nothing yet\n' }, '2021-01-10T12:00:00Z');
    folder.commit({ 'a.ts': '// INC-7 is why\n' }, '2021-03-01T12:00:00Z');
    folder.commit({ 'design.md': 'As INC-7 and INC-8 taught.\n', 'b.ts': 'f("INC-7")\n' }, '2022-03-01T12:00:00Z');
    folder.commit({ 'a.ts': 'export {};\n', 'c.ts': '/* INC-8 */\n' }, '2023-03-01T12:00:00Z');
    const history = await read(folder);
    assert.deepEqual(told(history), [
      '2023-03-01 code c.ts INC-8',
      '2022-03-01 document design.md INC-7',
      '2022-03-01 document design.md INC-8',
    ]);
    assert.deepEqual(counted(history), ['2021-03-01 1+0', '2022-03-01 1+2']);
    assert.equal(history?.until, '2023-03-01');
    assert.equal(history?.isCut, false);
  });

  it('lets what is moved or reworded keep its date', async () => {
    const folder = new GitFolder({ ...reviews, 'a.ts': '// INC-7 is why\n' }, '2021-01-10T12:00:00Z');
    folder.git('mv', 'a.ts', 'b.ts');
    folder.commit({}, '2022-01-01T12:00:00Z');
    folder.commit({ 'b.ts': '// INC-7 is the reason\n// INC-7 again\n' }, '2023-01-01T12:00:00Z');
    assert.deepEqual(told(await read(folder)), ['2021-01-10 code b.ts INC-7', '2023-01-01 code b.ts INC-7']);
  });

  it('takes a merge for one step of the main line', async () => {
    const folder = new GitFolder({ ...reviews, 'a.ts': '\n' }, '2021-01-10T12:00:00Z');
    folder.git('switch', '--quiet', '--create', 'topic');
    folder.commit({ 'b.ts': '// INC-7\n' }, '2021-02-01T12:00:00Z');
    folder.git('switch', '--quiet', 'main');
    folder.commit({ 'c.ts': '// INC-8\n' }, '2021-03-01T12:00:00Z');
    folder.git('merge', '--quiet', '--no-ff', '--no-commit', 'topic');
    folder.commit({}, '2021-04-01T12:00:00Z');
    assert.deepEqual(told(await read(folder)), ['2021-04-01 code b.ts INC-7', '2021-03-01 code c.ts INC-8']);
    assert.deepEqual(counted(await read(folder)), ['2021-03-01 1+0', '2021-04-01 2+0']);
  });

  it('goes on from what it read before, and begins anew where that does not lead here', async () => {
    const folder = new GitFolder({ ...reviews, 'a.ts': '// INC-7\n' }, '2021-01-10T12:00:00Z');
    const first = await read(folder);
    assert.ok(first);
    folder.commit({ 'b.ts': '// INC-8\n' }, '2022-01-10T12:00:00Z');
    const looked: number[] = [];
    const onProgress = ({ total }: { readonly total: number }) => looked.push(total);
    const second = await read(folder, { before: first, onProgress });
    assert.deepEqual(second, await read(folder));
    assert.equal(await read(folder, { before: second ?? first }), second);
    folder.git('reset', '--quiet', '--hard', 'HEAD^');
    folder.commit({ 'c.ts': '// INC-8\n' }, '2022-05-10T12:00:00Z');
    assert.deepEqual(await read(folder, { before: second ?? first }), await read(folder));
    assert.deepEqual(await read(folder, { before: { ...first, head: 'f'.repeat(40) } }), await read(folder));
  });

  it('says where a clone is cut', async () => {
    const folder = new GitFolder({ ...reviews, 'a.ts': '// INC-7\n' }, '2021-01-10T12:00:00Z');
    folder.commit({ 'b.ts': '// INC-8\n' }, '2022-01-10T12:00:00Z');
    const clone = temporaryFolder({});
    folder.git('clone', '--quiet', '--depth', '1', `file://${folder.path}`, clone);
    const history = await read(clone);
    assert.equal(history?.isCut, true);
    assert.deepEqual(told(history), ['2022-01-10 code a.ts INC-7', '2022-01-10 code b.ts INC-8']);
  });

  it('is nothing without a commit, or when it is stopped', async () => {
    const folder = new GitFolder({ ...reviews, 'a.ts': '// INC-7\n' });
    const abort = new AbortController();
    abort.abort();
    assert.equal(await read(folder, { signal: abort.signal }), undefined);
    const empty = temporaryFolder({ ...reviews });
    folder.git('init', '--quiet', empty);
    assert.equal(await read(empty), undefined);
  });
});

describe('the kept history', () => {
  const history: ReadHistory = {
    head: 'a'.repeat(40),
    until: '2024-01-01',
    isCut: false,
    state: { standing: [], counts: [] },
  };

  it('comes back as it was, for the same library and settings only', async () => {
    const known = new KnownIds(new Library());
    const one = await historyFingerprint(known, Languages.builtIn, ['comments']);
    const other = await historyFingerprint(known, Languages.builtIn, ['everywhere']);
    const text = await toHistoryCache(history, one);
    assert.deepEqual(await fromHistoryCache(text, one), history);
    assert.equal(await fromHistoryCache(text, other), undefined);
  });

  it('is nothing where a byte is wrong', async () => {
    const text = await toHistoryCache(history, 'f');
    for (let at = 0; at < text.length; at++) {
      assert.equal(await fromHistoryCache(`${text.slice(0, at)}~${text.slice(at + 1)}`, 'f'), undefined);
    }
    for (const broken of ['', '\n', text.slice(0, -1)]) assert.equal(await fromHistoryCache(broken, 'f'), undefined);
  });
});
