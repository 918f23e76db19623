import assert from 'node:assert/strict';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { noticeFolders } from '../../src/indexing/noticeFolders';
import { temporaryFolder } from './temporaryFolder';

describe('noticeFolders', () => {
  const review = '# Login was down\n\nOn 2026-05-09 nobody could log in for about an hour.\n';

  const cases: Record<string, [files: Readonly<Record<string, string>>, noticed: readonly string[]]> = {
    'tells of a library where none is looked for': [
      { 'docs/source/incident-reports/2026-05-09-login.md': review },
      ['docs/source/incident-reports'],
    ],
    'knows names however they are written': [{ 'source/Post_Mortems/a.md': review }, ['source/Post_Mortems']],
    'tells of at most three, those next to the root first': [
      {
        'a/b/c/incidents/a.md': review,
        'd/incidents/a.md': review,
        'e/incidents/a.md': review,
        'f/incidents/a.md': review,
      },
      ['d/incidents', 'e/incidents', 'f/incidents'],
    ],
    'leaves out what holds no review': [{ 'src/incidents/index.ts': '', 'lib/incidents/a.png': '' }, []],
    'leaves out where a library is looked for anyway': [{ 'docs/incidents/a.png': '', 'incidents/b.png': '' }, []],
    'leaves out hidden, ignored and installed folders': [
      {
        '.gitignore': 'out/',
        '.cache/incidents/a.md': review,
        'out/incidents/a.md': review,
        'node_modules/x/incidents/a.md': review,
      },
      [],
    ],
    'looks no deeper than four folders': [{ 'a/b/c/d/incidents/a.md': review }, []],
  };
  for (const [name, [files, noticed]] of Object.entries(cases)) {
    it(name, async () => {
      if (!nodeFileSystem) throw new Error('The tests run where there is a file system.');
      assert.deepEqual(await noticeFolders({ place: temporaryFolder(files), fileSystem: nodeFileSystem }), noticed);
    });
  }
});
