import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { lastCitations } from '../../../src/core/checks/lastCitations';
import type { FoundCitation } from '../../../src/core/citations/citation';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import type { TextEdit } from '../../../src/core/citations/openText';
import { libraryOf } from '../citations/libraryOf';

const known = new KnownIds(
  libraryOf(['INC-1', 'INC-2', 'INC-3', { id: 'INC-9', path: 'a.md' }, { id: 'INC-9', path: 'b.md' }]),
);
const go = Languages.builtIn.find({ languageId: 'go' });
const cited = (text: string): FoundCitation[] => findCitations(text, go, known, { matchIn: 'comments' });
const edited = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduce((each, edit) => each.slice(0, edit.start) + edit.text + each.slice(edit.end), text);

function lost(text: string, edits: readonly TextEdit[], elsewhere: readonly string[] = []): string[] {
  const after = edited(text, edits);
  const found = lastCitations(cited(text), cited(after), edits, ({ id }) => elsewhere.includes(id));
  return found.map(({ review, offset }) => `${review.path} ${after.slice(0, offset)}|${after.slice(offset)}`);
}

describe('lastCitations', () => {
  it('tells of a review whose last citation was deleted, and where it stood', () => {
    assert.deepEqual(lost('a // INC-1\nb', [{ start: 2, end: 10, text: '' }]), ['docs/incidents/INC-1.md a |\nb']);
  });

  it('says nothing where another document cites the review', () => {
    assert.deepEqual(lost('a // INC-1\nb', [{ start: 2, end: 10, text: '' }], ['INC-1']), []);
  });

  it('says nothing where this document still cites it, in whatever spelling', () => {
    assert.deepEqual(lost('// INC-1 inc-1', [{ start: 3, end: 9, text: '' }]), []);
  });

  it('says nothing of a comment that was moved', () => {
    const edits = [
      { start: 0, end: 9, text: '' },
      { start: 2, end: 2, text: '// INC-1\n' },
    ];
    assert.deepEqual(lost('// INC-1\nb\n', edits), []);
  });

  it('follows the place through edits above and below it', () => {
    const edits = [
      { start: 5, end: 10, text: 'that' },
      { start: 0, end: 1, text: 'alpha' },
      { start: 14, end: 15, text: 'end' },
    ];
    assert.deepEqual(lost('a // INC-1\nb', edits), ['docs/incidents/INC-1.md alpha // |that\nend']);
  });

  it('tells of each review that claims the id', () => {
    const found = lost('// INC-9', [{ start: 0, end: 8, text: '' }]);
    assert.deepEqual(found, ['a.md |', 'b.md |']);
  });

  it('tells only of reviews that were cited and are not, at places in the text', () => {
    const text = '// INC-1 INC-2\n// INC-3 INC-1\nx';
    const edit = fc.record({ at: fc.nat(40), length: fc.nat(12), text: fc.constantFrom('', ' ', 'INC-2', '\n', '//') });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (sketches) => {
        let length = text.length;
        const edits = sketches.map(({ at, length: size, text: put }) => {
          const start = Math.min(at, length);
          const end = Math.min(length, start + size);
          length += put.length - (end - start);
          return { start, end, text: put };
        });
        const after = edited(text, edits);
        const idsAfter = new Set(cited(after).map(({ id }) => id));
        const found = lastCitations(cited(text), cited(after), edits, () => false);
        const expected = new Set(cited(text).flatMap(({ id }) => (idsAfter.has(id) ? [] : [id])));
        assert.deepEqual(new Set(found.map(({ review }) => review.id)), expected);
        for (const { offset } of found) assert.ok(offset >= 0 && offset <= after.length);
      }),
    );
  });
});
