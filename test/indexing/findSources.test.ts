import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/core/userError';
import { findSources, type SourceOptions } from '../../src/indexing/findSources';
import { mayHoldLibrary } from '../../src/indexing/mayHoldLibrary';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { temporaryFolder } from './temporaryFolder';

const review =
  '# Login was down\n\nOn 2026-05-09 nobody could log in for an hour.\n\n## What surprised us\n\nThe cache answered.\n';

describe('findSources', function () {
  this.timeout(20_000);

  async function find(folder: string, options: Partial<SourceOptions> = {}) {
    if (!nodeFileSystem) throw new Error('The tests run where there is a file system.');
    const root = { place: folder, fileSystem: nodeFileSystem };
    const sources = await findSources(root, { folders: [], allowOutside: false, idPatterns: [], ...options });
    // The look before it may promise too much, never too little.
    if (!options.folders && sources.length > 0) assert.ok(await mayHoldLibrary(root), 'nobody would have looked');
    return sources;
  }

  async function paths(folder: string, options: Partial<SourceOptions> = {}) {
    return (await find(folder, options)).map(({ path }) => path);
  }

  const byName: Record<string, [files: Record<string, string>, expected: string[]]> = {
    'takes the first well-known name': [
      { 'postmortems/a.md': review, 'incident-reports/b.md': review, 'docs/incidents/c.md': review },
      ['incident-reports'],
    ],
    'looks in docs and doc after the root': [
      { 'doc/incidents/a.md': review, 'docs/post-mortems/b.md': review },
      ['docs/post-mortems'],
    ],
    'takes names in any case and with underscores': [
      { 'Docs/Incident_Reviews/a.md': review },
      ['Docs/Incident_Reviews'],
    ],
    'passes over a folder without a review': [
      { 'incidents/README.md': '# How we write reviews', 'postmortems/a.md': review },
      ['postmortems'],
    ],
    'passes over a code module': [
      {
        'incidents/index.ts': 'export {};',
        'incidents/README.md': '# Incidents module',
        'incidents/notes.md': '# Notes\n\nHow to use this module.\n',
        'docs/incidents/a.md': review,
      },
      ['docs/incidents'],
    ],
    'takes a library that has a script beside its reviews': [
      { 'incidents/a.md': review, 'incidents/new.py': '' },
      ['incidents'],
    ],
    'finds a review in a folder of its own': [{ 'incidents/2026-05-09-login/README.md': review }, ['incidents']],
    'finds nothing where there is nothing': [{ 'src/a.ts': '' }, []],
    'adds every folder that describes itself': [
      {
        'incidents/a.md': review,
        'teams/pay/history/precedent.yaml': '',
        'teams/pay/history/b.md': review,
        'log/precedent.yaml': '',
      },
      ['incidents', 'log', 'teams/pay/history'],
    ],
    'looks for precedent.yaml three folders deep': [{ 'a/b/c/d/precedent.yaml': '' }, []],
    'does not look into ignored folders': [
      { '.gitignore': 'vendor/', 'vendor/x/precedent.yaml': '', 'node_modules/y/precedent.yaml': '' },
      [],
    ],
    'takes the root where it describes itself, and leaves the rest to it': [
      { 'precedent.yaml': '', 'incidents/a.md': review },
      [''],
    ],
    'takes a folder that describes itself once': [
      { 'docs/incidents/precedent.yaml': '', 'docs/incidents/a.md': review },
      ['docs/incidents'],
    ],
  };

  for (const [name, [files, expected]] of Object.entries(byName)) {
    it(name, async () => assert.deepEqual(await paths(temporaryFolder(files)), expected));
  }

  it('takes the named folders instead of looking for names, each once', async () => {
    const folder = temporaryFolder({ 'incidents/a.md': review, 'history/b.md': review, 'old/c.md': '' });
    assert.deepEqual(await paths(folder, { folders: ['history/', './old', 'history', join('docs', '..', 'old')] }), [
      'history',
      'old',
    ]);
  });

  it('takes folders outside where that is allowed: absolute, beside, and below the home folder', async () => {
    const folder = temporaryFolder({ 'work/a.ts': '', 'shared/reviews/a.md': review });
    const outside = { allowOutside: true, home: folder };
    const shared = join(folder, 'shared/reviews');
    for (const named of [shared, '../shared/reviews', '~/shared/reviews/']) {
      const [source, ...others] = await find(join(folder, 'work'), { folders: [named], ...outside });
      assert.deepEqual([source?.path, source?.key, others], [shared, shared, []]);
    }
  });

  const refused: Record<string, [folders: string[], message: RegExp]> = {
    'says that a named folder does not exist': [['nowhere'], /^There is no folder nowhere/],
    'says that a named folder is a file': [['a.md'], /^a\.md is a file/],
    'says that a folder outside is not allowed': [['../elsewhere'], /lies outside/],
    'says that an absolute folder is not allowed': [['/etc'], /lies outside/],
    'says that a folder below the home folder is not allowed': [['~/reviews'], /lies outside/],
    'says that a link may not lead outside': [['link'], /lies outside/],
    'says that a source has no name': [[' '], /has no name/],
  };

  for (const [name, [folders, message]] of Object.entries(refused)) {
    it(name, async () => {
      const folder = temporaryFolder({ 'a.md': review });
      symlinkSync(temporaryFolder({ 'b.md': review }), join(folder, 'link'));
      await assert.rejects(
        find(folder, { folders }),
        (error) => error instanceof UserError && message.test(error.message),
      );
    });
  }

  it('takes a folder that is a link outside only where that is allowed, and says so', async () => {
    const folder = temporaryFolder({});
    symlinkSync(temporaryFolder({ 'a.md': review }), join(folder, 'incidents'));
    const told: string[] = [];
    const onPassedOver = (path: string, reason: string) => told.push(`${path}: ${reason}`);
    assert.deepEqual(await paths(folder, { onPassedOver }), []);
    assert.deepEqual(told, ['incidents: it is a link that leads outside the folder']);
    assert.deepEqual(await paths(folder, { allowOutside: true }), ['incidents']);
  });

  it('reads what a library says about itself, and adds the id patterns it is given', async () => {
    const folder = temporaryFolder({ 'reviews/precedent.yaml': 'idPatterns: ["OPS\\\\d+"]\nexclude: ["drafts/**"]\n' });
    const [source] = await find(folder, { idPatterns: ['TT-\\d+'] });
    assert.deepEqual(source?.rules.idPatterns, ['OPS\\d+', 'TT-\\d+']);
    assert.deepEqual(source?.rules.exclude, ['drafts/**']);
    assert.deepEqual(source?.findings, []);
  });

  it('keeps a library whose precedent.yaml is broken, and says what is wrong', async () => {
    const folder = temporaryFolder({ 'reviews/precedent.yaml': 'exclude: [', 'reviews/a.md': review });
    const [source] = await find(folder);
    assert.equal(source?.path, 'reviews');
    assert.equal(source?.findings.length, 1);
    assert.equal(source?.findings[0]?.path, 'reviews/precedent.yaml');
  });

  it('says that a precedent.yaml cannot be read', async () => {
    const folder = temporaryFolder({ 'reviews/precedent.yaml': Buffer.from('exclude: [größer]', 'latin1') });
    const [source] = await find(folder);
    assert.equal(source?.findings[0]?.code, 'unreadable-encoding');
  });

  it('does not follow a link named precedent.yaml', async () => {
    const folder = temporaryFolder({ 'secret.txt': 'password: hunter2' });
    mkdirSync(join(folder, 'reviews'));
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'reviews/precedent.yaml'));
    assert.deepEqual(await paths(folder), []);
  });
});
