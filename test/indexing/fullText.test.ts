import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Library } from '../../src/core/reviews/library';
import { LibrarySearch, toSearchResult } from '../../src/core/reviews/search';
import { isStored } from '../../src/core/reviews/storedReview';
import { readTexts, writeTexts } from '../../src/indexing/libraryCache';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { startPace } from '../../src/indexing/pace';
import { indexTexts, type TextFile, type TextSegments } from '../../src/indexing/textIndexer';
import { workerLook } from '../../src/indexing/workerLook';
import { corporaAreMissing, corpusFolders, placeOf } from '../corpora/readCorpus';
import { LookedAt } from './lookedAt';
import { addFile, temporaryFolder } from './temporaryFolder';

describe('full text that was made elsewhere', function () {
  this.timeout(120_000);

  const disk = nodeFileSystem;
  if (!disk) throw new Error('The tests run where there is a file system.');
  const worker = workerLook?.(resolve('dist', 'libraryWorker.js'));
  if (!worker) throw new Error('The tests run where there are threads.');
  const look = worker.look.bind(worker);
  after(() => worker.dispose());

  /** The reviews that its numbers mean, as the editor tells them. */
  function adopt(search: LibrarySearch, { library, seen }: LookedAt, { segments, documents }: TextSegments): number {
    const looks = new Map([...seen.values()].flatMap((each) => [...each]));
    const reviews = documents.map(({ key, mtime, size, at }) => {
      const found = looks.get(key);
      return found?.mtime === mtime && found.size === size ? library.in(key)[at] : undefined;
    });
    assert.ok(reviews.every((review) => !review || isStored(review)));
    return search.adopt({ segments, reviews });
  }

  /** Texts of files of which nothing is known, or, in the `known` way, what the look at them told. */
  function textsOf({ library, seen }: LookedAt, way: 'anew' | 'known' = 'anew'): Promise<TextSegments | undefined> {
    const sources = library.sources.map((source) => {
      const keys = new Set(library.reviews.filter((review) => review.source === source.key).map(({ key }) => key));
      const files = [...keys].map((key): TextFile => {
        const file = { place: key, path: key.slice(source.key.length + 1) };
        const look = seen.get(source.key)?.get(key) ?? assert.fail();
        const known = { key, look, reading: { kind: 'reviews', reviews: library.in(key) } } as const;
        return way === 'anew' ? file : { ...file, known };
      });
      return { source, files, paths: files.map(({ path }) => path) };
    });
    return indexTexts(disk ?? assert.fail(), sources, startPace(), new AbortController().signal);
  }

  function prepared(library: Library, search = new LibrarySearch(library)): LibrarySearch {
    for (const _ of search.preparing());
    return search;
  }

  function answers(search: LibrarySearch, queries: readonly string[]) {
    return queries.map((query) => search.findPassages(query, 10).map(toSearchResult));
  }

  const missing = corporaAreMissing();
  const libraries = missing ? [] : corpusFolders().map(({ corpus, folder }) => [placeOf(corpus), folder] as const);
  for (const [place, folder] of [[resolve('test', 'sample'), ''] as const, ...libraries]) {
    it(`answers as text that was made here does: ${place.split(/[\\/]/).at(-1)}/${folder}`, async () => {
      const found = new LookedAt();
      await found.lookAt(place, look, folder === '' ? [] : [folder]);
      const { library } = found;
      const kept = join(temporaryFolder({}), 'text.bin');
      writeTexts(kept, 'key', (await textsOf(found)) ?? assert.fail());
      assert.equal(readTexts(kept, 'another'), undefined);
      assert.deepEqual(await textsOf(found, 'known'), await textsOf(found), 'of what is known already');
      const search = new LibrarySearch(library);
      assert.equal(adopt(search, found, readTexts(kept, 'key') ?? assert.fail()), 0);
      const words = library.reviews.flatMap(({ title }) => title.split(' ')).slice(0, 40);
      const queries = [...words, 'queue lag', 'databse', 'what surprised', 'the', 'nothing-of-the-kind'];
      assert.deepEqual(answers(prepared(library, search), queries), answers(prepared(library), queries));
    });
  }

  it('comes from the worker where texts are many, and is brought up to date with what changed', async () => {
    const texts = Array.from({ length: 300 }, (_, at) => [
      `incidents/INC-${at}.md`,
      `# Review ${at}\n\nWord${at} stood in the queue.`,
    ]);
    const folder = temporaryFolder(Object.fromEntries(texts));
    const found = new LookedAt();
    const made = new Promise<TextSegments>((done) => {
      worker.onTexts = done;
    });
    await found.lookAt(folder, look);
    const search = new LibrarySearch(found.library);
    assert.equal(adopt(search, found, await made), 0);
    addFile(folder, 'incidents/INC-7.md', '# Review 7\n\nAnother word altogether.');
    await found.lookAt(folder, look);
    prepared(found.library, search);
    const hits = (query: string) => search.findPassages(query, 10).map(({ review }) => review.id);
    assert.deepEqual(
      [hits('word8'), hits('altogether'), hits('word7')].map((ids) => ids[0]),
      ['INC-8', 'INC-7', 'INC-70'],
    );
    assert.deepEqual(
      answers(search, ['word8', 'altogether', 'queue']),
      answers(prepared(found.library), ['word8', 'altogether', 'queue']),
    );
  });

  it('comes as it was kept after the first look at a library that was recalled', async () => {
    const texts = Array.from({ length: 300 }, (_, at) => [
      `incidents/INC-${at}.md`,
      `# Review ${at}\n\nWord${at} stood.`,
    ]);
    const folder = temporaryFolder(Object.fromEntries(texts));
    const storage = temporaryFolder({});
    const start = async () => {
      const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage) ?? assert.fail();
      const told = new Promise<readonly [TextSegments, boolean]>((done) => {
        looker.onTexts = (segments, areKept) => done([segments, areKept]);
      });
      const found = new LookedAt();
      const isKnown = await found.recall(folder, looker.recall.bind(looker));
      await found.lookAt(folder, looker.look.bind(looker));
      const [made, areKept] = await told;
      const end = Date.now() + 30_000;
      while (!existsSync(join(storage, 'library.bin')) && Date.now() < end)
        await new Promise((done) => setTimeout(done, 50));
      looker.dispose();
      return { found, isKnown, made, areKept };
    };
    const first = await start();
    const second = await start();
    assert.deepEqual([first.isKnown, first.areKept, second.isKnown, second.areKept], [false, false, true, true]);
    assert.deepEqual(second.made, first.made);
    assert.equal(adopt(new LibrarySearch(second.found.library), second.found, second.made), 0);
  });

  it('reads the stories of those reviews only that are shown', async () => {
    const places = Array.from({ length: 60 }, (_, at) => `incidents/INC-${at}.md`);
    const folder = temporaryFolder(
      Object.fromEntries(places.map((place) => [place, '# A lamp\n\nThe queue was long.'])),
    );
    const found = new LookedAt();
    await found.lookAt(folder, look);
    const search = prepared(found.library);
    const shown = search.findPassages('the queue', 10);
    // A story that was read is kept with the text to which it belongs; a text by itself is read each time.
    for (const place of places) addFile(folder, place, '# A lamp\n\nThe kettle was cold.');
    const kept = found.library.reviews.filter(({ text }) => text.includes('queue'));
    assert.deepEqual(new Set(kept), new Set(shown.map(({ review }) => review)));
  });

  it('is left out for reviews that are not as they were', async () => {
    const folder = temporaryFolder({
      'incidents/INC-1.md': '# One\n\nFirst words.',
      'incidents/INC-2.md': '# Two\n\nSecond words.',
    });
    const found = new LookedAt();
    await found.lookAt(folder, look);
    const made = (await textsOf(found)) ?? assert.fail();
    addFile(folder, 'incidents/INC-2.md', '# Two\n\nOther words, and more of them.');
    await found.lookAt(folder, look);
    const search = new LibrarySearch(found.library);
    assert.equal(adopt(search, found, made), 1);
    assert.equal(existsSync(join(folder, 'incidents', 'INC-2.md')), true);
    assert.deepEqual(search.findPassages('second', 10), []);
    assert.equal(prepared(found.library, search).findPassages('other', 10)[0]?.review.id, 'INC-2');
  });
});
