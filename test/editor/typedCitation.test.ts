import assert from 'node:assert/strict';
import { type TypedCitation, typedCitation } from '../../src/editor/typedCitation';

describe('typedCitation', () => {
  const cases: Record<string, [text: string, typed: TypedCitation]> = {
    'is empty at the beginning': ['', { kind: 'name', start: 0, typed: '' }],
    'is empty behind a space': ['// see ', { kind: 'name', start: 7, typed: '' }],
    'is a word': ['// holds', { kind: 'name', start: 3, typed: 'holds' }],
    'is the beginning of an id': ['// (INC-', { kind: 'name', start: 4, typed: 'INC-' }],
    'is a word in any script': ['// Überhö', { kind: 'name', start: 3, typed: 'Überhö' }],
    'is a passage behind an id': [
      '// INC-7#what-s',
      { kind: 'passage', start: 9, typed: 'what-s', id: 'INC-7', mark: '#' },
    ],
    'is a passage that is not begun': ['INC-7#', { kind: 'passage', start: 6, typed: '', id: 'INC-7', mark: '#' }],
    'is a moment behind an id': ['INC-7@14:0', { kind: 'passage', start: 6, typed: '14:0', id: 'INC-7', mark: '@' }],
    'is no passage without an id': ['# what', { kind: 'name', start: 2, typed: 'what' }],
    'is no passage behind a mark alone': ['#what', { kind: 'name', start: 1, typed: 'what' }],
    'is no moment in a time of day': ['at 14:0', { kind: 'name', start: 6, typed: '0' }],
  };
  for (const [name, [text, typed]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(typedCitation(text), typed));
  }
});
