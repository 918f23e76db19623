import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Data } from '../../../src/core/reviews/fields';
import { readFlatYaml } from '../../../src/core/reviews/flatYaml';
import { readFrontMatter } from '../../../src/core/reviews/frontMatter';
import { readYaml } from '../../../src/core/reviews/readYaml';
import { textLines } from '../../../src/core/text/textLine';
import { corporaAreMissing, filesOf, placeOf } from '../../corpora/readCorpus';

/** Data as plain values, to be compared. */
function plain(value: Data): unknown {
  if (typeof value === 'string') return value;
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, each]) => [`=${name}`, plain(each)]));
  return [...(value as readonly Data[])].map(plain);
}

function fieldsOf(text: string): Record<string, unknown> {
  const { fields } = readFrontMatter(textLines(text));
  return Object.fromEntries([...fields].map(([name, { value }]) => [name, plain(value)]));
}

describe('readFrontMatter', () => {
  const cases: Record<string, [text: string, fields: Record<string, unknown>]> = {
    'reads YAML': ['---\ntitle: One\ntags: [a, b]\n---\ntext', { title: 'One', tags: ['a', 'b'] }],
    'leaves values as written': [
      '---\nid: 0123\nexp: 1e3\nyes: yes\ndate: 2024-01-05\nnone: null\nempty:\n---\n',
      { id: '0123', exp: '1e3', yes: 'yes', date: '2024-01-05', none: 'null', empty: '' },
    ],
    'knows no halves of characters, which no file can hold': [
      '---\ntitle: "a \\ud800 b"\ntags: ["\\udc00", "\\ud83d\\ude00"]\n---\n',
      { title: 'a \ufffd b', tags: ['\ufffd', '\u{1f600}'] },
    ],
    'compares names loosely': ['---\nIncident-ID: a\nIncident Key: b\n---\n', { incident_id: 'a', incident_key: 'b' }],
    'reads nested YAML': ['---\na:\n  b: {c: 1}\n---\n', { a: { '=b': { '=c': '1' } } }],
    'reads empty lists, comments and CRLF': [
      '---\r\n# note\r\na: []\r\nb: # none\r\n  - x\r\n---\r\n',
      { a: [], b: ['x'] },
    ],
    'reads TOML': [
      '+++\ntitle = "One"\ndate = 2021-02-03\nn = 5\n+++\ntext',
      { title: 'One', date: '2021-02-03', n: '5' },
    ],
    'reads TOML in a fence': ['```toml\n[advisory]\nid = "X-1"\n```\n\n# x', { advisory: { '=id': 'X-1' } }],
    'reads below a mark and blank lines': ['\ufeff\n---\ntitle: One\n---\n', { title: 'One' }],
    'takes a ruler for a ruler': ['---\n\nSome text without a name\n\n---\n', {}],
    'takes text between rulers for text': ['---\nJust a sentence between rulers\n---\n', {}],
    'takes code for code': ['```sh\na=b\n```\n', {}],
    'has none without a fence': ['title: One\n---\n', {}],
    'keeps dangerous names as names': [
      '---\n__proto__: x\nconstructor: {prototype: y}\n---\n',
      { constructor: { '=prototype': 'y' } },
    ],
  };

  for (const [name, [text, fields]] of Object.entries(cases)) {
    it(name, () =>
      assert.deepEqual(fieldsOf(text), {
        ...fields,
        ...(text.includes('__proto__') ? JSON.parse('{"__proto__":"x"}') : {}),
      }),
    );
  }

  const broken: Record<string, [text: string, line: number, fields: string[]]> = {
    'a quote that is not closed': ['---\ndate: 2021-01-02\ntitle: "One\nx: y\n---\n# Body', 4, ['date']],
    'a name that stands twice': ['---\na: 1\nb: 2\na: 3\n---\n', 4, ['a', 'b']],
    'a fence that is not closed': ['---\ntitle: One\n\n# Body', 1, []],
    'an alias': ['---\na: *x\nb: 1\n---\n', 2, ['a', 'b']],
    'TOML that is none': ['+++\na = \n+++\n', 2, []],
    'too much nesting': [`---\na: ${'['.repeat(30)}${']'.repeat(30)}\n---\n`, 2, ['a']],
    'too much of it': [`---\na: |\n${'  x\n'.repeat(20_000)}---\n`, 2, []],
  };

  for (const [name, [text, line, fields]] of Object.entries(broken)) {
    it(`tells of ${name} and keeps what it could read`, () => {
      const front = readFrontMatter(textLines(text));
      assert.equal(front.problem?.line, line, front.problem?.message);
      assert.deepEqual([...front.fields.keys()], fields);
      assert.ok(front.lineCount > 0);
    });
  }
});

describe('readFlatYaml', () => {
  it('equals yaml on whatever it reads', () => {
    const key = fc.constantFrom('a', 'b-c', 'D_e', 'x1');
    const scalar = fc.oneof(
      fc.constantFrom(
        '',
        'word',
        'two words',
        '2024-01-05',
        'null',
        '0123',
        '"quoted"',
        "'it'",
        '[]',
        '[a, b c]',
        'a#b',
        'a #b',
        'a: b',
        'é “x”',
        '- x',
        '*a',
        '&a b',
        '{a: b}',
        '|',
        '>',
        '? x',
        '@x',
        'x:',
        '<<',
        '!t x',
        'x  ',
        '\u00a0',
        'x\u00a0',
        '~',
        'tab\tx',
        '%x',
      ),
      fc.stringMatching(/^[ -~\u00a0é]{0,8}$/),
    );
    const line = fc.oneof(
      fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`),
      key.map((name) => `${name}:`),
      scalar.map((value) => `  - ${value}`),
      scalar.map((value) => `- ${value}`),
      fc.constantFrom('# note', '', '  # note', '  more', '\t'),
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const source = lines.join('\n');
        const flat = readFlatYaml(textLines(source));
        if (!flat) return;
        read++;
        const { entries, problem } = readYaml(source);
        assert.equal(problem, undefined);
        assert.deepEqual(
          flat.map(({ name, value, line: at }) => [name, plain(value), at]),
          entries.map(({ name, value, line: at }) => [name, plain(value), at]),
        );
      }),
      { numRuns: 3000 },
    );
    assert.ok(read > 300, `${read} were flat`);
  });

  it('equals yaml on the front matter of real reviews', function () {
    const missing = corporaAreMissing();
    if (missing) {
      console.log(missing);
      return this.skip();
    }
    let read = 0;
    for (const corpus of ['jenkins-status', 'datahub', 'moj-cloud-platform', 'alt-docs', 'mybinder']) {
      for (const path of filesOf(corpus).filter((each) => /\.(?:md|qmd|erb)$/.test(each))) {
        const lines = textLines(readFileSync(join(placeOf(corpus), path), 'utf8'));
        const close = lines.findIndex(({ text }, at) => at > 0 && text === '---');
        if (lines[0]?.text !== '---' || close < 0) continue;
        const inside = lines.slice(1, close);
        const flat = readFlatYaml(inside);
        if (!flat) continue;
        read++;
        const { entries } = readYaml(inside.map(({ text }) => text).join('\n'), 2);
        assert.deepEqual(
          flat.map(({ name, value, line }) => [name, plain(value), line]),
          entries.map(({ name, value, line }) => [name, plain(value), line]),
          path,
        );
      }
    }
    assert.ok(read > 90, `${read} were flat`);
  });
});
