import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SearchIndex } from '../../../src/core/reviews/searchIndex';
import { newSegment, openSegment, type SearchSegment } from '../../../src/core/reviews/searchSegment';
import { SegmentBuilder } from '../../../src/core/reviews/searchSegmentBuilder';
import { SearchVocabulary } from '../../../src/core/reviews/searchVocabulary';
import { searchTerms } from '../../../src/core/reviews/searchWords';
import { finished } from './finished';

/** Few words, so that passages share some. */
const word = fc.constantFrom('queue', 'queues', 'clock', 'Café', 'INC-7', 're_try', '再試行', 'a', '𝔘nicode', 'é', '—');
const anyText = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 });
const passage = anyText.map((words) => words.join(' '));
const documents = fc.array(fc.array(passage, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });

function segmentOf(texts: ReadonlyMap<number, readonly string[]>): SearchSegment {
  const builder = new SegmentBuilder();
  for (const [number, passages] of texts) {
    builder.beginDocument(number);
    passages.forEach((text, at) => {
      builder.addPassage({ start: at * 100, length: text.length, isSpoken: at === 2, text, besides: [] });
    });
  }
  return finished(builder.finish());
}

function indexOf(...segments: readonly SearchSegment[]): SearchIndex {
  const index = new SearchIndex();
  for (const segment of segments) index.add(segment);
  return index;
}

/** What an index answers, in an order of its own. */
function answers(index: SearchIndex, query: string) {
  return index
    .find(query, 1000, 'with')
    .hits.map(({ document, start, isSpoken, isFirst, score }) => ({ document, start, isSpoken, isFirst, score }))
    .sort((a, b) => a.document - b.document || a.start - b.start);
}

describe('SearchVocabulary', () => {
  it('finds the words of a text that searchTerms finds', () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 5 }), (texts) => {
        const vocabulary = new SearchVocabulary();
        for (const text of texts) {
          const found: string[] = [];
          vocabulary.eachWord(text, (each) => found.push(String.fromCharCode(...vocabulary.unitsOf(each))));
          assert.deepEqual(
            found,
            searchTerms(text).filter((term) => term !== ''),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('numbers each word once, however many there are', () => {
    const vocabulary = new SearchVocabulary();
    const numbers: number[] = [];
    const text = Array.from({ length: 20_000 }, (_, at) => `w${at}`).join(' ');
    vocabulary.eachWord(`${text} ${text}`, (each) => numbers.push(each));
    assert.equal(vocabulary.count, 20_000);
    assert.deepEqual(numbers.slice(0, 20_000), numbers.slice(20_000));
  });
});

describe('SearchIndex', () => {
  it('finds the passages of a word that a plain scan finds', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('queue', 'clock', 'a', 'cafe', '再試'), (all, query) => {
        const index = indexOf(segmentOf(new Map(all.entries())));
        const scanned = all.flatMap((passages, document) =>
          passages.flatMap((text, at) => {
            const terms = searchTerms(text);
            // The last word of a query may be unfinished.
            const has = terms.some((term) => term === query || (query.length > 1 && term.startsWith(query)));
            return has ? [[document, at * 100]] : [];
          }),
        );
        // What was not written as it was typed may have a typo.
        const isWritten = all.flat().some((text) => searchTerms(text).includes(query));
        if (!isWritten) return;
        assert.deepEqual(
          answers(index, query).map(({ document, start }) => [document, start]),
          scanned,
        );
      }),
      { numRuns: 300 },
    );
  });

  const change = fc.record({
    document: fc.nat(5),
    passages: fc.option(fc.array(passage, { minLength: 1, maxLength: 3 })),
    merges: fc.boolean(),
  });
  it('answers as if it had been built anew, whatever was added, changed, deleted and merged before', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), passage, (changes, query) => {
        const index = new SearchIndex();
        const now = new Map<number, readonly string[]>();
        for (const { document, passages, merges } of changes) {
          index.delete(document);
          now.delete(document);
          if (passages) {
            index.add(segmentOf(new Map([[document, passages]])));
            now.set(document, passages);
          }
          if (merges) finished(index.merge());
        }
        const anew = indexOf(segmentOf(now));
        for (const each of ['queue', 'queue clock', 'qeue', 'cafe', query])
          assert.deepEqual(answers(index, each), answers(anew, each));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps few segments, however often something is saved', () => {
    const index = new SearchIndex();
    for (let save = 0; save < 200; save++) {
      index.delete(save % 10);
      index.add(segmentOf(new Map([[save % 10, ['the queue drained', `clock ${save}`]]])));
      finished(index.merge());
      assert.ok(index.segments.length < 8, `${index.segments.length}`);
    }
    assert.equal(answers(index, 'queue').length, 10);
  });

  it('takes swapped, missing, wrong and superfluous letters for typos of words that nobody wrote so', () => {
    const index = indexOf(
      segmentOf(
        new Map([
          [1, ['zookeeper forgot']],
          [2, ['elsewhere']],
        ]),
      ),
    );
    for (const typed of [
      'zokeeper',
      'zookeeepr',
      'zpokeeper',
      'zoookeeper',
      'ozokeeper',
      'zookeper',
      'zoko',
      'zookep',
    ]) {
      assert.deepEqual(
        answers(index, typed).map(({ document }) => document),
        [1],
        typed,
      );
    }
  });

  it('is merged in small steps', () => {
    const text = Array.from({ length: 200 }, (_, at) => `word${at}`);
    const some = (from: number) =>
      segmentOf(
        new Map(
          Array.from({ length: 500 }, (_, at) => [from + at, [text.map((each) => `${each}${at % 50}`).join(' ')]]),
        ),
      );
    const index = indexOf(some(0), some(500));
    assert.ok([...index.merge()].length > 10);
    assert.equal(index.segments.length, 1);
  });
});

describe('openSegment', () => {
  const built = () =>
    segmentOf(
      new Map([
        [7, ['the queue drained', 'a clock']],
        [9, ['再試行 café']],
      ]),
    );

  it('opens what was stored, which answers the same', () => {
    fc.assert(
      fc.property(documents, passage, (all, query) => {
        const segment = segmentOf(new Map(all.entries()));
        const opened = openSegment(segment.toBuffer().slice(0));
        assert.ok(opened);
        assert.deepEqual(answers(indexOf(opened), query), answers(indexOf(segment), query));
      }),
    );
  });

  it('keeps what was deleted', () => {
    const index = indexOf(built());
    index.delete(7);
    const [segment] = index.segments;
    const opened = segment && openSegment(segment.toBuffer());
    assert.ok(opened);
    assert.deepEqual(answers(indexOf(opened), 'queue'), []);
  });

  it('refuses what is cut, damaged, of another version or none of ours', () => {
    const buffer = built().toBuffer();
    assert.equal(openSegment(buffer.slice(0, 8)), undefined);
    assert.equal(openSegment(buffer.slice(0, buffer.byteLength - 4)), undefined);
    assert.equal(openSegment(new ArrayBuffer(64)), undefined);
    for (let at = 0; at < buffer.byteLength; at++) {
      const damaged = buffer.slice(0);
      const bytes = new Uint8Array(damaged);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      assert.equal(openSegment(damaged), undefined, `byte ${at}`);
    }
  });

  it('never throws, whatever the bytes, nor does a search in what it opens', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(damage, fc.boolean(), (changes, isResealed) => {
        const buffer = built().toBuffer().slice(0);
        const bytes = new Uint8Array(buffer);
        const from = 32;
        for (const [at, byte] of changes) bytes[from + (at % (bytes.length - from))] = byte;
        // Whoever means harm makes the checksum fit.
        const opened = openSegment(isResealed ? resealed(buffer) : buffer);
        if (!opened) return;
        const index = indexOf(opened, built());
        for (const query of ['queue', 'qeue', 'c', 'a clock', '再']) index.find(query, 10, 'without');
        index.delete(7);
        finished(index.merge());
        index.find('queue drained', 10, 'with');
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.equal(openSegment(bytes.slice().buffer), undefined);
      }),
    );
  });
});

/** The same bytes with a checksum that fits. */
function resealed(buffer: ArrayBuffer): ArrayBuffer {
  const [, , , documents = 0, passages = 0, words = 0, wordUnits = 0, postingBytes = 0] = new Uint32Array(buffer, 0, 8);
  const segment = newSegment({ documents, passages, words, wordUnits, postingBytes });
  const copy = segment.toBuffer();
  new Uint8Array(copy).set(new Uint8Array(buffer));
  return segment.toBuffer();
}
