import assert from 'node:assert/strict';
import { stemOf } from '../../../src/core/reviews/searchStems';

describe('stemOf', () => {
  const alike = [
    ['cache', 'cached', 'caching', 'caches'],
    ['retry', 'retries', 'retried', 'retrying'],
    ['stop', 'stopped', 'stopping', 'stops'],
    ['purge', 'purges', 'purging', 'purged'],
    ['resolver', 'resolvers', 'resolve', 'resolves'],
  ];
  for (const forms of alike) {
    it(`takes ${forms.join(', ')} for one`, () => assert.equal(new Set(forms.map(stemOf)).size, 1));
  }

  const apart = [
    ['caches', 'cash'],
    ['status', 'stated'],
    ['process', 'procedure'],
  ];
  for (const [one = '', other = ''] of apart) {
    it(`keeps ${one} and ${other} apart`, () => assert.notEqual(stemOf(one), stemOf(other)));
  }

  for (const word of ['tls', 'bus', '503', 'inc7', 'störungen', '再試', '']) {
    it(`leaves ${word || 'nothing'} as it is`, () => assert.equal(stemOf(word), word));
  }
});
