import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../../src/core/citations/openText';
import { aliasInFrontMatter, aliasInRules } from '../../../src/core/renaming/aliasEdits';
import { parseLibraryRules } from '../../../src/core/reviews/readLibraryRules';

function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
}

describe('aliasInFrontMatter', () => {
  const cases: Record<string, [text: string, wanted: string | undefined]> = {
    'adds a line where there is no list': [
      '---\nid: INC-8\n---\n\n# A\n',
      '---\nid: INC-8\naliases: [INC-7]\n---\n\n# A\n',
    ],
    'adds to a list in brackets': [
      '---\naliases: [OLD-1, "OLD-2"] # both\nid: INC-8\n---\n',
      '---\naliases: [OLD-1, "OLD-2", INC-7] # both\nid: INC-8\n---\n',
    ],
    'adds to an empty list': ['---\nid: INC-8\naliases: []\n---\n', '---\nid: INC-8\naliases: [INC-7]\n---\n'],
    'adds to a list of lines, behind a comment': [
      '---\naliases:\n  - OLD-1 # once\n  - OLD-2 # twice\nid: INC-8\n---\n',
      '---\naliases:\n  - OLD-1 # once\n  - OLD-2 # twice\n  - INC-7\nid: INC-8\n---\n',
    ],
    'makes a list of a single name': ['---\nformerly: OLD-3\n---\n', '---\nformerly: [OLD-3, INC-7]\n---\n'],
    'keeps the quotes of a single name': ['---\nformerly: "OLD 3"\n---\n', '---\nformerly: ["OLD 3", INC-7]\n---\n'],
    'fills a field that is empty': ['---\naliases:\nid: INC-8\n---\n', '---\naliases: [INC-7]\nid: INC-8\n---\n'],
    'keeps the ends of lines': [
      '---\r\nid: INC-8\r\n---\r\n\r\n# A\r\n',
      '---\r\nid: INC-8\r\naliases: [INC-7]\r\n---\r\n\r\n# A\r\n',
    ],
    'leaves TOML alone': ['+++\nid = "INC-8"\n+++\n', undefined],
    'leaves a document without front matter alone': ['# INC-8: A\n', undefined],
    'leaves front matter alone that cannot be read': ['---\nid: [INC-8\n---\n', undefined],
    'leaves what is folded over lines alone': ['---\nformerly: >\n  OLD-3\n---\n', undefined],
  };
  for (const [name, [text, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const edit = aliasInFrontMatter(text, 'INC-7');
      assert.equal(edit && applied(text, [edit]), wanted);
    });
  }

  it('changes nothing else, whatever stands there', () => {
    const line = fc.constantFrom(
      'title: "A: b"',
      "x: 'y'",
      'tags: [a, b]',
      '# note',
      'list:\n  - a\n  - b',
      'é: ü',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
        const unique = [...new Set(lines)];
        const text = `---\nid: INC-8\n${unique.join('\n')}\n---\n# A\n`.replaceAll('\n', lineEnd);
        const edit = aliasInFrontMatter(text, 'INC-7');
        assert.ok(edit);
        assert.equal(edit.start, edit.end);
        assert.equal(applied(text, [edit]).replace(`aliases: [INC-7]${lineEnd}`, ''), text);
      }),
    );
  });
});

describe('aliasInRules', () => {
  const cases: Record<string, [text: string, wanted: string | undefined]> = {
    'writes an empty file': ['', 'aliases:\n  INC-7: INC-8\n'],
    'adds the key at the end': ['# ours\nsplit: none # no\n', '# ours\nsplit: none # no\naliases:\n  INC-7: INC-8\n'],
    'ends a last line that is open': ['split: none', 'split: none\naliases:\n  INC-7: INC-8\n'],
    'adds to what is there, as it is indented': [
      "aliases:\n    OPS-1: INC-1 # moved\n    'OPS-2': INC-2\nsplit: none\n",
      "aliases:\n    OPS-1: INC-1 # moved\n    'OPS-2': INC-2\n    INC-7: INC-8\nsplit: none\n",
    ],
    'leads older names on': ['aliases:\n  OPS-7: INC-7\n', 'aliases:\n  OPS-7: INC-8\n  INC-7: INC-8\n'],
    'changes an entry that is there': ['aliases:\n  INC-7: INC-1\n', 'aliases:\n  INC-7: INC-8\n'],
    'adds in braces': ['aliases: { OPS-1: INC-1 }\n', 'aliases: { OPS-1: INC-1, INC-7: INC-8 }\n'],
    'fills a key that is empty': ['aliases:\nsplit: none\n', 'aliases:\n  INC-7: INC-8\nsplit: none\n'],
    'keeps the ends of lines': ['split: none\r\n', 'split: none\r\naliases:\r\n  INC-7: INC-8\r\n'],
    'leaves a file alone that cannot be read': ['aliases: [\n', undefined],
    'leaves a list alone': ['aliases: [INC-7]\n', undefined],
  };
  for (const [name, [text, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const edits = aliasInRules(text, 'INC-7', 'INC-8');
      assert.equal(edits && applied(text, edits), wanted);
      if (wanted !== undefined)
        assert.equal(parseLibraryRules(wanted, 'precedent.yaml').rules.aliases['INC-7'], 'INC-8');
    });
  }
});
