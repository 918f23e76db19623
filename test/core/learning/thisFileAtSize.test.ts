import assert from 'node:assert/strict';
import { CitationIndex, type IndexedCitation, reviewName } from '../../../src/core/citations/citationIndex';
import { CitedFiles } from '../../../src/core/citations/citedFiles';
import { importsIn } from '../../../src/core/citations/imports';
import { MentionNames } from '../../../src/core/citations/mentionNames';
import { PathMentions } from '../../../src/core/citations/pathMentions';
import { fileClues } from '../../../src/core/learning/fileClues';
import { FileServices } from '../../../src/core/learning/fileService';
import { thisFile } from '../../../src/core/learning/thisFile';
import { Library } from '../../../src/core/reviews/library';
import { reviewOf } from '../wording/reviewOf';

const count = 10_000;

/** One thing of many, always the same for a number. */
const word = (at: number) => ['holds', 'lease', 'fares', 'gates', 'clock', 'quay', 'sale', 'search'][at % 8] ?? '';
const pathOf = (at: number) => `services/${word(at)}${at % 40}/internal/${word(at >> 3)}/${word(at >> 6)}_${at}.go`;

function textOf(at: number): string {
  const paragraph =
    'Everybody was waiting and nobody working, i.e. `pg_stat_activity` told v1.2.3 at 14:05 (see Node.js). ';
  return `# What ${word(at)} did\n\n${paragraph.repeat(20)}\nTalk to me about \`${pathOf(at)}\` and \`${word(at)}_worker_loop\`.\n`;
}

describe(`This File among ${count} reviews and ${count} files that cite`, function () {
  this.timeout(120_000);

  it('is read once, in steps, and then tells each file from what is known', () => {
    const library = new Library();
    const index = new CitationIndex();
    for (let at = 0; at < count; at++) {
      const review = reviewOf({
        id: `INC-${at}`,
        key: `r${at}`,
        text: textOf(at),
        services: [`${word(at)}${at % 40}`],
      });
      library.set(review.key, 's', { kind: 'reviews', reviews: [review] });
      index.set(`/repo/${pathOf(at)}`, [citationIn(pathOf(at), at)]);
    }
    const names = new PathMentions(library);
    const begun = performance.now();
    let steps = 0;
    let longest = 0;
    let before = begun;
    for (const _ of names.preparing()) {
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
      steps++;
    }
    const prepared = performance.now();
    const services = new FileServices(library);
    const served = performance.now();
    new MentionNames(library);
    const mentionable = performance.now();
    const cited = index.files.map((file) => ({ file, path: index.in(file)[0]?.citation.path ?? '' }));
    const files = new CitedFiles(cited);
    for (const file of cited)
      files.setImports(file, importsIn(`import "repo/services/${word(1)}1/internal/lease"`, file.path));
    const derived = performance.now();
    const looks = 200;
    for (let at = 0; at < looks; at++) {
      const path = pathOf(at * 37);
      const text = `package x\n\nfunc ${word(at)}_worker_loop() {\n`;
      const clues = fileClues(
        { key: `/repo/${path}`, path, text, isProse: false, cited: [], mentioned: [] },
        { library, index, files, names, services },
      );
      const named = thisFile(clues).find(({ kind }) => kind === 'named');
      assert.equal(named?.entries[0]?.id, `INC-${at * 37}`);
    }
    const done = performance.now();
    assert.ok(steps >= count, 'others have their turn between reviews');
    const ms = (from: number, to: number) => (to - from).toFixed(1);
    console.log(
      `note: This File among ${count} reviews: names read in ${ms(begun, prepared)} ms (longest step ${longest.toFixed(1)} ms), ` +
        `services in ${ms(prepared, served)} ms, titles in ${ms(served, mentionable)} ms, files in ${ms(mentionable, derived)} ms, then ${ms(0, (done - derived) / looks)} ms for each file`,
    );
  });
});

function citationIn(path: string, at: number): IndexedCitation {
  const review = { key: `r${at}`, id: `INC-${at}` };
  const citation = {
    path,
    line: 1,
    column: 4,
    endColumn: 9,
    text: review.id,
    id: review.id,
    known: true,
    kind: 'comment',
    sentence: '',
  } as const;
  return { file: `/repo/${path}`, citation, start: 3, end: 8, form: 'id', reviews: [reviewName(review)] };
}
