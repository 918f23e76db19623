import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { libraryOf } from './libraryOf';

const known = new KnownIds(
  libraryOf(
    [
      'INC-7',
      'INC-17',
      'INC-71',
      'INC-8',
      { id: '2020-02-12', aliases: ['https://wiki.example/x'] },
      '2026-05-09-login-outage',
    ],
    { urlTemplates: ['https://old.example/i/{id}'], aliases: { 'OLD-1': 'INC-7' } },
  ),
);

describe('KnownIds', () => {
  const meanings: Record<string, string> = {
    'INC-7': 'INC-7',
    'inc-7': 'INC-7',
    ' INC-7 ': 'INC-7',
    'OLD-1': 'INC-7',
    '2020-02-12': '2020-02-12',
    'docs/incidents/INC-7.md': 'INC-7',
    'https://wiki.example/x/': '2020-02-12',
    'https://old.example/i/INC-8': 'INC-8',
    'INC-9': 'unknown',
    'inc-9': 'notAnId',
    'INC-00': 'notAnId',
    'OLD-2': 'notAnId',
    '2020-02-13': 'notAnId',
    'UTF-8': 'notAnId',
    '': 'notAnId',
    '/': 'notAnId',
  };
  for (const [name, meaning] of Object.entries(meanings)) {
    it(`takes ${JSON.stringify(name)} for ${meaning}`, () => {
      const resolution = known.resolve(name);
      assert.equal(resolution.kind === 'known' ? resolution.reviews[0]?.id : resolution.kind, meaning);
    });
  }

  it('says the family of an unknown id', () =>
    assert.deepEqual(known.resolve('INC-9'), { kind: 'unknown', family: 'INC-<n>' }));

  it('learns families, not from dates', () => assert.deepEqual(known.families, ['INC-<n>']));

  it('puts the same family, the fewest changes and the nearest number first', () => {
    assert.deepEqual(known.closest('INC-9', 2), ['INC-8', 'INC-7']);
    assert.deepEqual(known.closest('ICN-7', 1), ['INC-7']);
    assert.deepEqual(known.closest('2026-05-09-login-outgae', 1), ['2026-05-09-login-outage']);
    assert.deepEqual(known.closest('INC-72', 3), ['INC-71', 'INC-7']);
    assert.deepEqual(known.closest('INC-93', 3), []);
    assert.deepEqual(known.closest('something else entirely', 3), []);
  });

  it('lists all that claim an id, in the order of their paths', () => {
    const twins = new KnownIds(
      libraryOf([
        { id: 'INC-1', path: 'b.md' },
        { id: 'INC-1', path: 'a.md' },
      ]),
    );
    const resolution = twins.resolve('INC-1');
    assert.deepEqual(resolution.kind === 'known' && resolution.reviews.map(({ path }) => path), ['a.md', 'b.md']);
  });

  it('knows at a glance that a text cannot cite anything', () => {
    assert.equal(known.mayOccurIn('func main() { fmt.Println("hello") }'), false);
    assert.equal(known.mayOccurIn('// see inc-7'), true);
    assert.equal(new KnownIds(libraryOf([])).mayOccurIn('INC-7'), false);
  });

  it('takes any name and any line, with any library', () => {
    const names = fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(names, fc.string({ unit: 'binary' }), (ids, text) => {
        const any = new KnownIds(libraryOf(ids.map((id, index) => ({ id, path: `${index}/${id}` }))));
        any.resolve(text);
        any.closest(text, 3);
        for (const line of [text, ids.join(' '), ids.join('/')]) {
          let end = 0;
          for (const hit of any.findIn(line, { start: 0, end: line.length }, 'a/b')) {
            assert.ok(end <= hit.start && hit.start < hit.end && hit.end <= line.length);
            end = hit.end;
          }
        }
      }),
    );
  }).timeout(60_000);

  it('finds every distinctive id that stands between blanks, whatever the library', () => {
    const id = fc.tuple(
      fc.constantFrom('INC', 'PM2021', 'sev', 'Ops-Net', '2026-05-09-x', 'Störung', '障害', 'OSSA-2023'),
      fc.constantFrom('-', '_'),
      fc.nat({ max: 99999 }),
      fc.constantFrom('', '-cache', '-a-b'),
    );
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 300 }), (parts) => {
        const ids = [...new Set(parts.map((part) => part.join('')))];
        const any = new KnownIds(libraryOf(ids));
        const line = ids.join(' , ');
        const found = any
          .findIn(line, { start: 0, end: line.length }, undefined)
          .map(({ start, end }) => line.slice(start, end));
        assert.deepEqual(found, ids);
      }),
    );
  }).timeout(60_000);

  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const alphabets: Record<string, string> = {
    Latin: letters,
    'many alphabets': `${letters}абвгдежзийклмнопрстуфхцчшщαβγδεζηθικλμνξοπρστυφχψω`,
  };
  for (const [name, alphabet] of Object.entries(alphabets)) {
    it(`finds ids that have nothing in common, in ${name}`, () => {
      const at = (index: number) => [...alphabet][index % [...alphabet].length] ?? '';
      const ids = Array.from({ length: 3000 }, (_, n) => `${at(n)}${at(n * 7 + 3)}${at(n * 31)}${at(n * 3 + 1)}-${n}`);
      const any = new KnownIds(libraryOf(ids));
      const line = ids.slice(1000, 1400).join(' ');
      assert.equal(any.findIn(line, { start: 0, end: line.length }, undefined).length, 400);
    });
  }

  it('finds what a pattern describes wherever it stands in a long line, and no id longer than 128 characters', () => {
    const any = new KnownIds(libraryOf(['INC-1'], { idPatterns: ['RCA [A-Z]+-\\d+', 'Q-[a-z]+'] }));
    for (let at = 0; at < 600; at += 7) {
      const line = `${'x '.repeat(at)}RCA ABC-12 and RCA DE-7, Q-${'a'.repeat(126)}, Q-${'b'.repeat(127)}.`;
      const found = any
        .findIn(line, { start: 0, end: line.length }, undefined)
        .map(({ start, end }) => line.slice(start, end));
      assert.deepEqual(found, ['RCA ABC-12', 'RCA DE-7', `Q-${'a'.repeat(126)}`]);
    }
  });

  it('takes time linear in the length of a line', () => {
    const any = new KnownIds(
      libraryOf(['INC-1', '2020-02-12', 'saas-outage', 'a b 1', { id: 'x', path: 'a/a/INC-1.md' }], {
        idPatterns: ['[A-Z]+-\\d+x', 'incident #(\\d+)'],
        urlTemplates: ['https://old.example/{id}'],
      }),
    );
    const pieces = [
      'INC-1-',
      'INC-1/',
      'a/',
      'a/INC-1',
      '2020-02-12',
      'https://old.example/',
      '-',
      '_',
      'a b 1',
      ' ',
      '[[',
      'A',
      '%41',
      '@incident ',
    ];
    for (const piece of pieces) {
      const line = piece.repeat(Math.ceil(10_000 / piece.length));
      any.findIn(line, { start: 0, end: line.length }, 'a/b/c.md');
    }
  }).timeout(20_000);

  it('knows the names of 10,000 reviews', () => {
    const ids = Array.from({ length: 10_000 }, (_, n) => (n % 2 ? `INC-${n}` : `2026-05-09-outage-${n}`));
    const library = libraryOf(ids);
    const known = new KnownIds(library);
    for (const id of ids) assert.equal(known.resolve(id).kind, 'known');
  }).timeout(20_000);
});
