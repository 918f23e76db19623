import assert from 'node:assert/strict';
import { CitationIndex } from '../../../src/core/citations/citationIndex';
import { madePath, madePaths, type PathMaterial } from '../../../src/core/learning/madePaths';
import { stepsOf } from '../../../src/core/learning/readingPath';
import { libraryOf } from '../citations/libraryOf';

const library = libraryOf(['INC-7', 'INC-31', 'INC-40']);

describe('paths that make themselves', () => {
  it('leave out those that have nothing to say', () => {
    assert.deepEqual(pathsOf([]), {});
  });

  it('begin with what most files cite, and quote a sentence that says why', () => {
    const { 'made:cited': cited } = pathsOf([
      ['a.ts', 'INC-7', 'INC-7'],
      ['a.ts', 'INC-31', 'Retry once, see INC-31.'],
      ['b.ts', 'INC-31', 'INC-31'],
    ]);
    assert.deepEqual(cited, ['INC-31: “Retry once, see INC-31.” in a.ts', 'INC-7: “INC-7” in a.ts']);
  });

  it('do not take what reviews say of each other for what the repository learned', () => {
    const told = pathsOf([['docs/incidents/INC-31.md', 'INC-7', 'As in INC-7.', 'review']]);
    assert.equal(told['made:cited'], undefined);
    assert.deepEqual(told['made:related'], ['INC-31: ', 'INC-7: “As in INC-7.”']);
  });

  it('are made one at a time, too', () => {
    const citations = new CitationIndex();
    const added = new Map(library.reviews.map(({ key }) => [key, 1]));
    const material: PathMaterial = { library, citations, changed: [], added };
    const [path] = madePaths(material);
    assert.equal(path?.key, 'made:added');
    assert.deepEqual(madePath(material, 'made:added'), path);
    assert.equal(madePath(material, 'made:cited'), undefined);
    assert.equal(madePath(material, 'docs/path.md'), undefined);
  });

  it('follow the files that were changed lately, the latest first', () => {
    const cited = [
      ['a.ts', 'INC-7', 'See INC-7.'],
      ['b.ts', 'INC-31', 'See INC-31.'],
    ] as const;
    const changed = ['b.ts', 'a.ts'].map((path) => ({ file: path, path }));
    assert.deepEqual(pathsOf(cited, { changed })['made:changed'], [
      'INC-31: “See INC-31.” in b.ts',
      'INC-7: “See INC-7.” in a.ts',
    ]);
  });

  it('put what was added last first', () => {
    const added = new Map([
      ['docs/incidents/INC-7.md', 1],
      ['docs/incidents/INC-40.md', 2],
    ]);
    assert.deepEqual(pathsOf([], { added })['made:added'], ['INC-40: ', 'INC-7: ']);
  });
});

type Cited = readonly [file: string, id: string, sentence: string, kind?: 'comment' | 'review'];

function pathsOf(cited: readonly Cited[], told: Partial<PathMaterial> = {}): Record<string, string[]> {
  const citations = new CitationIndex();
  for (const file of new Set(cited.map(([path]) => path))) {
    citations.set(
      file,
      cited
        .filter(([path]) => path === file)
        .map(([path, id, sentence, kind = 'comment'], at) => ({
          file,
          citation: { path, line: at + 1, column: 1, endColumn: 2, text: id, id, known: true, kind, sentence },
          start: at,
          end: at + 1,
          form: 'id' as const,
          reviews: [`docs/incidents/${id}.md\n${id}`],
        })),
    );
  }
  const paths = madePaths({ library, citations, changed: [], added: new Map(), ...told });
  return Object.fromEntries(paths.map((path) => [path.key, stepsOf(path).map(({ id, why }) => `${id}: ${why}`)]));
}
