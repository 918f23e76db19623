import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { ReaderMemory } from '../../src/host/readerMemory';
import { reviewOf } from '../core/wording/reviewOf';

const day = 24 * 60 * 60 * 1000;

describe('what is remembered of a reader', () => {
  it('is what they read, until they take it back', async () => {
    const state = memento();
    await new ReaderMemory(state).setRead(['INC-7', 'INC-31'], true);
    await new ReaderMemory(state).setRead(['INC-31'], false);
    const memory = new ReaderMemory(state);
    assert.deepEqual(
      ['INC-7', 'INC-31'].map((each) => memory.isRead(each)),
      [true, false],
    );
  });

  it('tells as new what came since the last visit, and nothing on the first', async () => {
    const state = memento();
    const [old, fresh] = ['INC-7', 'INC-60'].map((id) => ({ ...reviewOf({ id }), key: `/w/${id}.md` }));
    assert.ok(old && fresh);
    const first = new ReaderMemory(state);
    first.added([old]);
    assert.equal(first.isNew(old.key), false);
    await state.update('precedent.visit', { start: Date.now() - day, last: Date.now() - day });
    const second = new ReaderMemory(state);
    assert.deepEqual([...second.added([old, fresh]).keys()], [fresh.key]);
    assert.deepEqual([second.isNew(old.key), second.isNew(fresh.key)], [false, true]);
  });

  it('takes no review for new that was left when reading was stopped', () => {
    const memory = new ReaderMemory(memento());
    const [read, left] = ['INC-7', 'INC-60'].map((id) => ({ ...reviewOf({ id }), key: `/w/${id}.md` }));
    assert.ok(read && left);
    memory.added(undefined);
    memory.added([read, left]);
    assert.deepEqual([memory.isNew(read.key), memory.isNew(left.key)], [false, false]);
  });

  it('is what the history brought back today, and no longer tomorrow', () => {
    const state = memento();
    new ReaderMemory(state).bringBack('2026-11-27', 'INC-7');
    const memory = new ReaderMemory(state);
    assert.equal(memory.broughtBack('2026-11-27'), 'INC-7');
    assert.equal(memory.broughtBack('2026-11-28'), undefined);
  });

  it('takes whatever it finds in its store', () => {
    for (const value of [7, 'x', [7], { a: 'b' }, null]) {
      const memory = new ReaderMemory(memento(() => value));
      assert.equal(memory.isRead('INC-7'), false);
      assert.equal(memory.isNew('/w/a.md'), false);
      assert.equal(memory.broughtBack('2026-11-27'), undefined);
      assert.deepEqual(memory.saved.length <= 1, true);
    }
  });
});

function memento(read?: () => unknown): vscode.Memento {
  const kept = new Map<string, unknown>();
  const get = (key: string) => (read ? read() : kept.get(key));
  return {
    keys: () => [...kept.keys()],
    get,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
}
