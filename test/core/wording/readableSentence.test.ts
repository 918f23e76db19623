import assert from 'node:assert/strict';
import type { Citation } from '../../../src/core/citations/citation';
import { readableSentence } from '../../../src/core/wording/readableSentence';

const citation = (path: string, sentence: string, kind: Citation['kind']): Citation => ({
  path,
  sentence,
  kind,
  line: 1,
  column: 1,
  endColumn: 2,
  text: 'INC-7',
  known: true,
});

describe('a citing sentence to be read', () => {
  it('has no marks of its format', () => {
    const markdown = citation('a.md', '[INC-7](x.md#hard) is *the same* wave.', 'prose');
    assert.equal(readableSentence(markdown, 100), 'INC-7 is the same wave.');
    const asciidoc = citation('a.adoc', 'The sale, see link:INC-7.md[Summer sale].', 'review');
    assert.equal(readableSentence(asciidoc, 100), 'The sale, see Summer sale.');
    assert.equal(readableSentence(citation('a.adoc', '[[INC-7]]', 'review'), 100), 'INC-7');
    assert.equal(readableSentence(citation('a.adoc', '.About INC-7', 'review'), 100), 'About INC-7');
  });

  it('is a comment as it stands, and plain text likewise', () => {
    assert.equal(readableSentence(citation('a.ts', 'a_b and *c*, INC-7', 'comment'), 100), 'a_b and *c*, INC-7');
    assert.equal(readableSentence(citation('a.txt', 'a_b and *c*, INC-7', 'prose'), 100), 'a_b and *c*, INC-7');
  });
});
