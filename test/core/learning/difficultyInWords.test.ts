import assert from 'node:assert/strict';
import { difficultyInWords } from '../../../src/core/learning/difficultyInWords';
import { readOne } from '../reviews/readOne';

describe('a difficulty in words', () => {
  const cases: Record<string, [text: string, words: string | undefined]> = {
    'is the whole sentence that tells it': [
      '## What was difficult\n\nIt was late. We were puzzled by the carrier. It went on.',
      '“We were puzzled by the carrier.”',
    ],
    'is the heading with the first sentence, where the sentence alone says nothing of it': [
      '## What puzzled us\n\nWhere to look. It was dark there.',
      'What puzzled us: “Where to look.”',
    ],
    'lets a heading ask': ['## What was confusing?\n\nWhere to look.', 'What was confusing? “Where to look.”'],
    'takes a whole sentence before a note': [
      '## Timeline\n\n- 14:00 confusing logs here\n\n## Story\n\nWe were puzzled by the carrier.',
      '“We were puzzled by the carrier.”',
    ],
    'is nothing where none is told': ['Pumps ran all night.', undefined],
  };
  for (const [name, [text, words]] of Object.entries(cases)) {
    it(name, () => assert.equal(difficultyInWords(readOne('INC-7.md', `# The pump\n\n${text}\n`), 'confused'), words));
  }
});
