import assert from 'node:assert/strict';
import { type MarginNote, readMarginNotes } from '../../../src/core/reviews/marginNote';
import { conversationSheet } from '../../../src/core/wording/conversationSheet';
import { reviewOf } from './reviewOf';

const text = `# The pump

Ada was at the controls.

It was calm.

Teun Vos saw the gates.
`;
const pump = reviewOf({ id: 'INC-7', title: 'The pump', date: '2023-06-07', people: ['Ada Moe', 'Teun Vos'], text });
const gates = reviewOf({ id: 'INC-21', title: 'Gates', people: ['Teun Vos'] });

function note(about: Partial<MarginNote>, { key, id, title } = pump): MarginNote {
  return { number: 1, review: { key, id, title }, words: 'for calm', line: 5, question: 'Why?', ...about };
}

describe('the sheet of questions', () => {
  it('says each question once, under the person who is named nearest to it', () => {
    const sheet = conversationSheet([
      { note: note({ passage: '14:06', line: 4, question: 'Who saw it first?' }), review: pump },
      { note: note({ number: 2, question: 'Which gate?' }, gates), review: gates },
      { note: note({ number: 3, line: 6, question: 'How high?' }), review: pump },
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

### INC-21 · Gates

> for calm (INC-21)

- [ ] Which gate?

### INC-7 · The pump, 7 June 2023

Can tell more, too: Ada Moe.

> for calm (INC-7)

- [ ] How high?
`,
    );
  });

  it('asks the first of those whom the text does not name', () => {
    const quiet = reviewOf({ id: 'INC-7', title: 'The pump', people: ['Ada Moe', 'Teun Vos'] });
    assert.match(conversationSheet([{ note: note({}), review: quiet }]), /## Ada Moe(?!.*## Teun)/s);
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
