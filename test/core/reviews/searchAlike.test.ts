import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { PassageSearch } from '../../../src/core/reviews/searchPassages';
import { finished } from './finished';
import { readOne } from './readOne';

const words = ['lease', 'quorum', 'header', 'resolver', 'gateway', 'ballast', 'token', 'window'];

function review(id: number, text: string): ReviewDocument {
  return readOne(`INC-${id}.md`, `# Number ${id}\n\n## What surprised us\n\n${text}\n`);
}

function alike(search: PassageSearch, text: readonly string[]) {
  const { passages, worthOf } = search.findAlike(
    text.map((word) => ({ word, weight: 1 })),
    5,
  );
  return {
    passages: passages.map(({ review: { id }, start, score }) => [id, start, score]),
    worths: text.map((word) => worthOf(word)),
  };
}

describe('PassageSearch.findAlike', () => {
  it('counts all forms of a word as the word, and rare words for more', () => {
    const search = new PassageSearch();
    const fillers = Array.from({ length: 9 }, (_, at) => review(at + 10, 'The window was open.'));
    const leases = [review(1, 'Two leases expired.'), review(2, 'It leased a gateway.')];
    finished(search.update([...leases, ...fillers]));
    const { passages, worthOf } = search.findAlike([{ word: 'lease', weight: 1 }], 5);
    assert.deepEqual(
      passages.map(({ review: { id } }) => id),
      ['INC-1', 'INC-2'],
    );
    assert.ok(worthOf('leasing') > 0);
    assert.equal(worthOf('window'), 0);
  });

  it('says nothing of words that are in too many passages', () => {
    const search = new PassageSearch();
    finished(search.update(Array.from({ length: 12 }, (_, at) => review(at, `The window of ${words[at] ?? 'none'}.`))));
    assert.equal(search.findAlike([{ word: 'window', weight: 1 }], 5).worthOf('window'), 0);
  });

  it('answers the same however reviews came and went', () => {
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 2, maxLength: 12 }),
        fc.array(fc.nat(11), { maxLength: 6 }),
        (texts, gone) => {
          const all = texts.map((each, at) => review(at, each));
          const kept = all.filter((_, at) => !gone.includes(at));
          const changed = new PassageSearch();
          finished(changed.update(all.slice(0, 2)));
          finished(changed.update(all));
          finished(changed.update(kept));
          const fresh = new PassageSearch();
          finished(fresh.update(kept));
          assert.deepEqual(alike(changed, words), alike(fresh, words));
        },
      ),
      { numRuns: 50 },
    );
  });
});
