import assert from 'node:assert/strict';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { linkedCitation } from '../../../src/core/wording/linkedCitation';
import { citingAt } from './citing';
import { libraryOf, reviewOf } from './reviewOf';

const review = reviewOf({
  title: 'A lock nobody held',
  path: 'docs/incidents/INC-7.md',
  aliases: ['https://wiki.example/display/INC7'],
});
const known = new KnownIds(libraryOf([review]));
const link = '[INC-7: A lock nobody held](../incidents/INC-7.md)';

function linked(text: string, languageId = 'markdown', path = 'docs/design/a.md'): string | undefined {
  const { document } = citingAt(text, languageId, path);
  const [citation] = findCitations(text, document.language, known, { matchIn: 'comments', path });
  assert.ok(citation, 'no citation');
  const edit = linkedCitation(citation, document);
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('linkedCitation', () => {
  const cases: Record<string, [text: string, wanted: string | undefined, languageId?: string]> = {
    'links an id': ['As in INC-7.', `As in ${link}.`],
    'links a path': ['As in docs/incidents/INC-7.md, we', `As in ${link}, we`],
    'links an address': ['As in https://wiki.example/display/INC7 we', `As in ${link} we`],
    'links in AsciiDoc': ['As in INC-7.', 'As in link:../incidents/INC-7.md[INC-7: A lock nobody held].', 'asciidoc'],
    'leaves a link alone': ['As in [INC-7](../incidents/INC-7.md).', undefined],
    'leaves other words of a link alone': ['As in [see INC-7 there](x.md).', undefined],
    'leaves an address in angle brackets alone': ['<https://wiki.example/display/INC7>', undefined],
    'leaves the target of a name alone': ['[a]: ../incidents/INC-7.md', undefined],
    'leaves a heading alone': ['# INC-7 and us', undefined],
    'leaves a footnote alone': ['As [^INC-7].', undefined],
    'leaves plain text alone': ['As in INC-7.', undefined, 'plaintext'],
    'leaves comments of code alone': ['// INC-7', undefined, 'go'],
  };
  for (const [name, [text, wanted, languageId]] of Object.entries(cases)) {
    it(name, () => {
      const path = languageId === 'plaintext' ? 'docs/design/a.txt' : 'docs/design/a.md';
      assert.equal(linked(text, languageId, path), wanted);
    });
  }
});
