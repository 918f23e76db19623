import assert from 'node:assert/strict';
import { quotedSentence, relatedWords } from '../../../src/core/citations/relatedWords';

describe('what is said of a citation in front matter', () => {
  it('names the document by its id, else by its file', () => {
    assert.equal(relatedWords('---\nid: INC-12\nrelated: [INC-7]\n---\n', 'a/b.md'), 'related reviews of INC-12');
    assert.equal(relatedWords('---\nrelated: [INC-7]\n---\n', 'a/INC-12-x.md'), 'related reviews of INC-12-x.md');
  });

  it('is no quotation', () => {
    assert.equal(quotedSentence(relatedWords('---\nid: INC-12\n', 'a.md')), 'related reviews of INC-12');
    assert.equal(quotedSentence('As in INC-7.'), '“As in INC-7.”');
  });
});
