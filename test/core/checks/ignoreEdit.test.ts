import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ignoreEdit } from '../../../src/core/checks/ignoreEdit';
import { Languages } from '../../../src/core/citations/languages';
import { keepsCode } from '../../../src/core/wording/keepsCode';
import { languageSamplesOfCode } from '../citations/languageSamples';
import { checkText } from './checkText';

function ignored(languageId: string, text: string, name = 'INC-8'): string | undefined {
  const language = Languages.builtIn.find({ languageId });
  const edit = ignoreEdit(name, { text, language, languageId }, text.indexOf(name));
  return edit && text.slice(0, edit.offset) + edit.text + text.slice(edit.offset);
}

describe('ignoreEdit', () => {
  const cases: Record<string, [languageId: string, before: string, after: string | undefined]> = {
    'writes a comment above the comment': [
      'typescript',
      'a();\n  // The wait, see\n  // INC-8.\n  b();\n',
      'a();\n  // precedent-ignore INC-8\n  // The wait, see\n  // INC-8.\n  b();\n',
    ],
    'writes it above code that has the comment behind it': [
      'python',
      'def f():\n    return 1  # INC-8\n',
      'def f():\n    # precedent-ignore INC-8\n    return 1  # INC-8\n',
    ],
    'writes it apart from what documents a declaration in Go': [
      'go',
      '// Wait waits, see INC-8.\nfunc Wait() {}\n',
      '// precedent-ignore INC-8\n\n// Wait waits, see INC-8.\nfunc Wait() {}\n',
    ],
    'writes it above a comment of several lines': [
      'java',
      '/**\n * See INC-8.\n */\nclass A {}\n',
      '// precedent-ignore INC-8\n/**\n * See INC-8.\n */\nclass A {}\n',
    ],
    'keeps out of lines that go on': [
      'shellscript',
      'run \\\n  --fast # INC-8\n',
      '# precedent-ignore INC-8\nrun \\\n  --fast # INC-8\n',
    ],
    'keeps the line ends of the file': ['sql', 'a;\r\n-- INC-8\r\n', 'a;\r\n-- precedent-ignore INC-8\r\n-- INC-8\r\n'],
    'writes a comment of Markdown above the paragraph': [
      'markdown',
      '# A\n\nOne line,\nand INC-8.\n',
      '# A\n\n<!-- precedent-ignore INC-8 -->\nOne line,\nand INC-8.\n',
    ],
    'writes it at the end where it would break a list in two': [
      'markdown',
      '- one\n\n- INC-8\n\nend',
      '- one\n\n- INC-8\n\nend\n\n<!-- precedent-ignore INC-8 -->\n',
    ],
    'writes it at the end where it would break a table or front matter': [
      'markdown',
      '---\nrelated: INC-8\n---\n\nA.\n',
      '---\nrelated: INC-8\n---\n\nA.\n\n<!-- precedent-ignore INC-8 -->\n',
    ],
    'knows AsciiDoc': ['asciidoc', 'See INC-8.\n', '// precedent-ignore INC-8\nSee INC-8.\n'],
    'knows reStructuredText': ['restructuredtext', 'See INC-8.\n', '.. precedent-ignore INC-8\n\nSee INC-8.\n'],
    'writes it into the comment where none can stand above it': [
      'typescriptreact',
      'const a = (\n  <p>\n    {/* INC-8 */}\n  </p>\n);\n',
      'const a = (\n  <p>\n    {/* INC-8 precedent-ignore INC-8 */}\n  </p>\n);\n',
    ],
    'offers nothing in plain text': ['plaintext', 'See INC-8.\n', undefined],
    'offers nothing in a language that is not known': ['nonsense', '// INC-8\n', undefined],
  };
  for (const [name, [languageId, before, after]] of Object.entries(cases)) {
    it(name, () => assert.equal(ignored(languageId, before), after));
  }

  it('offers nothing for a name that would end the comment', () => {
    assert.equal(ignored('java', '/* a */ // x */\n', 'x */'), undefined);
  });

  it('silences what it is to silence, in every language, and leaves other comments and strings alone', () => {
    const samples = Object.entries(languageSamplesOfCode);
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), ([languageId, sample], at) => {
        const language = Languages.builtIn.find({ languageId });
        const text = sample.replace(/«|»/g, '');
        if (!language) return;
        const edit = ignoreEdit('INC-8', { text, language, languageId }, at % (text.length + 1));
        if (!edit) return;
        const after = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset);
        assert.ok(keepsCode(text, language)({ start: edit.offset, end: edit.offset, text: edit.text }), after);
        assert.deepEqual(
          checkText(after, { languageId, path: 'a' }).findings.filter(({ message }) => message.includes('INC-8 ')),
          [],
        );
      }),
    );
  });
});
