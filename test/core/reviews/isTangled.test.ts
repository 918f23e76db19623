import assert from 'node:assert/strict';
import { isTangled } from '../../../src/core/reviews/isTangled';
import { readYaml } from '../../../src/core/reviews/readYaml';

describe('isTangled', () => {
  const fine = [
    '',
    'a: [b, {c: d}]',
    `a: ${'[]'.repeat(5_000)}`,
    `a: ${'[b] '.repeat(5_000)}`,
    `a:\n${'  - b\n'.repeat(5_000)}`,
    '- - - x',
  ];
  for (const source of fine) it(`lets pass ${source.slice(0, 20)}`, () => assert.equal(isTangled(source), false));

  const tangled = ['[', '{a: ', '[{', '"[", ', '- ', '? ', '-\t', ': ', 'Ann Ek: '];
  for (const piece of tangled) {
    it(`refuses ${piece} without end, and says so`, () => {
      const source = `title: A\na: ${piece.repeat(1_000)}`;
      assert.equal(isTangled(source), true);
      assert.equal(readYaml(source).problem?.message, 'It is nested more than 20 deep.');
    });
  }
});
