import assert from 'node:assert/strict';
import { type Cited, citationChoices } from '../../../src/core/wording/citationChoices';
import { usualFormat } from '../../../src/core/wording/citationFormat';
import { applied, citationsIn, citingAt } from './citing';
import { reviewFrom, reviewOf } from './reviewOf';

const lock = reviewFrom('# What surprised us\nNobody held it.', {
  title: 'A | lock',
  path: 'docs/incidents/INC-7.md',
  surprises: ['Nobody held it.'],
  materials: [
    { path: 'docs/incidents/white board.png', kind: 'image', title: 'The [board]' },
    { path: 'https://example.com/x', kind: 'link', title: 'Dashboard' },
  ],
});
const sale = reviewOf({ id: 'INC-9', title: 'Sale', path: 'docs/incidents/INC-9.md' });

function choices(source: string, languageId: string, cited: readonly [Cited, ...Cited[]], path = 'docs/design/a.md') {
  const { document, offset } = citingAt(source, languageId, path);
  return citationChoices(cited, document, offset, { preferred: usualFormat, own: [] }).map(({ format, edits }) => ({
    kind: format?.kind,
    text: applied(document.text, edits),
  }));
}

const [board, dashboard] = lock.materials;

describe('what is dropped into a text', () => {
  it('has a choice for each format of the place, the preferred one first', () => {
    const told = choices('As ‸.\n', 'markdown', [{ review: lock }]);
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['usual', 'footnote', 'quote', 'plain', 'id'],
    );
    assert.equal(told[0]?.text, 'As [INC-7: A \\| lock](../incidents/INC-7.md).\n');
  });

  const cases: Record<
    string,
    [source: string, languageId: string, cited: readonly [Cited, ...Cited[]], wanted: string]
  > = {
    'is escaped for a table cell': [
      '| a | b‸ |\n',
      'markdown',
      [{ review: lock }],
      '| a | b [INC-7: A \\| lock](../incidents/INC-7.md) |\n',
    ],
    'is escaped for a table of AsciiDoc': [
      '|===\n| b‸\n|===\n',
      'asciidoc',
      [{ review: lock }],
      '|===\n| b link:../incidents/INC-7.md[INC-7: A &#124; lock]\n|===\n',
    ],
    'belongs to its list item': [
      '- one‸\n- two\n',
      'markdown',
      [{ review: sale }],
      '- one [INC-9: Sale](../incidents/INC-9.md)\n- two\n',
    ],
    'is the name in a label of Mermaid': [
      'flowchart LR\n  a[wait‸] --> b\n',
      'mermaid',
      [{ review: lock }],
      'flowchart LR\n  a[wait INC-7] --> b\n',
    ],
    'is a comment between the nodes of Mermaid': [
      'flowchart LR\n  a -->‸ b\n',
      'mermaid',
      [{ review: sale }],
      'flowchart LR\n  %% see INC-9: Sale\n  a --> b\n',
    ],
    'is the name in a label of a fence': [
      '```mermaid\nflowchart LR\n  a[wait‸] --> b\n```\n',
      'markdown',
      [{ review: lock }],
      '```mermaid\nflowchart LR\n  a[wait INC-7] --> b\n```\n',
    ],
    'is several at once in prose': [
      'As ‸.\n',
      'markdown',
      [{ review: sale }, { review: lock, passage: 'what-surprised-us' }],
      'As [INC-9: Sale](../incidents/INC-9.md), [INC-7: A \\| lock — What surprised us](../incidents/INC-7.md#what-surprised-us).\n',
    ],
    'is several at once in code': ['f();‸\n', 'go', [{ review: sale }, { review: lock }], 'f(); // see INC-9, INC-7\n'],
    'is a picture with its review': [
      '‸\n',
      'markdown',
      [{ review: lock, ...(board ? { material: board } : {}) }],
      '![The \\[board\\]](../incidents/white%20board.png) ([INC-7: A \\| lock](../incidents/INC-7.md))\n',
    ],
    'is the path of a material in code': [
      '‸\n',
      'go',
      [{ review: lock, ...(board ? { material: board } : {}) }],
      '// see docs/incidents/white board.png (INC-7)\n',
    ],
    'is the title of a material that is an address': [
      '‸\n',
      'markdown',
      [{ review: lock, ...(dashboard ? { material: dashboard } : {}) }],
      'Dashboard (INC-7)\n',
    ],
  };
  for (const [name, [source, languageId, cited, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const [first] = choices(source, languageId, cited);
      assert.equal(first?.text, wanted);
      assert.ok(citationsIn(wanted, languageId, 'docs/design/a.md', cited[0].review).includes(cited[0].review.id));
    });
  }

  it('is nothing in a drawn table of reStructuredText', () => {
    const table = '+---+---+\n| a‸ | b |\n+---+---+\n';
    assert.deepEqual(choices(table, 'restructuredtext', [{ review: lock }], 'docs/a.rst'), []);
  });

  it('is nothing in a string of code', () =>
    assert.deepEqual(choices('a = """x\n‸y"""\n', 'python', [{ review: lock }]), []));
});
