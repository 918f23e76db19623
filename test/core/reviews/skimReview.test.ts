import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isDraft } from '../../../src/core/reviews/chooseFacts';
import { readFileName } from '../../../src/core/reviews/fileName';
import { defaultRules, type LibraryRules } from '../../../src/core/reviews/libraryRules';
import { type OpenReview, openReview } from '../../../src/core/reviews/openReview';
import { readFacts } from '../../../src/core/reviews/readFacts';
import { readText } from '../../../src/core/reviews/readReviews';
import { skimReview } from '../../../src/core/reviews/skimReview';
import { corporaAreMissing, corpusFolders, filesOf, placeOf } from '../../corpora/readCorpus';
import { documents, front } from './plainDocuments';

/** What a team may have said about itself. */
const ownRules: LibraryRules = {
  ...defaultRules,
  headings: { difficulties: ['the muddle'], people: ['asked'] },
  labels: { severity: ['grade'], people: ['told to'] },
  excludeHeadings: ['Secret', 'Summary'],
};

const names = ['INC-7-queue.md', '2026-03-04-queue.md', '2026/03/INC-8/postmortem.md', 'queue.md', '12-queue.md'];

describe('skimReview', function () {
  this.timeout(60_000);

  it('leaves the facts as they are when all is read, whatever lines there are', () => {
    let count = 0;
    const property = fc.property(
      documents,
      fc.constantFrom(...names),
      fc.constantFrom(defaultRules, ownRules),
      (text, path, rules) => {
        if (isSkimmedAlike(path, text, rules)) count++;
      },
    );
    fc.assert(property, { numRuns: 3000 });
    assert.ok(count > 100, `${count} texts were skimmed.`);
  });

  it('leaves the facts of the sample as they are', () => {
    const folder = join('test', 'sample', 'docs', 'incidents');
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
    const skimmed = files.filter((name) =>
      isSkimmedAlike(name, readFileSync(join(folder, name), 'utf8'), defaultRules),
    );
    assert.ok(skimmed.length > 1, `${skimmed.length} of ${files.length} were skimmed.`);
  });

  const missing = corporaAreMissing();
  it(missing ?? 'leaves the facts of real reviews as they are', function () {
    if (missing !== undefined) this.skip();
    let count = 0;
    for (const { corpus } of corpusFolders())
      for (const path of filesOf(corpus).filter((each) => each.endsWith('.md')))
        if (isSkimmedAlike(path, readFileSync(join(placeOf(corpus), path), 'utf8'), defaultRules)) count++;
    assert.ok(count > 50, `${count} were skimmed.`);
  });

  it('skims what begins with front matter, a title, or labels', () => {
    const story =
      '\n\n## Summary\n\nA queue grew.\n\n- 14:06 The page went out, see [it](graph.png)\n\n```\ncode\n```\n';
    for (const head of [
      front,
      '# Queue lagged',
      '# Queue\n\n**Date:** 2026-03-04\n**Severity:** 2',
      '# Queue\n\nDate: today',
    ])
      assert.equal(isSkimmedAlike('INC-7.md', head + story, defaultRules), true, head);
  });

  it('leaves what is not told by the beginnings of lines to be read', () => {
    for (const text of [
      '# Queue\n\n| Date | Today |\n|---|---|',
      'Queue\n=====',
      '# Queue\n\n<details>',
      '## People\n\nAda',
    ])
      assert.equal(isSkimmedAlike('INC-7.md', text, defaultRules), false, text);
  });
});

/** Whether a text is skimmed; if so, asserts that the same facts are chosen. */
function isSkimmedAlike(path: string, text: string, rules: LibraryRules): boolean {
  const file = { key: path, source: '', path, pathInSource: path, text, isTruncated: false, neighbours: [path] };
  const source = { file, rules, name: readFileName(path), format: 'markdown' } as const;
  const read = () => readText(text, 'markdown');
  const skimmed = skimReview(source, read);
  if (!skimmed) return false;
  assert.deepEqual(factsOf(skimmed), factsOf(openReview(source, read())));
  return true;
}

function factsOf(open: OpenReview) {
  const facts = readFacts(open);
  const hides = open.sections.some(({ kind }) => kind === 'excluded');
  return { ...facts, hides, isDraft: isDraft(open.parts, facts.status?.value), problem: open.front.problem };
}
