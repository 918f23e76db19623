import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CitationKind } from '../../../src/core/citations/citation';
import { CitationIndex, type IndexedCitation } from '../../../src/core/citations/citationIndex';
import { indexedCitation } from './indexedCitation';

describe('the index of citations', () => {
  it('answers by review, in the order of kinds, paths and places, whatever the order of telling', () => {
    const index = new CitationIndex();
    index.set('/w/0.md', [at('0.md', 1, 'INC-7', 'review')]);
    index.set('/w/b.ts', [at('b.ts', 5, 'INC-7'), at('b.ts', 40, 'INC-7')]);
    index.set('/w/c.ts', [at('c.ts', 2, 'INC-7', 'string')]);
    index.set('/w/z.md', [at('z.md', 9, 'INC-7', 'prose'), at('z.md', 20, 'INC-31', 'prose')]);
    index.set('/w/a.puml', [at('a.puml', 3, 'INC-7', 'diagram')]);
    const found = index.of({ key: '/w/INC-7.md', id: 'INC-7' });
    assert.deepEqual(
      found.map(({ citation, start }) => `${citation.path}@${start}`),
      ['a.puml@3', 'z.md@9', 'b.ts@5', 'b.ts@40', 'c.ts@2', '0.md@1'],
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
    index.set('/w/a.md', [at('a.md', 9, 'INC-7')]);
    assert.equal(index.version, 1);
  });

  it('finds the citations of an id that no review has, in any case', () => {
    const index = new CitationIndex();
    const unknown = { ...at('b.ts', 5, 'INC-99'), reviews: [] };
    index.set('/w/b.ts', [unknown, at('b.ts', 40, 'INC-7')]);
    assert.deepEqual(index.ofUnknown('inc-99'), [unknown]);
    assert.deepEqual(index.ofUnknown('INC-7'), []);
  });

  it('answers after any changes as if it had been told the last state alone', () => {
    const file = fc.constantFrom('a.md', 'b.ts', 'c.ts');
    const places = fc.uniqueArray(fc.nat(30), { maxLength: 4 });
    const change = fc.tuple(file, fc.array(fc.tuple(places, fc.constantFrom('INC-7', 'INC-31')), { maxLength: 2 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const index = new CitationIndex();
        const last = new Map<string, IndexedCitation[]>();
        for (const [path, ids] of changes) {
          const citations = ids
            .flatMap(([starts, id]) => starts.map((start) => at(path, start, id)))
            .sort((a, b) => a.start - b.start);
          last.set(path, citations);
          index.set(`/w/${path}`, citations);
          index.of({ key: '/w/INC-7.md', id: 'INC-7' });
        }
        const fresh = new CitationIndex();
        for (const [path, citations] of last) fresh.set(`/w/${path}`, citations);
        for (const id of ['INC-7', 'INC-31']) {
          const review = { key: `/w/${id}.md`, id };
          assert.deepEqual(index.of(review), fresh.of(review));
        }
        assert.deepEqual([...index.files].sort(), [...fresh.files].sort());
      }),
    );
  });
});

function at(path: string, start: number, id: string, kind: CitationKind = 'comment'): IndexedCitation {
  return indexedCitation(path, id, { start, kind });
}
