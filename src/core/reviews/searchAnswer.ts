import { type PartOfIndex, wordMatches } from './searchMatches';
import { eachPosting } from './searchPostings';
import { soughtWords } from './searchQuery';
import { PassageScores } from './searchScores';
import { TopScores } from './searchTopScores';

/** A passage found: where it stands in the document that the owner of the index knows by this number, and how well it fits. */
export interface IndexHit {
  readonly document: number;
  readonly start: number;
  readonly length: number;
  readonly isSpoken: boolean;
  /** Whether it is the first passage of its document. */
  readonly isFirst: boolean;
  readonly score: number;
}

/** What a query found, in no order, and whether it means a word of a text. */
export interface IndexAnswer {
  readonly hits: readonly IndexHit[];
  readonly isFound: (word: string) => boolean;
}

/** How many passages are not deleted, and how many words they have. */
export interface Living {
  readonly passages: number;
  readonly words: number;
}

/**
 * The best passages that have every word of a query, or any where none has all: at least `most` where there are so many, more where the
 * last ones fit equally well.
 */
export function answer(
  parts: readonly PartOfIndex[],
  living: Living,
  { query, most, spoken }: { readonly query: string; readonly most: number; readonly spoken: 'with' | 'without' },
): IndexAnswer {
  const words = soughtWords(query);
  if (words.length === 0 || living.passages === 0) return { hits: [], isFound: () => false };
  const counts = ({ segment }: PartOfIndex, passage: number) =>
    segment.dead[passage] !== 1 && (spoken === 'with' || !segment.isSpoken(passage));
  const all = parts.reduce((sum, { segment }) => sum + segment.sizes.passages, 0);
  const scores = new PassageScores(all, living.words / living.passages);
  const tests = words.map((sought) => {
    const { matches, isFound } = wordMatches(sought, parts, counts);
    for (const { part, word, closeness } of matches) {
      eachPosting(part.segment, word, (passage, weight) => {
        if (counts(part, passage)) {
          scores.add(part.base + passage, weight, part.segment.passageWords[passage] ?? 0, closeness);
        }
        return undefined;
      });
    }
    scores.endWord(living.passages);
    return isFound;
  });
  const atLeast = (some: number) => best(parts, scores, { some, all: words.length, most });
  const hits = atLeast(words.length) ?? atLeast(1) ?? [];
  return { hits, isFound: (word) => tests.some((isFound) => isFound(word)) };
}

/** The best passages that have at least some of all words; nothing where there are none. */
function best(
  parts: readonly PartOfIndex[],
  scores: PassageScores,
  { some, all, most }: { readonly some: number; readonly all: number; readonly most: number },
): readonly IndexHit[] | undefined {
  const found = scores.found(some);
  if (found.length === 0) return undefined;
  const top = new TopScores(most);
  for (const passage of found) top.add(scores.scoreOf(passage, all));
  const { least } = top;
  const hits: IndexHit[] = [];
  let at = 0;
  for (const passage of found) {
    const score = scores.scoreOf(passage, all);
    if (score < least) continue;
    while (passage >= (parts[at + 1]?.base ?? Number.POSITIVE_INFINITY)) at++;
    const part = parts[at];
    if (part) hits.push(toHit(part, passage - part.base, score));
  }
  return hits;
}

function toHit({ segment }: PartOfIndex, passage: number, score: number): IndexHit {
  const place = segment.documentOf(passage);
  return {
    document: segment.documents[place] ?? 0,
    start: segment.passageStarts[passage] ?? 0,
    length: segment.lengthOf(passage),
    isSpoken: segment.isSpoken(passage),
    isFirst: segment.firstPassages[place] === passage,
    score,
  };
}
