import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Languages } from '../../../src/core/citations/languages';
import { linesOf } from '../../../src/core/citations/lines';
import { initialState, type LineSpan } from '../../../src/core/citations/scanLine';
import { scanNext, scanText } from '../../../src/core/citations/scanText';

const marks = [
  ...['//', '/*', '*/', '#', '--', '{-', '-}', '(*', '*)', '<!--', '-->', '"', "'", '`', '"""', "'''", '${', '}', '{'],
  ...['\\', '<<EOF', 'EOF', 'r#"', '"#', '%{', '|', ': |', '<script>', '</script>', '=begin', '=end', '@"', '/re/'],
  ...['(', ')', '[[', ']]', '\n', '\n', '\n', '\r\n', '\r', '  ', 'a', 'return ', 'INC-7', ' = ', '#!', 'é', '\u2028'],
];

describe('the scan of a text', () => {
  it('tells of each line what a scan of that line alone tells, in every language', () => {
    const languages = Languages.builtIn.ids.flatMap((languageId) => Languages.builtIn.find({ languageId }) ?? []);
    const text = fc.array(fc.constantFrom(...marks), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...languages), text, (language, text) => {
        const expected: [line: string, start: number, spans: readonly LineSpan[]][] = [];
        let state = initialState(language.mode);
        for (const line of linesOf(text)) {
          const { spans, next } = scanNext(line.text, state, line.start === 0);
          expected.push([line.text, line.start, spans]);
          state = next;
        }
        const told: typeof expected = [];
        scanText(text, language, (line, start, spans) => told.push([line, start, [...spans]]));
        assert.deepEqual(told, expected);
      }),
      { numRuns: 10_000 },
    );
  }).timeout(60_000);
});
