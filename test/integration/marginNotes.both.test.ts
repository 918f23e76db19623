import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { MarginNotes } from '../../src/host/marginNotes';

const about = { review: { key: '/w/INC-7.md', id: 'INC-7', title: 'The pump' }, words: 'for calm', line: 5 };

describe('questions of a reader', () => {
  it('are kept, changed and taken back', async () => {
    const state = memento();
    const notes = new MarginNotes(state);
    let told = 0;
    notes.onDidChange(() => told++);
    await notes.add({ ...about, question: 'Why?' });
    await notes.add({ ...about, question: 'Who?' });
    await notes.change(2, 'Whom?');
    await notes.remove(1);
    assert.deepEqual(
      new MarginNotes(state).all.map(({ number, question }) => [number, question]),
      [[2, 'Whom?']],
    );
    assert.equal(told, 4);
    notes.dispose();
  });

  it('come back where they were', async () => {
    const notes = new MarginNotes(memento());
    await notes.add({ ...about, question: 'Why?' });
    await notes.add({ ...about, question: 'Who?' });
    const [first] = notes.all;
    assert.ok(first);
    await notes.remove(first.number);
    await notes.restore(first);
    assert.deepEqual(
      notes.all.map(({ question }) => question),
      ['Why?', 'Who?'],
    );
    notes.dispose();
  });
});

function memento(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
  };
}
