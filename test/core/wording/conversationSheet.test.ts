import assert from 'node:assert/strict';
import { type MarginNote, readMarginNotes } from '../../../src/core/reviews/marginNote';
import { conversationSheet } from '../../../src/core/wording/conversationSheet';
import { reviewOf } from './reviewOf';

const pump = reviewOf({ id: 'INC-7', title: 'The pump', date: '2023-06-07', people: ['Ada Moe', 'Teun Vos'] });
const gates = reviewOf({ id: 'INC-21', title: 'Gates', people: ['Teun Vos'] });

function note(about: Partial<MarginNote>, { key, id, title } = pump): MarginNote {
  return { number: 1, review: { key, id, title }, words: 'for calm', line: 5, question: 'Why?', ...about };
}

describe('the sheet of questions', () => {
  it('is grouped by the people who can tell more', () => {
    const sheet = conversationSheet([
      { note: note({ passage: '14:06', question: 'Who saw it first?' }), review: pump },
      { note: note({ number: 2, question: 'Which gate?' }, gates), review: gates },
    ]);
    assert.equal(
      sheet,
      `# Questions for a conversation

What I wondered while I read. A review tells part of a story; the people who were there can tell more.

## Ada Moe

### INC-7 · The pump, 7 June 2023

Can tell more, too: Teun Vos.

> for calm (INC-7@14:06)

- [ ] Who saw it first?

## Teun Vos

### INC-7 · The pump, 7 June 2023

Can tell more, too: Ada Moe.

> for calm (INC-7@14:06)

- [ ] Who saw it first?

### INC-21 · Gates

> for calm (INC-21)

- [ ] Which gate?
`,
    );
  });

  it('keeps questions about reviews that name nobody, or are gone', () => {
    const sheet = conversationSheet([{ note: note({}), review: undefined }]);
    assert.match(sheet, /## Whoever can tell more\n\n### INC-7 · The pump\n\n> for calm \(INC-7\)\n\n- \[ \] Why\?\n$/);
  });

  it('quotes words that mean nothing but themselves', () => {
    const sheet = conversationSheet([{ note: note({ words: '# [a](command:b) <img> `c`\n\n## d' }), review: pump }]);
    assert.match(sheet, /^> \\# \\\[a\\\]\(command:b\) \\<img\\> \\`c\\` ## d \(INC-7\)$/m);
  });
});

describe('notes that were kept', () => {
  it('are read back as they were', () => {
    const notes = [note({}), note({ number: 2, passage: 'timeline' })];
    assert.deepEqual(readMarginNotes(JSON.parse(JSON.stringify(notes))), notes);
  });

  it('are left out where they are none', () => {
    for (const kept of [undefined, 7, 'x', {}, [7], [{}], [{ review: 7 }], [{ ...note({}), words: 7 }]])
      assert.deepEqual(readMarginNotes(kept), []);
  });
});
