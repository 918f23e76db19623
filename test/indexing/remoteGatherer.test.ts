import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Languages } from '../../src/core/citations/languages';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import type { GatheredRoot } from '../../src/indexing/citationGatherer';
import type { FromGatherer, ToGatherer } from '../../src/indexing/gatheringMessages';
import { RemoteGatherer } from '../../src/indexing/remoteGatherer';
import { serveGathering } from '../../src/indexing/serveGathering';
import { change, type MakeGatherer, told, World } from './gatheredWorld';
import { ThreadLink } from './threadLink';

describe('the gatherer in another thread', () => {
  it('finds what the files cite, and says what it left alone', async () => {
    const world = remoteWorld({
      'src/a.ts': '// see INC-7\n',
      'docs/b.md': 'Because of INC-7.\n',
      '.gitignore': 'out/\n',
      'out/c.ts': '// INC-7\n',
    });
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['docs/b.md:1', 'src/a.ts:1']);
    assert.deepEqual(world.gatherer.skipped, [
      { place: '/w/out', path: 'out', reason: 'excluded by .gitignore or .ignore' },
    ]);
  });

  it('is told where citations count in a language, and its marks', async () => {
    const world = remoteWorld({ 'a.ts': "const a = 'INC-7';", 'b.py': "b = 'INC-7'", 'c.ts': '%% INC-7' });
    const strings = (id = '') => (id === 'typescript' ? 'commentsAndStrings' : 'comments');
    const languages = Languages.builtIn.extended({ typescript: { line: ['%%'] } });
    world.gatherer.setRoots([world.root({ matchIn: strings })], languages);
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['a.ts:1', 'c.ts:1']);
  });

  it('leaves out what stands under an excluded heading, and a review that names itself', async () => {
    const world = remoteWorld({ 'inc/INC-8.md': '' });
    const key = '/w/inc/INC-8.md';
    const text = '# INC-8: One\n\nLike INC-7, unlike INC-8.\n\n## Sensitive findings\n\nINC-7 again.\n';
    world.files.write('inc/INC-8.md', text);
    world.hint('inc/INC-8.md');
    world.tellAt(key, text);
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['inc/INC-8.md:3']);
  });

  it('looks itself at a file of several reviews', async () => {
    const world = remoteWorld({ 'all.md': '' });
    const text = '# Incidents\n\n## INC-8: One\n\nLike INC-9, unlike INC-8.\n\n## INC-9: Two\n\nLike INC-8.\n';
    world.files.write('all.md', text);
    world.tellAt('/w/all.md', text, { ...defaultRules, split: 'heading' });
    assert.equal(world.library.in('/w/all.md').length, 2);
    await world.run();
    assert.equal(world.index.in('/w/all.md').length, 2);
    await world.isAsIfNew();
  });

  it('goes on here when the other thread is lost', async () => {
    const links: ThreadLink<FromGatherer, ToGatherer>[] = [];
    const world = remoteWorld({ 'src/a.ts': '// INC-7\n' }, {}, links);
    const running = world.run();
    links[0]?.lose();
    await running;
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:1']);
    world.files.write('src/b.ts', '// INC-7\n');
    world.hint('src/b.ts');
    await world.run();
    await world.isAsIfNew();
  });

  it('knows after any changes it was told of what a new one would find', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
        const world = remoteWorld({ 'a/x.ts': '// INC-7\n', 'out/x.ts': '// INC-8\n', '.gitignore': 'out/\n' });
        for (const each of changes) {
          if (each.kind === 'run') await world.run();
          else world.change(each, 'told');
        }
        await world.run();
        await world.isAsIfNew();
      }),
      { numRuns: 200 },
    );
  });

  it('knows after any changes, whether told of or not, what a new one would find, once it has looked everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(change, told), { maxLength: 25 }), async (changes) => {
        const world = remoteWorld({ 'a/x.ts': '// INC-7\n', 'out/x.ts': '// INC-8\n', '.gitignore': 'out/\n' });
        for (const [each, telling] of changes) {
          if (each.kind === 'run') void world.run();
          else world.change(each, telling);
        }
        world.gatherer.lookEverywhere();
        await world.run();
        await world.isAsIfNew();
      }),
      { numRuns: 200 },
    );
  });
});

function remoteWorld(
  files: Readonly<Record<string, string>>,
  limits: Partial<GatheredRoot> = {},
  links: ThreadLink<FromGatherer, ToGatherer>[] = [],
) {
  const make: MakeGatherer = (index, known, fileSystem) => {
    const link = new ThreadLink<FromGatherer, ToGatherer>();
    links.push(link);
    serveGathering(link.there, fileSystem);
    const rest = { port: link.here, canRead: () => true, onLost: () => {} };
    return new RemoteGatherer(index, { languages: Languages.builtIn, known, ...rest });
  };
  return new World(files, limits, make);
}
