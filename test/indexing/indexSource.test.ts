import assert from 'node:assert/strict';
import { chmodSync, rmSync, symlinkSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { defaultRules, type LibraryRules } from '../../src/core/reviews/libraryRules';
import type { FileSystem } from '../../src/indexing/fileSystem';
import { type IndexOptions, indexSource, type SeenFiles } from '../../src/indexing/indexSource';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { addFile, makeFifo, temporaryFolder } from './temporaryFolder';

const review = (title: string) => `# ${title}\n\nOn 2026-05-09 nobody could log in for about an hour.\n`;

describe('indexSource', function () {
  this.timeout(20_000);

  const disk = nodeFileSystem;
  if (!disk) throw new Error('The tests run where there is a file system.');

  /** The same as a file system that answers later only, as VS Code's does. */
  const { readNow: _, ...waiting } = disk;

  function sourceOf(folder: string, rules: Partial<LibraryRules> = {}) {
    return { key: folder, path: 'incidents', rules: { ...defaultRules, ...rules }, findings: [] };
  }

  /** What was handed over, by path: ids of reviews, codes of findings, reasons of omissions. */
  async function index(
    folder: string,
    options: Partial<IndexOptions> = {},
    rules: Partial<LibraryRules> = {},
    fileSystem: FileSystem = disk as FileSystem,
  ) {
    const told: Record<string, string> = {};
    const source = sourceOf(folder, rules);
    await indexSource({ place: folder, fileSystem }, source, {
      ...options,
      onFile({ key, reading }) {
        const path = key.slice(folder.length + 1);
        if (reading.kind === 'reviews') told[path] = reading.reviews.map(({ title }) => title).join(', ');
        if (reading.kind === 'unreadable') told[path] = reading.findings.map(({ code }) => code).join(', ');
        if (reading.kind === 'omitted') told[path] = `no review: ${reading.omission.reason}`;
      },
      onGone: (key) => {
        told[key.slice(folder.length + 1)] = 'gone';
      },
    });
    return told;
  }

  it('reads every review, whatever its encoding and line ends', async () => {
    const folder = temporaryFolder({
      'a.md': review('One'),
      'b/c.md': `\ufeff${review('Two')}`,
      'd.md': Buffer.from(`\ufeff${review('Three')}`, 'utf16le'),
      'e.md': review('Four').replaceAll('\n', '\r\n'),
      'f.md': review('Five').replaceAll('\n', '\r'),
      'g.md': review('Six').trimEnd(),
    });
    assert.deepEqual(await index(folder), {
      'a.md': 'One',
      'b/c.md': 'Two',
      'd.md': 'Three',
      'e.md': 'Four',
      'f.md': 'Five',
      'g.md': 'Six',
    });
  });

  it('reads the same where the file system answers later only', async () => {
    const folder = temporaryFolder({
      'a.md': review('One'),
      'b.md': Buffer.from(`\ufeff${review('Two')}`, 'utf16le'),
      'c.md': 'a\0b',
      'd.md': review('Four').repeat(9000),
    });
    assert.deepEqual(await index(folder, {}, {}, waiting), await index(folder));
  });

  it('gives one finding on a file that cannot be read, and reads the others', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = temporaryFolder({
      'good.md': review('One'),
      'latin.md': Buffer.from(review('Größe'), 'latin1'),
      'huge.md': '',
      'binary.md': 'a\0b',
      core: 'a\0b',
      'locked.md': review('Two'),
      'out.md': '',
    });
    truncateSync(join(folder, 'huge.md'), 9 * 1024 * 1024);
    rmSync(join(folder, 'out.md'));
    symlinkSync('/etc/passwd', join(folder, 'out.md'));
    makeFifo(folder, 'fifo.md');
    const denied = new Error('EACCES: permission denied');
    const locked: FileSystem = {
      ...waiting,
      read: (file, limit) =>
        file.endsWith('locked.md') ? Promise.reject(Object.assign(denied, { code: 'EACCES' })) : disk.read(file, limit),
    };
    assert.deepEqual(await index(folder, {}, {}, locked), {
      'good.md': 'One',
      'latin.md': 'unreadable-encoding',
      'huge.md': 'file-too-large',
      'binary.md': 'unreadable-encoding',
      core: 'no review: its content is not text',
      'locked.md': 'unreadable-file',
      'out.md': 'no review: a link that leads outside',
      'fifo.md': 'no review: not a regular file',
    });
  });

  const readsAll =
    process.platform === 'win32' ? 'Windows has no such files' : process.getuid?.() === 0 ? 'root may read all' : '';
  if (readsAll !== '') it.skip(`says that it may not read a file (${readsAll})`);
  else {
    it('says that it may not read a file', async () => {
      const folder = temporaryFolder({ 'a.md': review('One') });
      chmodSync(join(folder, 'a.md'), 0);
      assert.deepEqual(await index(folder), { 'a.md': 'unreadable-file' });
    });
  }

  it('reads the first 256 kB of a long document, cut at a character', async () => {
    const folder = temporaryFolder({ 'a.md': `${review('One')}${'ü🚢'.repeat(100_000)}` });
    let length = 0;
    let isTruncated = false;
    await indexSource({ place: folder, fileSystem: disk }, sourceOf(folder), {
      onFile({ reading }) {
        if (reading.kind !== 'reviews') return;
        length = Buffer.byteLength(reading.reviews[0]?.text ?? '');
        isTruncated = reading.reviews[0]?.isTruncated ?? false;
        assert.ok(!reading.reviews[0]?.text.includes('\ufffd'));
      },
    });
    assert.ok(isTruncated);
    assert.ok(length > 256 * 1024 - 4 && length <= 256 * 1024, `${length}`);
  });

  it('reads only what changed when it is told what it saw', async () => {
    const folder = temporaryFolder({
      'a.md': review('One'),
      'b.md': review('Two'),
      'c.md': review('Three'),
      LICENSE: '',
    });
    const seen: SeenFiles = new Map();
    await index(folder, { seen });
    assert.deepEqual(await index(folder, { seen }), {});
    addFile(folder, 'a.md', review('One, changed'));
    rmSync(join(folder, 'b.md'));
    addFile(folder, 'd.md', review('Four'));
    utimesSync(join(folder, 'c.md'), 0, 0);
    assert.deepEqual(await index(folder, { seen }), {
      'a.md': 'One, changed',
      'b.md': 'gone',
      'c.md': 'Three',
      'd.md': 'Four',
    });
    assert.deepEqual(await index(folder, { seen }), {});
  });

  it('reads a review again when its materials change', async () => {
    const folder = temporaryFolder({ '2026-05-09-login.md': review('One'), '2026-06-01-other.md': review('Two') });
    const seen: SeenFiles = new Map();
    await index(folder, { seen });
    addFile(folder, '2026-05-09-login-whiteboard.png', Buffer.from([0x89, 0x50]));
    assert.deepEqual(Object.keys(await index(folder, { seen })), ['2026-05-09-login.md']);
  });

  it('reads a review again when a picture comes that it shows, or goes', async () => {
    const folder = temporaryFolder({
      'a.md': `${review('One')}\n![a](img/the%20graph.png)\n`,
      'b.md': review('Two'),
      'c.md': `${review('Three')}\n![c](img/the graph.png)\n`,
    });
    const seen: SeenFiles = new Map();
    await index(folder, { seen });
    addFile(folder, 'img/the graph.png', '');
    const told = await index(folder, { seen });
    assert.deepEqual(Object.keys(told).sort(), ['a.md', 'c.md', 'img/the graph.png']);
    assert.deepEqual(await index(folder, { seen }), {});
    rmSync(join(folder, 'img/the graph.png'));
    assert.deepEqual(Object.keys(await index(folder, { seen })).sort(), ['a.md', 'c.md', 'img/the graph.png']);
    assert.deepEqual(await index(folder, { seen }), {});
  });

  it('looks for the endings of the names where many pictures come', async () => {
    const folder = temporaryFolder({ 'a.md': `${review('One')}\n![a](img/7.png)\n`, 'b.md': review('Two') });
    const seen: SeenFiles = new Map();
    await index(folder, { seen });
    for (let at = 0; at < 30; at++) addFile(folder, `img/${at}.png`, '');
    const told = await index(folder, { seen });
    assert.deepEqual(
      Object.keys(told).filter((path) => path.endsWith('.md')),
      ['a.md'],
    );
  });

  it('reads everything again when the rules change', async () => {
    const folder = temporaryFolder({ 'a.md': review('One') });
    const seen: SeenFiles = new Map();
    await index(folder, { seen });
    assert.deepEqual(await index(folder, { seen }, { excludeHeadings: ['Secret'] }), { 'a.md': 'One' });
  });

  it('forgets nothing in a folder that cannot be listed just now', async () => {
    const folder = temporaryFolder({ 'a.md': review('One'), 'sub/b.md': review('Two') });
    const seen: SeenFiles = new Map();
    await index(folder, { seen });
    const failing: FileSystem = {
      ...disk,
      list: (place) => (place.endsWith('sub') ? Promise.resolve(undefined) : disk.list(place)),
    };
    assert.deepEqual(await index(folder, { seen }, {}, failing), { sub: 'unreadable-folder' });
    assert.deepEqual(await index(folder, { seen }), { sub: 'gone' });
  });

  it('loses no file where every tenth call fails', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`2026-${at}.md`, review(`Review ${at}`)]));
    const folder = temporaryFolder(files);
    let calls = 0;
    const fail = () => {
      if (++calls % 10 === 0) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    };
    const read: FileSystem['read'] = async (file, limit) => {
      fail();
      return disk.read(file, limit);
    };
    const readNow: FileSystem['readNow'] = (file, limit) => {
      fail();
      if (!disk.readNow) throw new Error('A disk is read at once.');
      return disk.readNow(file, limit);
    };
    for (const failing of [
      { ...waiting, read },
      { ...disk, read, readNow },
    ]) {
      const told = await index(folder, {}, {}, failing);
      assert.deepEqual(Object.keys(told).sort(), Object.keys(files).sort());
      assert.deepEqual(new Set(Object.values(told).map((each) => each.replace(/\d+/, 'N'))), new Set(['Review N']));
    }
  });

  it('leaves to another source what is below it', async () => {
    const folder = temporaryFolder({ 'a.md': review('One'), 'team/b.md': review('Two') });
    const others = [{ ...sourceOf(join(folder, 'team')), path: 'incidents/team' }];
    assert.deepEqual(await index(folder, { others }), { 'a.md': 'One' });
  });

  it('stops when it is told to, and reads the rest the next time', async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.md`, review(`Review ${at}`)]));
    const folder = temporaryFolder(files);
    const seen: SeenFiles = new Map();
    const abort = new AbortController();
    const first = await index(folder, {
      seen,
      signal: abort.signal,
      onProgress: ({ done }) => done === 5 && abort.abort(),
    });
    assert.ok(Object.keys(first).length < 50);
    const second = await index(folder, { seen });
    assert.deepEqual([...Object.keys(first), ...Object.keys(second)].sort(), Object.keys(files).sort());
  });

  it('tells how far it is', async () => {
    const folder = temporaryFolder({ 'a.md': review('One'), 'b.md': review('Two') });
    const told: string[] = [];
    await index(folder, { onProgress: ({ done, total }) => told.push(`${done}/${total}`) });
    assert.deepEqual(told, ['0/2', '1/2', '2/2']);
  });
});
