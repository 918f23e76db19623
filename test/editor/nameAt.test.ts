import assert from 'node:assert/strict';
import { nameAt } from '../../src/editor/nameAt';

describe('nameAt', () => {
  const cases: Record<string, [line: string, offset: number, text: string | undefined]> = {
    'is what stands around the offset': ['// see INC-7, please', 9, 'INC-7'],
    'is what ends at the offset': ['INC-7', 5, 'INC-7'],
    'is what begins at the offset': ['(INC-7)', 1, 'INC-7'],
    'leaves out the end of the sentence': ['see INC-7.', 5, 'INC-7'],
    'leaves out a dash': ['see -- INC-7', 5, undefined],
    'is nothing between words': ['a  b', 2, undefined],
    'is nothing in an empty line': ['', 0, undefined],
  };
  for (const [name, [line, offset, text]] of Object.entries(cases)) {
    it(name, () => assert.equal(nameAt(line, offset)?.text, text));
  }
});
