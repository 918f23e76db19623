import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readStoryLink, storyLink } from '../../../src/core/wording/storyLink';

describe('storyLink', () => {
  it('opens the story of what is named in the editor that it is for', () => {
    assert.equal(storyLink('vscode', 'INC-7@14:06'), 'vscode://precedent.precedent/story?INC-7%4014%3A06');
  });

  it('is read as it was made, whether or not the editor has decoded it', () => {
    assert.equal(readStoryLink('/story', 'INC-7%4014%3A06'), 'INC-7@14:06');
    assert.equal(readStoryLink('/story', 'INC-7@14:06'), 'INC-7@14:06');
  });

  it('takes no other address', () => {
    assert.equal(readStoryLink('/open', 'INC-7'), undefined);
    assert.equal(readStoryLink('/story', ''), undefined);
    assert.equal(readStoryLink('/story', 'INC-7%0a'), 'INC-7');
    assert.equal(readStoryLink('/story', 'INC%0a7'), undefined);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (path, query) => void readStoryLink(path, query)));
  });
});
