import assert from 'node:assert/strict';
import { citationContext } from '../../../src/core/citations/citationContext';
import { Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { readReviews } from '../../../src/core/reviews/readReviews';
import { indexedCitation } from './indexedCitation';

const library = new Library();
library.setSource({ key: '/w/incidents', path: 'incidents', rules: defaultRules, findings: [] });

function contextIn(text: string, path = 'src/a.ts') {
  const context = citationContext(indexedCitation(path, 'INC-7', { start: text.indexOf('INC-7') }), text, library);
  return context && [...context.before, context.citing, ...context.after].map(({ line, text }) => `${line} ${text}`);
}

describe('the context of a citation', () => {
  it('is its line and two before and after', () => {
    assert.deepEqual(contextIn('a\nb\r\nc\n// INC-7\nd\ne\nf\n'), ['2 b', '3 c', '4 // INC-7', '5 d', '6 e']);
  });

  it('is less at the ends of a file', () => {
    assert.deepEqual(contextIn('// INC-7'), ['1 // INC-7']);
  });

  it('is nothing where the citation is gone, nor in a conversation', () => {
    const text = 'a\n// INC-8\n';
    assert.equal(citationContext(indexedCitation('src/a.ts', 'INC-7', { start: 5 }), text, library), undefined);
    assert.equal(contextIn('Runa: INC-7?', 'incidents/INC-8/chat.txt'), undefined);
  });

  it('has the part of a long line in which the citation stands', () => {
    const [line = ''] = contextIn(`// ${'x'.repeat(5000)} INC-7 ${'y'.repeat(5000)}`) ?? [];
    assert.ok(line.includes('INC-7') && line.length < 310, line);
  });

  it('leaves out what a review shows in its source only', () => {
    const text = '# INC-8: Login\n\n## Sensitive findings\n\nA password.\n\n## What surprised us\nLike INC-7.\n';
    const file = { key: '/w/incidents/INC-8.md', source: '/w/incidents', path: 'incidents/INC-8.md', text };
    const more = { pathInSource: 'INC-8.md', isTruncated: false, neighbours: [] };
    library.set(file.key, file.source, readReviews({ ...file, ...more }, defaultRules));
    assert.deepEqual(contextIn(text, 'incidents/INC-8.md'), ['7 ## What surprised us', '8 Like INC-7.', '9 ']);
  });
});
