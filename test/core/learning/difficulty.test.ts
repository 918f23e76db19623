import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difficultiesIn, difficultiesOf } from '../../../src/core/learning/difficulty';
import type { Difficulty } from '../../../src/core/learning/difficultyWords';
import { reviewSentences } from '../../../src/core/learning/reviewSentences';
import { reviewFrom } from '../wording/reviewOf';

describe('difficultiesOf', () => {
  const cases: [sentence: string, ...difficulties: Difficulty[]][] = [
    ['The dashboards confused everybody on the call.', 'confused'],
    ['We were puzzled that the queue kept growing.', 'confused'],
    ['At first we thought it was the network.', 'confused'],
    ['The alert was a red herring.', 'confused'],
    ['It was not clear who owned the queue.', 'uncertain'],
    ["We couldn't tell whether the failover had finished.", 'uncertain'],
    ['For an hour nobody was sure which region was serving.', 'uncertain'],
    ['The reason is still unknown.', 'uncertain'],
    ["We weren't sure which one it was.", 'uncertain'],
    ["She wasn't aware of the new flag.", 'confused'],
    ['Two dashboards disagreed about the backlog.', 'ambiguous'],
    ['The error could mean a full disk as well.', 'ambiguous'],
    ['Health checks looked green although nobody could log in.', 'ambiguous'],
    ['原因が不明のまま調査を続けた。', 'uncertain'],
    ['The queue grew for an hour.'],
    ['Oddny restarted one pod at 10:05.'],
    ['The link does not clear on the second try.'],
    ['Their timeline may be read but not forwarded.'],
    ['Two false positives were found by the scanner.'],
    ['Unknown host in the log.'],
    ['Make sure the cap is set.'],
    ['Was anything about the alert unclear?'],
    ['We should rename it to avoid confusion.'],
    ['Cause: unknown'],
    ['We cleared the cache and restarted it.'],
  ];
  for (const [sentence, ...difficulties] of cases) {
    it(`reads ${difficulties.join(' and ') || 'none'} in: ${sentence}`, () => {
      assert.deepEqual(difficultiesOf(sentence), difficulties);
    });
  }

  it('takes any sentence', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void difficultiesOf(text)));
    for (const word of ['thought ', 'looked ', 'showed healthy ', 'either or ', 'a.', '| '])
      difficultiesOf(word.repeat(10_000).slice(0, 600));
  }).timeout(20_000);
});

describe('reviewSentences', () => {
  const review = reviewFrom(
    [
      'Before any heading. It has two sentences.',
      '# What happened',
      'A paragraph that goes',
      'over lines, e.g. Two of them. And **another** one.',
      '- an item',
      '  that goes on',
      '- another item. With two sentences',
      '',
      '| 14:06 | It broke. We knew |',
      '> ana: a quote',
      '```',
      'code. More code.',
      '```',
      '<!-- a remark. To authors. -->',
      '## Chat | transcript',
      'Spoken words. More of them.',
      '# Action items | followUps',
      'Do this. Do that.',
      '# Sensitive | excluded',
      'Secret. Very.',
      '## Below',
      'Also secret.',
    ].join('\n'),
  );

  it('are what tells the story, with their lines', () => {
    assert.deepEqual(
      reviewSentences(review).map(({ line, text }) => [line, text]),
      [
        [1, 'Before any heading.'],
        [1, 'It has two sentences.'],
        [3, 'A paragraph that goes over lines, e.g. Two of them.'],
        [4, 'And another one.'],
        [5, 'an item that goes on'],
        [7, 'another item.'],
        [7, 'With two sentences'],
        [9, '14:06'],
        [9, 'It broke.'],
        [9, 'We knew'],
      ],
    );
  });

  it('lie where they say', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('\n', '\r\n', '. A', '# H\n', '- ', '| a | b |\n', '```\n', '> q', '。'),
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          const any = reviewFrom(parts.join(''));
          const lines = any.text.split(/\r\n|\n|\r/);
          for (const { start, end, line } of reviewSentences(any)) {
            assert.ok(0 <= start && start < end && end <= any.text.length);
            assert.equal(any.text.slice(0, start).split(/\r\n|\n|\r/).length, line);
            assert.ok(line <= lines.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('come to an end in 250 kB of the same', () => {
    for (const piece of ['# A\n', '- a\n', 'a. B ', '| a ', '> ', '[x](', '## Chat | transcript\n14:06 a: b\n']) {
      reviewSentences(reviewFrom(piece.repeat(Math.floor(250_000 / piece.length))));
    }
  }).timeout(20_000);
});

describe('difficultiesIn', () => {
  it('counts what stands first under a heading that tells a difficulty', () => {
    const review = reviewFrom(
      [
        '# INC-7',
        '## What puzzled us? | surprises',
        '- The clock was right. It was the wrong clock.',
        '## What was hard | difficulties',
        'It was late.',
        '## A confusing afternoon',
        'It rained.',
      ].join('\n\n'),
    );
    assert.deepEqual(
      [...difficultiesIn(review)].map(([difficulty, told]) => [difficulty, told.map(({ text }) => text)]),
      [['confused', ['The clock was right.']]],
    );
  });

  it('lets a sentence tell it before its heading does', () => {
    const review = reviewFrom(
      '# INC-7\n\n## What puzzled us | surprises\n\nIt was late. Two of us were confused by the clock.',
    );
    assert.deepEqual(
      difficultiesIn(review)
        .get('confused')
        ?.map(({ text }) => text),
      ['Two of us were confused by the clock.'],
    );
  });

  it('gives the sentences, those of surprises first, three at most', () => {
    const review = reviewFrom(
      [
        '# Story',
        'It was unclear why it grew. We were not sure about the cause.',
        '# What surprised us | surprises',
        'Nobody knew what it did, and we could not tell why it was full. It is unclear who owns it.',
      ].join('\n'),
    );
    assert.deepEqual(
      [...difficultiesIn(review)].map(([difficulty, sentences]) => [difficulty, sentences.map(({ line }) => line)]),
      [['uncertain', [4, 4, 2]]],
    );
  });
});
