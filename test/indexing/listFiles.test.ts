import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { matchGlobs } from '../../src/indexing/cheapGlobs';
import type { FileSystem } from '../../src/indexing/fileSystem';
import { IgnoreRules } from '../../src/indexing/ignoreRules';
import { pathBelow } from '../../src/indexing/isInside';
import { type Listed, type ListOptions, listFiles } from '../../src/indexing/listFiles';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { startPace } from '../../src/indexing/pace';
import { makeFifo, temporaryFolder } from './temporaryFolder';

describe('listFiles', function () {
  this.timeout(20_000);

  const disk = nodeFileSystem;
  if (!disk) throw new Error('The tests run where there is a file system.');

  async function list(folder: string, options: Partial<ListOptions> = {}, fileSystem: FileSystem = disk as FileSystem) {
    const all: Listed[] = [];
    const allowed = [realpathSync(folder)];
    const whole: ListOptions = { path: '', allowed, ignore: IgnoreRules.none, pace: startPace(), ...options };
    for await (const each of listFiles(fileSystem, folder, whole)) all.push(each);
    const files = all.filter((each) => each.kind === 'file').map(({ path }) => path);
    const skipped = all.flatMap((each) => (each.kind === 'skipped' ? [`${each.path}: ${each.reason}`] : []));
    return { files, skipped };
  }

  it('tells of files in the order of names, those of a folder before those of its subfolders', async () => {
    const folder = temporaryFolder({ 'b/c.md': '', 'b/a/d.md': '', 'z.md': '', 'a.md': '' });
    assert.deepEqual(await list(folder), { files: ['a.md', 'z.md', 'b/c.md', 'b/a/d.md'], skipped: [] });
  });

  const ignored: Record<string, [files: Record<string, string>, left: string[]]> = {
    'honours .gitignore': [
      { '.gitignore': 'out/\n*.log', 'out/a.md': '', 'b.log': '', 'c.md': '' },
      ['.gitignore', 'c.md'],
    ],
    'honours .ignore after .gitignore': [
      { '.gitignore': '*.md', '.ignore': '!keep.md', 'keep.md': '', 'a.md': '' },
      ['.gitignore', '.ignore', 'keep.md'],
    ],
    'lets the file nearest to a path decide': [
      { '.gitignore': '*.md', 'docs/.gitignore': '!*.md', 'docs/a.md': '', 'a.md': '' },
      ['.gitignore', 'docs/.gitignore', 'docs/a.md'],
    ],
    'applies a nested file to its folder only': [
      { 'docs/.gitignore': '/a.md', 'docs/a.md': '', 'docs/b/a.md': '', 'a.md': '' },
      ['a.md', 'docs/.gitignore', 'docs/b/a.md'],
    ],
    'tells cases apart, as git does': [{ '.gitignore': 'A.md', 'a.md': '' }, ['.gitignore', 'a.md']],
    'takes no notice of lines that would take for ever': [
      { '.gitignore': '*a*a*a*a*a*a*a*a*b', [`${'a'.repeat(200)}`]: '' },
      ['.gitignore', 'a'.repeat(200)],
    ],
    'leaves installed packages and version control alone': [
      { 'node_modules/a/b.md': '', '.git/config': '', 'docs/.git': 'gitdir: elsewhere', 'a.md': '' },
      ['a.md', 'docs/.git'],
    ],
  };

  for (const [name, [files, left]] of Object.entries(ignored)) {
    it(name, async () => assert.deepEqual((await list(temporaryFolder(files))).files, left));
  }

  it('takes a backslash for a part of a name, where rules stand beside it, too', async function () {
    if (process.platform === 'win32') this.skip(); // There it is none.
    const folder = temporaryFolder({ 'docs/.gitignore': '*.log', 'docs/\\a.md': '', 'docs/b.log': '', '\\c.md': '' });
    assert.deepEqual((await list(folder)).files, ['\\c.md', 'docs/.gitignore', 'docs/\\a.md']);
    assert.equal(pathBelow(folder, join(folder, '\\c.md')), '\\c.md');
    assert.equal(pathBelow('C:\\a', 'C:\\a\\b\\c.md'), 'b/c.md');
  });

  it('says what it left alone and why', async () => {
    const folder = temporaryFolder({ '.gitignore': 'out/', 'out/a.md': '', 'build/b.md': '', 'c.md': '' });
    const { files, skipped } = await list(folder, { isExcluded: matchGlobs(['**/build']) });
    assert.deepEqual(files, ['.gitignore', 'c.md']);
    assert.deepEqual(skipped, ['build: excluded by the settings', 'out: excluded by .gitignore or .ignore']);
  });

  it('follows links only to allowed places it does not come by anyway', async () => {
    const elsewhere = temporaryFolder({ 'x.md': '' });
    const folder = temporaryFolder({ 'docs/a.md': '', 'shared/b.md': '', 'shared/deep/c.md': '' });
    const docs = join(folder, 'docs');
    symlinkSync(elsewhere, join(docs, 'out'));
    symlinkSync(join(elsewhere, 'x.md'), join(docs, 'out.md'));
    symlinkSync('a.md', join(docs, 'again.md'));
    symlinkSync('../shared', join(docs, 'shared'));
    symlinkSync('../shared', join(docs, 'shared-too'));
    symlinkSync('..', join(docs, 'up'));
    symlinkSync('.', join(docs, 'self'));
    symlinkSync('../../shared', join(folder, 'shared/deep/loop'));
    const { files, skipped } = await list(docs, { allowed: [realpathSync(folder)] });
    assert.deepEqual(files, ['a.md', 'shared/b.md', 'shared/deep/c.md']);
    assert.deepEqual(skipped.sort(), [
      'again.md: a link to a.md',
      'out.md: a link that leads outside',
      'out: a link that leads outside',
      'self: a link to the folder itself',
      'shared-too: the same folder as another one',
      'shared/deep/loop: the same folder as another one',
      'up: a link that leads back up',
    ]);
  });

  it('ends where links lead in circles', async () => {
    const folder = temporaryFolder({ 'docs/a.md': '', 'one/b.md': '', 'two/c.md': '' });
    symlinkSync('../one', join(folder, 'docs/one'));
    symlinkSync('../two', join(folder, 'one/two'));
    symlinkSync('../one', join(folder, 'two/one'));
    const { files } = await list(join(folder, 'docs'), { allowed: [realpathSync(folder)] });
    assert.deepEqual(files, ['a.md', 'one/b.md', 'one/two/c.md']);
  });

  it('does not open what is no regular file', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = temporaryFolder({ 'a.md': '' });
    makeFifo(folder, 'b.md');
    assert.deepEqual(await list(folder), { files: ['a.md'], skipped: ['b.md: not a regular file'] });
  });

  it('goes 32 folders deep and says where it stopped', async () => {
    const folder = temporaryFolder({});
    const deep = Array.from({ length: 40 }, () => 'd').join('/');
    mkdirSync(join(folder, deep), { recursive: true });
    const { skipped } = await list(folder);
    assert.deepEqual(skipped, [`${deep.slice(0, 33 * 2 - 1)}: it is more than 32 folders deep`]);
  });

  it('asks again for a folder that could not be listed, then says so', async () => {
    const folder = temporaryFolder({ 'a/b.md': '', 'c/d.md': '' });
    const failures = new Map([
      ['a', 2],
      ['c', 9],
    ]);
    const failing: FileSystem = {
      ...disk,
      async list(place) {
        const name = place.slice(folder.length + 1);
        const left = failures.get(name) ?? 0;
        failures.set(name, left - 1);
        return left > 0 ? undefined : disk.list(place);
      },
    };
    assert.deepEqual(await list(folder, {}, failing), {
      files: ['a/b.md'],
      skipped: ['c: the folder cannot be read'],
    });
  });

  it('stops when it is told to', async () => {
    const folder = temporaryFolder({ 'a.md': '', 'b/c.md': '' });
    assert.deepEqual((await list(folder, { signal: AbortSignal.abort() })).files, []);
  });
});
