import assert from 'node:assert/strict';
import { citationGroups } from '../../../src/core/citations/citationGroups';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { libraryOf } from './libraryOf';

const known = new KnownIds(libraryOf(['INC-1', 'INC-2', 'INC-3', 'INC-4']));

function groupsOf(languageId: string, text: string): string[][] {
  const language = Languages.builtIn.find({ languageId });
  assert.ok(language);
  const citations = findCitations(text, language, known, { matchIn: 'comments' });
  return citationGroups(text, language, citations).map((group) => group.citations.map(({ id }) => id));
}

describe('citationGroups', () => {
  const cases: Record<string, [languageId: string, text: string, groups: string[][]]> = {
    'puts line comments on consecutive lines together': ['go', '// INC-1\n// and\n\t// INC-2\nx', [['INC-1', 'INC-2']]],
    'parts them at a blank line': ['go', '// INC-1\n\n// INC-2', [['INC-1'], ['INC-2']]],
    'leaves a comment behind code by itself': [
      'go',
      'a // INC-1\n// INC-2\nb // INC-3',
      [['INC-1'], ['INC-2'], ['INC-3']],
    ],
    'takes a block comment as one': ['c', '/* INC-1\n\n INC-2 */ /* INC-3 */', [['INC-1', 'INC-2'], ['INC-3']]],
    'works with CRLF': ['python', '# INC-1\r\n# INC-2\r\n', [['INC-1', 'INC-2']]],
    'lets each citation in prose stand alone': ['markdown', 'INC-1 and INC-2', [['INC-1'], ['INC-2']]],
    'has none where nothing is cited': ['go', '// nothing', []],
  };

  for (const [name, [languageId, text, groups]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(groupsOf(languageId, text), groups));
  }

  it('says where the comment stands', () => {
    const text = 'x\n  // INC-1\n  // more\n';
    const language = Languages.builtIn.find({ languageId: 'go' });
    assert.ok(language);
    const [group] = citationGroups(text, language, findCitations(text, language, known, { matchIn: 'comments' }));
    assert.equal(text.slice(group?.start, group?.end), '// INC-1\n  // more');
  });
});
