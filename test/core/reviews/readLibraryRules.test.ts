import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { headingKeys, labelKeys, parseLibraryRules, ruleKeys } from '../../../src/core/reviews/readLibraryRules';

/** The findings of a `precedent.yaml` as `line:column code`. */
function findingsOf(text: string): string[] {
  return parseLibraryRules(text, 'precedent.yaml').findings.map(
    ({ line, column, code }) => `${line}:${column} ${code}`,
  );
}

describe('parseLibraryRules', () => {
  it('reads every key', () => {
    const text = `# how we write
version: 1
idPatterns: ['OPS-\\d+']
urlTemplates: https://old.example/{id}
headings:
  surprises: [Überraschungen, What nobody knew]
  follow-ups: Later
labels:
  severity: [Ernst]
include: ['**/*.md']
exclude: [drafts/**]
excludeHeadings: [Legal]
split: heading
services:
  src/api: api
aliases: { OLD-1: INC-1 }
paths: paths
`;
    const { rules, findings } = parseLibraryRules(text, 'precedent.yaml');
    assert.deepEqual(findings, []);
    assert.deepEqual(JSON.parse(JSON.stringify(rules)), {
      idPatterns: ['OPS-\\d+'],
      urlTemplates: ['https://old.example/{id}'],
      headings: { surprises: ['Überraschungen', 'What nobody knew'], followUps: ['Later'] },
      labels: { severity: ['Ernst'] },
      include: ['**/*.md'],
      exclude: ['drafts/**'],
      excludeHeadings: ['Sensitive findings', 'Legal'],
      split: 'heading',
      services: { 'src/api': 'api' },
      aliases: { 'OLD-1': 'INC-1' },
      paths: 'paths',
    });
  });

  it('is the defaults where nothing is said', () => {
    for (const text of ['', '# only a note\n', '---\n'])
      assert.deepEqual(parseLibraryRules(text, 'p'), { rules: defaultRules, findings: [] });
  });

  const wrong: Record<string, [text: string, findings: string[]]> = {
    'a key that does not exist': ['excludes: [a]\n', ['1:1 unknown-rule']],
    'a meaning that does not exist': ['headings:\n  surprise: [a]\n', ['2:3 unknown-rule']],
    'a value of the wrong kind': [
      'exclude: {a: b}\nheadings: [x]\nsplit: page\n',
      ['1:10 wrong-rule', '2:11 wrong-rule', '3:8 wrong-rule'],
    ],
    'an entry of the wrong kind': ['exclude:\n  - ok\n  - [a]\n', ['3:5 wrong-rule']],
    'a regular expression that is none': ['idPatterns:\n  - "OPS-("\n', ['2:5 wrong-rule']],
    'a regular expression that fits nothing': ["idPatterns: ['(OPS)?']\n", ['1:14 wrong-rule']],
    'a regular expression that is too long': [`idPatterns: ['${'a'.repeat(501)}']\n`, ['1:14 wrong-rule']],
    'too many regular expressions': [`idPatterns:\n${"  - 'a'\n".repeat(51)}`, ['2:3 wrong-rule']],
    'a glob that leads out': ["include: ['../x/*.md', 'a/[b']\n", ['1:11 wrong-rule', '1:24 wrong-rule']],
    'an address without its id': [
      'urlTemplates: [https://x.example/, "ftp://x/{id}"]\n',
      ['1:16 wrong-rule', '1:36 wrong-rule'],
    ],
    'a folder that leads out': ['paths: ../x\n', ['1:8 wrong-rule']],
    'a key that stands twice': ['split: none\nsplit: heading\n', ['2:1 wrong-rule']],
    'a version that is none': ['version: new\n', ['1:10 wrong-rule']],
    'rules for a newer reader, once': ['version: 2\nfuture: x\nheadings:\n  dreams: [a]\n', ['1:10 newer-rules']],
    'YAML that is none': ['exclude: [a\nsplit: heading\n', ['2:1 unreadable-rules']],
    'no mapping': ['- a\n', ['1:1 unreadable-rules']],
  };

  for (const [name, [text, findings]] of Object.entries(wrong)) {
    it(`tells of ${name}, with its place`, () => assert.deepEqual(findingsOf(text), findings));
  }

  it('keeps what is right beside what is wrong', () => {
    const { rules } = parseLibraryRules('exclude: [ok, [a]]\nnothing: x\nsplit: heading\n', 'p');
    assert.deepEqual([rules.exclude, rules.split], [['ok'], 'heading']);
  });

  it('offers the key that was meant', () => {
    const [finding] = parseLibraryRules('lables: {}\n', 'p').findings;
    assert.deepEqual(finding?.fixes, [{ title: 'Change to "labels"', replacement: 'labels' }]);
    assert.equal(finding?.endColumn, 7);
  });

  it('keeps dangerous names as names', () => {
    const { rules } = parseLibraryRules('services:\n  __proto__: x\n', 'p');
    assert.deepEqual(Object.keys(rules.services), ['__proto__']);
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      'headings:',
      'labels:',
      '  summary:',
      ' [a, b]',
      ' {a: b}',
      '\n',
      '- x',
      'exclude: ',
      'split: heading',
      '*a',
      '&a ',
      '"',
      "'",
      '|',
      '\t',
      'a',
      ': ',
      '#',
      '?',
      '!x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          const { findings } = parseLibraryRules(text, 'p');
          for (const { line, column } of findings) assert.ok((line ?? 0) >= 1 && (column ?? 0) >= 1);
        },
      ),
    );
  });

  it('reads the keys that its schema describes, and no others', () => {
    const schema = JSON.parse(readFileSync(join(process.cwd(), 'schemas', 'precedent.schema.json'), 'utf8'));
    const keysOf = (each: { properties: object }) => Object.keys(each.properties).sort();
    assert.deepEqual(keysOf(schema), [...ruleKeys].sort());
    assert.deepEqual(keysOf(schema.properties.headings), [...headingKeys].sort());
    assert.deepEqual(keysOf(schema.properties.labels), [...labelKeys].sort());
    assert.deepEqual(schema.properties.split.enum, ['none', 'heading']);
  });
});
