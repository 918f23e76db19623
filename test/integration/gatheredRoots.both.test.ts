import assert from 'node:assert/strict';
import { gatheredRoots } from '../../src/host/gatheredRoots';
import { set } from './editor/openDocument';

describe('where citations are gathered', () => {
  const undo: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of undo.splice(0)) await each();
  });

  it('is told for each language as its settings have it', async () => {
    undo.push(await set('precedent.matchIn', 'commentsAndStrings'));
    undo.push(await set('precedent.matchIn', 'everywhere', { languageId: 'json' }));
    const roots = gatheredRoots();
    assert.ok(roots.length > 0);
    for (const { matchIn } of roots) {
      assert.equal(matchIn('json'), 'everywhere');
      assert.equal(matchIn('python'), 'commentsAndStrings');
      assert.equal(matchIn(undefined), 'commentsAndStrings');
    }
  });
});
