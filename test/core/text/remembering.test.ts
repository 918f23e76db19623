import assert from 'node:assert/strict';
import { remembering } from '../../../src/core/text/remembering';

describe('remembering', () => {
  it('works an answer out once, for any text', () => {
    const asked: string[] = [];
    const lower = remembering((text) => {
      asked.push(text);
      return text.toLowerCase();
    });
    for (const text of ['Summary', '__proto__', 'constructor', '', 'Summary', 'constructor', '__proto__', '']) {
      assert.equal(lower(text), text.toLowerCase());
    }
    assert.deepEqual(asked, ['Summary', '__proto__', 'constructor', '']);
  });

  it('answers the same however much it was asked', () => {
    const length = remembering((text) => text.length);
    for (let at = 0; at < 5000; at++) assert.equal(length(`${at}`), `${at}`.length);
    assert.equal(length('x'.repeat(1000)), 1000);
  });
});
