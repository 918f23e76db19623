import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { difficultiesOf } from '../../../src/core/learning/difficulty';
import { type ReviewSentence, reviewSentences } from '../../../src/core/learning/reviewSentences';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { readReviews } from '../../../src/core/reviews/readReviews';

/** A sentence that somebody read and judged: see test/corpora/expected/README.md. */
interface Judged {
  readonly corpus: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly startsWith: string;
  readonly kind: 'confused' | 'uncertain' | 'ambiguous' | 'none';
}

const corpora = join(process.cwd(), '../shared/corpora');
const expected = join(process.cwd(), 'test/corpora/expected/difficulty-sentences.json');

describe('difficulties in sentences that people judged', () => {
  it('are found with a precision and recall worth showing', function () {
    if (!existsSync(corpora)) {
      console.log(`      skipped: there is no ${corpora}`);
      this.skip();
    }
    const judged: readonly Judged[] = JSON.parse(readFileSync(expected, 'utf8'));
    const told = judged.filter(({ kind }) => kind !== 'none');
    const results = judged.map((each) => ({ ...each, found: found(each) }));
    const picked = results.filter(({ found: difficulties }) => difficulties.length > 0);
    const right = picked.filter(({ kind }) => kind !== 'none');
    const sameWord = right.filter(({ kind, found: difficulties }) => difficulties.some((each) => each === kind));
    const precision = right.length / picked.length;
    const recall = right.length / told.length;
    console.log(
      `      ${right.length} of ${picked.length} picked tell a difficulty (precision ${precision.toFixed(2)}); ` +
        `${right.length} of ${told.length} that do are picked (recall ${recall.toFixed(2)}); ` +
        `${sameWord.length} of them under the reader's own word`,
    );
    if (process.env.VERBOSE_DIFFICULTIES) {
      for (const { corpus, path, line, kind, found: difficulties } of results) {
        const isRight = kind === 'none' ? difficulties.length === 0 : difficulties.some((each) => each === kind);
        if (!isRight)
          console.log(`      ${kind} read, ${difficulties.join('+') || 'none'} found: ${corpus}/${path}:${line}`);
      }
    }
    assert.ok(precision >= 0.9, `precision ${precision}`);
    assert.ok(recall >= 0.6, `recall ${recall}`);
  }).timeout(20_000);
});

function found(judged: Judged): readonly string[] {
  return sentencesAt(judged).flatMap(({ text }) => difficultiesOf(text));
}

/** The sentence that was judged, as the product cuts it; none where it does not look there. */
function sentencesAt({ corpus, path, line, startsWith }: Judged): readonly ReviewSentence[] {
  const text = readFileSync(join(corpora, corpus, path), 'utf8');
  const file = { key: path, source: corpus, path, pathInSource: path, text, isTruncated: false, neighbours: [path] };
  const reading = readReviews(file, defaultRules);
  if (reading.kind !== 'reviews') return [];
  const words = lettersOf(startsWith);
  return reading.reviews.flatMap((review) =>
    reviewSentences(review).filter((sentence) => {
      const lines = review.text.slice(sentence.start, sentence.end).split('\n').length;
      return sentence.line <= line && line < sentence.line + lines && lettersOf(sentence.text).includes(words);
    }),
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
