import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readToCompanion, readToCompanionHost } from '../../src/sidebar/companionMessages';

describe('messages of the Companion', () => {
  const good: unknown[] = [
    { type: 'ready' },
    { type: 'do', action: 'cite', entry: 3 },
    { type: 'offer', offer: 'search' },
    { type: 'at', entry: 0 },
    { type: 'at' },
  ];
  for (const message of good) {
    it(`reads ${JSON.stringify(message)}`, () => assert.deepEqual(readToCompanionHost(message), message));
  }

  const bad: unknown[] = [
    undefined,
    'ready',
    { type: 'do', action: 'open', entry: 3 },
    { type: 'do', action: 'cite', entry: '3' },
    { type: 'do', action: 'cite', entry: -1 },
    { type: 'do', action: 'constructor', entry: 3 },
    { type: 'offer', offer: 'run' },
    { type: 'at', entry: 0.5 },
    { type: 'follow', target: 1 },
  ];
  for (const message of bad) {
    it(`leaves ${JSON.stringify(message)} alone`, () => assert.equal(readToCompanionHost(message), undefined));
  }

  it('hands on nothing but what it knows', () => {
    assert.deepEqual(readToCompanionHost({ type: 'do', action: 'cite', entry: 3, path: '/etc/passwd' }), {
      type: 'do',
      action: 'cite',
      entry: 3,
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        readToCompanionHost(message);
        readToCompanion(message);
      }),
    );
  });
});
