import assert from 'node:assert/strict';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { relatedReviews } from '../../../src/core/citations/relatedReviews';
import { toCitations } from '../../../src/core/citations/toCitations';
import { libraryOf } from './libraryOf';

const text = '# INC-7: holds\n\nLike INC-31, twice INC-31, and [that day](2020-02-12.md).\n\n```\nINC-8\n```\nINC-99\n';
const library = libraryOf([{ id: 'INC-7', text }, 'INC-31', 'INC-8', '2020-02-12']);
const known = new KnownIds(library);

describe('relatedReviews', () => {
  it('names the other reviews of the library that a review names or links to, each once', () => {
    const [review] = library.get('INC-7');
    assert.ok(review);
    assert.deepEqual(relatedReviews(review, known), ['INC-31', '2020-02-12']);
  });
});

describe('citations inside of a review', () => {
  const markdown = Languages.builtIn.find({ languageId: 'markdown' });
  const path = 'docs/incidents/INC-7.md';

  it('leave its own id out and are of the kind review', () => {
    const found = findCitations(text, markdown, known, { matchIn: 'comments', path, key: path });
    assert.deepEqual(
      found.map(({ id, kind }) => [id, kind]),
      [
        ['INC-31', 'review'],
        ['INC-31', 'review'],
        ['2020-02-12', 'review'],
        ['INC-99', 'review'],
      ],
    );
  });

  it('count everywhere in a review written as data', () => {
    const yaml = new KnownIds(libraryOf([{ id: 'INC-7', path: 'i/INC-7.yaml' }, 'INC-8']));
    const found = findCitations('id: INC-7\nrelated: [INC-8]', Languages.builtIn.find({ languageId: 'yaml' }), yaml, {
      matchIn: 'comments',
      path: 'i/INC-7.yaml',
    });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['INC-8'],
    );
  });

  it('let one review of a file cite another of the same file', () => {
    const both = '# INC-1\n\nsee INC-2 and INC-1\n\n# INC-2\n\nsee INC-1';
    const section = (start: number, end: number) => ({
      start,
      end,
      heading: '',
      kind: 'other' as const,
      level: 1,
      line: 1,
      passage: 'x',
      bodyStart: start,
    });
    const log = new KnownIds(
      libraryOf([
        { id: 'INC-1', path: 'log.md', sections: [section(0, 30)] },
        { id: 'INC-2', path: 'log.md', sections: [section(31, both.length)] },
      ]),
    );
    const found = findCitations(both, markdown, log, { matchIn: 'comments', path: 'log.md' });
    assert.deepEqual(
      found.map(({ id, start }) => [id, start]),
      [
        ['INC-2', 13],
        ['INC-1', both.length - 5],
      ],
    );
  });
});

describe('toCitations', () => {
  it('counts lines and columns from 1, in UTF-16 units', () => {
    const code = 'x\r\n// 𝒳 see INC-7#impact.\r\n';
    const go = Languages.builtIn.find({ languageId: 'go' });
    const found = findCitations(code, go, known, { matchIn: 'comments' });
    assert.deepEqual(toCitations(found, code, 'a/b.go', go), [
      {
        path: 'a/b.go',
        line: 2,
        column: 11,
        endColumn: 23,
        text: 'INC-7#impact',
        id: 'INC-7',
        passage: 'impact',
        known: true,
        kind: 'comment',
        sentence: '𝒳 see INC-7#impact.',
      },
    ]);
  });
});
