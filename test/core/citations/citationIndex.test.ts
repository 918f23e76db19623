import assert from 'node:assert/strict';
import { CitationIndex, type IndexedCitation } from '../../../src/core/citations/citationIndex';

describe('the index of citations', () => {
  it('answers by review, in the order of paths and places, whatever the order of telling', () => {
    const index = new CitationIndex();
    index.set('/w/b.ts', [at('b.ts', 5, 'INC-7'), at('b.ts', 40, 'INC-7')]);
    index.set('/w/a.md', [at('a.md', 9, 'INC-7'), at('a.md', 20, 'INC-31')]);
    const found = index.of({ key: '/w/INC-7.md', id: 'INC-7' });
    assert.deepEqual(
      found.map(({ citation, start }) => `${citation.path}@${start}`),
      ['a.md@9', 'b.ts@5', 'b.ts@40'],
    );
  });

  it('forgets what a file said before', () => {
    const index = new CitationIndex();
    index.set('/w/a.md', [at('a.md', 9, 'INC-7')]);
    index.set('/w/a.md', []);
    assert.deepEqual(index.of({ key: '/w/INC-7.md', id: 'INC-7' }), []);
    assert.deepEqual(index.files, []);
  });

  it('grows its version with each change and with nothing else', () => {
    const index = new CitationIndex();
    index.delete('/w/a.md');
    assert.equal(index.version, 0);
    index.set('/w/a.md', [at('a.md', 9, 'INC-7')]);
    assert.equal(index.version, 1);
  });
});

function at(path: string, start: number, id: string): IndexedCitation {
  const place = { line: 1, column: start + 1, endColumn: start + 1 + id.length };
  return {
    file: `/w/${path}`,
    citation: { path, ...place, text: id, id, known: true, kind: 'comment', sentence: `See ${id}.` },
    start,
    end: start + id.length,
    form: 'id',
    reviews: [`/w/${id}.md\n${id}`],
  };
}
