import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { matchGlobs } from '../../src/indexing/cheapGlobs';

describe('globs of settings', () => {
  it('mean what they mean to picomatch, names that are looked up, too', () => {
    const name = fc.stringMatching(/^(?:[ab.*-]|node_modules){1,3}$/).filter((each) => !/^\.\.?$/.test(each));
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
    const glob = fc.oneof(
      name.map((each) => `**/${each}`),
      path,
    );
    fc.assert(
      fc.property(fc.array(glob, { maxLength: 3 }), path, (globs, path) => {
        const isMeant = picomatch(globs, { dot: true, noextglob: true, nonegate: true });
        assert.equal(matchGlobs(globs)(path), globs.length > 0 && isMeant(path));
      }),
      { numRuns: 2000 },
    );
  });
});
