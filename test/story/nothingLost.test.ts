import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { spokenLine } from '../../src/core/reviews/transcriptMoments';
import { textOf } from '../../src/story/hast';
import { readOne } from '../core/reviews/readOne';
import { corporaAreMissing, readCorpus } from '../corpora/readCorpus';
import { pageOf } from './pageOf';

/** A source of each shape that the corpora hold. */
const corpora = [
  ['2i2c', 'reports'],
  ['alt-docs', 'docs/postmortems'],
  ['datahub', 'docs/incidents'],
  ['dfds', '.'],
  ['jenkins-status', 'content/issues'],
  ['k8s-test-infra', 'docs/post-mortems'],
  ['learningequality', '.'],
  ['moj-cloud-platform', 'source/incidents'],
  ['mybinder', 'docs/source/incident-reports'],
  ['ossa', 'ossa'],
] as const;

describe('the story of a review loses no sentence of it', () => {
  const missing = corporaAreMissing();
  if (missing) {
    it(missing, function () {
      console.log(missing);
      this.skip();
    });
  } else
    for (const [corpus, folder] of corpora) {
      it(`in ${corpus}/${folder}`, function () {
        this.timeout(60_000);
        const files = readCorpus(corpus, folder).flatMap(({ path, reading }) =>
          reading?.kind === 'reviews' ? reading.reviews.map((review) => [path, review] as const) : [],
        );
        assert.ok(files.length > 0);
        const lost = files.flatMap(([path, review]) => lostIn(review).map((sentence) => `${path}: ${sentence}`));
        assert.deepEqual(lost, []);
      });
    }

  const folder = join('test', 'sample', 'docs', 'incidents');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((each) => /^(?:INC|20).*\.(?:md|txt|adoc|rst|yaml)$/.test(each))) {
    it(`in ${name} of the sample`, () => {
      assert.deepEqual(lostIn(readOne(name, readFileSync(join(folder, name), 'utf8'))), []);
    });
  }
});

/** The sentences of a review's source that its page does not hold, compared by their letters and digits. */
function lostIn(review: ReviewDocument): string[] {
  const { html } = pageOf(review);
  const tree = fromParse5(parseFragment(html));
  const text = tree.type === 'root' ? tree.children.map((node) => textOf(node as never)).join('\n') : '';
  // A line break in the text of a drawing is no word.
  const told = letters(text.replace(/<br ?\/?>/g, ' '));
  return sentencesOf(review).filter((sentence) => !told.includes(letters(sentence)));
}

/** What a reader of the source would call its sentences: without comments, targets of links, and what is kept from readers. */
function sentencesOf({ text, sections, format }: ReviewDocument): string[] {
  let shown = text;
  for (const { kind, start, end } of [...sections].reverse())
    if (kind === 'excluded') shown = shown.slice(0, start) + shown.slice(end);
  const isMarked = format === 'markdown';
  if (isMarked || format === 'plain') shown = shown.replace(/<!--[\s\S]*?-->/g, '\n');
  if (isMarked) {
    shown = shown
      .replace(/^\s*\[[^\]\n]+\]:\s*\S+.*$/gm, '')
      .replace(/!\[([^\]]*)\]\([^)\n]*\)/g, '$1')
      .replace(/\[\[(?!\d)([^\]|]*\|)?([^\]]*)\]\]/g, '$2')
      .replace(/\]\((?:[^()\n]|\([^()\n]*\))*\)/g, ']')
      .replace(/\]\[[^\]\n]*\]/g, ']')
      .replace(
        /<\/?(?:a|img|br|details|summary|div|p|span|sub|sup|b|i|u|code|pre|ul|ol|li|table|tr|td|th|h\d|center|strong|em|strike|del|s)\b[^>]*>/gi,
        ' ',
      )
      .replace(/&[a-z]+;|&#\d+;/gi, ' ')
      .replace(/^\s*(?:`{3,}|~{3,}).*$/gm, '');
  }
  if (format === 'asciidoc') shown = shown.replace(/link:[^\s[]+\[/g, ' ').replace(/^\[.*\]$/gm, '');
  if (format === 'rst') shown = shown.replace(/<[^<>`]+>`_/g, ' ');
  return (
    shown
      // An address is shown with its characters, not with their numbers.
      .replace(/https?:\/\/\S*%\S*/g, ' ')
      .split(/\n|(?<=[.!?])\s+|\|/)
      .map((sentence) => sentence.replace(/^\s*(?:[-*+>]+|\d+[.)])\s*/, '').trim())
      // A conversation names each speaker once per turn.
      .map((sentence) => spokenLine(sentence)?.words ?? sentence)
      .filter((sentence) => letters(sentence).length > 3)
  );
}

function letters(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}
