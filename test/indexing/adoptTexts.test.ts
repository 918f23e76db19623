import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { LibrarySearch } from '../../src/core/reviews/search';
import { adoptTexts } from '../../src/indexing/adoptTexts';
import type { TextSegments } from '../../src/indexing/textIndexer';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from './lookedAt';
import { addFile, temporaryFolder } from './temporaryFolder';

describe('adoptTexts', function () {
  this.timeout(60_000);

  const looker = workerLook?.(resolve('dist', 'libraryWorker.js'));
  if (!looker) throw new Error('The tests run where there are threads.');
  const look = looker.look.bind(looker);
  after(() => looker.dispose());

  /** Three hundred reviews as they were read, and the full text that the thread makes of them. */
  async function made() {
    const texts = Array.from({ length: 300 }, (_, at) => [
      `incidents/INC-${at}.md`,
      `# Review ${at}\n\nWord${at} stood.`,
    ]);
    const folder = temporaryFolder(Object.fromEntries(texts));
    const found = new LookedAt();
    const told = new Promise<TextSegments>((done) => {
      if (looker) looker.onTexts = done;
    });
    looker?.wantTexts();
    await found.lookAt(folder, look);
    const search = new LibrarySearch(found.library);
    const lookOf = (key: string) => [...found.seen.values()].map((seen) => seen.get(key)).find((each) => each);
    const hits = (words: string) => search.findPassages(words, 10).map(({ review }) => review.id);
    return { folder, found, search, lookOf, hits, library: found.library, texts: await told };
  }

  it('makes findable what is as it was, and tells how much is not', async () => {
    const { folder, found, texts, hits, ...adopter } = await made();
    addFile(folder, 'incidents/INC-7.md', '# Another\n\nKettle stood.');
    addFile(folder, 'incidents/INC-300.md', '# One more\n\nKettle stood.');
    await found.lookAt(folder, look);
    assert.equal(await adoptTexts(texts, adopter), 2);
    assert.deepEqual([hits('word8')[0], hits('kettle')], ['INC-8', []]);
    assert.ok(!hits('word7').includes('INC-7'));
  });

  it('begins anew where the library changes meanwhile', async () => {
    const { folder, found, texts, hits, ...adopter } = await made();
    let asked = 0;
    const lookOf = (key: string) => {
      // Between the first and the last of the files.
      if (++asked === 200) found.library.delete(join(folder, 'incidents', 'INC-8.md'));
      return adopter.lookOf(key);
    };
    assert.equal(await adoptTexts(texts, { ...adopter, lookOf }), 0);
    assert.equal(asked, 600);
    assert.ok(!hits('word8').includes('INC-8'));
    assert.equal(hits('word9')[0], 'INC-9');
  });
});
