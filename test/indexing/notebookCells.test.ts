import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notebookCells } from '../../src/indexing/notebookCells';

const notebook = (cells: readonly unknown[], language?: string) =>
  JSON.stringify({ cells, metadata: language ? { language_info: { name: language } } : {}, nbformat: 4 }, undefined, 1);

describe('notebookCells', () => {
  it('reads cells as the editor shows them', () => {
    const text = notebook(
      [
        { cell_type: 'markdown', source: ['# Why\n', 'see INC-7'] },
        {
          cell_type: 'code',
          outputs: [{ text: ['INC-8'], data: { source: ['INC-9'] } }],
          source: 'print("ü\\n")\n# 🚢',
        },
        { cell_type: 'raw', source: [] },
      ],
      'r',
    );
    assert.deepEqual(
      notebookCells(text).map((cell) => [cell.languageId, cell.text]),
      [
        ['markdown', '# Why\nsee INC-7'],
        ['r', 'print("ü\\n")\n# 🚢'],
      ],
    );
  });

  it('takes a notebook that names no language for Python, and its type where it stands behind the source', () => {
    const text = notebook([
      { source: ['a'], cell_type: 'markdown' },
      { source: ['b'], cell_type: 'code' },
    ]);
    assert.deepEqual(
      notebookCells(text).map(({ languageId }) => languageId),
      ['markdown', 'python'],
    );
  });

  it('knows where each unit stands in the file, whatever the text', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.boolean(), (lines, isPlain) => {
        const plain = notebook([{ cell_type: 'code', source: lines }]);
        const text = isPlain
          ? plain
          : plain.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
        const [cell] = notebookCells(text);
        assert.equal(cell?.text ?? '', lines.join(''));
        assert.equal(cell?.offsets.length ?? 0, cell?.text.length ?? 0);
        for (const [at, offset] of (cell?.offsets ?? []).entries()) {
          const unit = cell?.text[at];
          assert.ok(text[offset] === unit || text[offset] === '\\', `${at}`);
        }
      }),
    );
  });

  it('never throws, whatever is in the file', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{}[]",:\\un0 cells/source') }),
        (text) => void notebookCells(text),
      ),
    );
    notebookCells('['.repeat(1_000_000));
    notebookCells(`{"cells": [{"source": ["${'\\'.repeat(100_001)}`);
  });
});
