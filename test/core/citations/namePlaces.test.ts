import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NamePlaces } from '../../../src/core/citations/namePlaces';

describe('NamePlaces', () => {
  it('tells the first place behind an offset, whatever was asked before', () => {
    const text = fc
      .array(fc.constantFrom('INC-1', '://', 'X-2', ' ', 'a'), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(40), { maxLength: 8 }), (text, offsets) => {
        const places = new NamePlaces(text, [/inc-\d/gi, /:\/\//g, /[A-Z]-\d/g]);
        const all = Array.from(text.matchAll(/INC-\d|C-\d|:\/\/|X-\d/g), ({ index }) => index);
        const inWords = Array.from(text.matchAll(/C-\d/g), ({ index }) => index);
        const sorted = [...all, ...inWords].sort((a, b) => a - b);
        for (const offset of offsets) {
          assert.equal(places.from(offset), sorted.find((place) => place >= offset) ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it('takes all of a text where no expression tells', () => {
    const places = new NamePlaces('abc', [/x/g, undefined]);
    assert.deepEqual([places.from(2), places.from(0)], [2, 0]);
    assert.equal(new NamePlaces('abc', []).from(0), Number.POSITIVE_INFINITY);
  });
});
