import assert from 'node:assert/strict';
import { readConversation } from '../../../src/core/reviews/conversation';
import { textLines } from '../../../src/core/text/textLine';

/** A conversation as `who: time words | words`, one string for each turn. */
function turns(text: string): string[] | undefined {
  return readConversation(textLines(text))?.map(
    ({ who, said }) => `${who}: ${said.map(({ time, words }) => [time, words].filter(Boolean).join(' ')).join(' | ')}`,
  );
}

describe('readConversation', () => {
  const cases: Record<string, [text: string, turns: string[] | undefined]> = {
    'names each speaker once per turn': [
      '[14:05] <ada> waves\n[14:06] <ada> again\n[14:06] <teun> looking',
      ['ada: 14:05 waves | 14:06 again', 'teun: 14:06 looking'],
    ],
    'takes the lines that follow a name for what was said': [
      '> ada [2:05 PM]\n> waves\n> again\n> teun [2:06 PM]\n> looking',
      ['ada: 14:05 | waves | again', 'teun: 14:06 | looking'],
    ],
    'reads names in bold': [
      '**14:05 Ada:** waves\n\n**14:06 Teun:** looking',
      ['Ada: 14:05 waves', 'Teun: 14:06 looking'],
    ],
    'keeps what stands above the first speaker': [
      '# Ops\n#ops, exported\n14:05 ada: waves\n14:06 teun: looking',
      [': Ops | #ops, exported', 'ada: 14:05 waves', 'teun: 14:06 looking'],
    ],
    'leaves fences out': [
      '```\n14:05 ada: waves\n14:06 teun: looking\n```',
      ['ada: 14:05 waves', 'teun: 14:06 looking'],
    ],
    'is none where hardly anybody is named': ['It came in waves.\n14:05 ada: waves', undefined],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(turns(text), expected));
  }
});
