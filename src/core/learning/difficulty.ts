import type { ReviewDocument, Section, SectionKind } from '../reviews/review';
import { dividedText } from '../reviews/searchChunks';
import { type Difficulty, difficultyWords } from './difficultyWords';
import { type ReviewSentence, sentencesOfText } from './reviewSentences';

/** The three in the order in which they are shown. */
export const difficulties: readonly Difficulty[] = ['confused', 'uncertain', 'ambiguous'];

/** Longer ones are lists or logs without full stops. */
const longestSentence = 600;
const fewestWords = 3;

/** All expressions in one: a look that most sentences fail. */
const anyWords = new RegExp(
  difficulties.flatMap((each) => difficultyWords[each].map(({ source }) => source)).join('|'),
  'i',
);

/**
 * What a sentence says was difficult for people: that they were confused, uncertain, or that what they saw was ambiguous; nothing where
 * it says none of them. Questions, hopes and advice ("make it less confusing", "to avoid confusion") tell no moment.
 */
export function difficultiesOf(sentence: string): readonly Difficulty[] {
  if (sentence.length > longestSentence || !anyWords.test(sentence)) return [];
  if (isTooShort(sentence) || tellsNoMoment(sentence)) return [];
  return difficulties.filter((each) => difficultyWords[each].some((words) => words.test(sentence)));
}

const told = new WeakMap<ReviewDocument, ReadonlyMap<Difficulty, readonly ReviewSentence[]>>();

/**
 * The sentences of a review that tell a difficulty, at most three for each: first those of surprises and difficulties, then of the
 * timeline, then of the rest of the story. What stands first under a heading such as "What puzzled us" is told by the heading.
 */
export function difficultiesIn(review: ReviewDocument): ReadonlyMap<Difficulty, readonly ReviewSentence[]> {
  const known = told.get(review);
  if (known) return known;
  const found = new Map<Difficulty, ReviewSentence[]>();
  const add = (difficulty: Difficulty, sentence: ReviewSentence) => {
    const there = found.get(difficulty);
    if (there) there.push(sentence);
    else found.set(difficulty, [sentence]);
  };
  const divided = dividedText(review);
  const sentences = sentencesOfText(divided);
  for (const sentence of sentences) for (const difficulty of difficultiesOf(sentence.text)) add(difficulty, sentence);
  for (const section of divided.passages.sections) {
    for (const difficulty of difficultiesOfHeading(section)) {
      const isInside = ({ start }: ReviewSentence) => start >= section.bodyStart && start < section.end;
      const first = found.get(difficulty)?.some(isInside) ? undefined : sentences.find(isInside);
      if (first) add(difficulty, first);
    }
  }
  const best = new Map([...found].map(([difficulty, sentences]) => [difficulty, firstThree(sentences)]));
  told.set(review, best);
  return best;
}

/** What the heading of surprises or difficulties says of all that stands under it, asked or told. */
function difficultiesOfHeading({ kind, heading }: Section): readonly Difficulty[] {
  if (kind !== 'surprises' && kind !== 'difficulties') return [];
  return difficultiesOf(heading.replace(/[?？]$/, ''));
}

/** Reads the difficulties of reviews ahead, one at each step, so that grouping by them need not: for whoever has the clock. */
export function* preparingDifficulties(reviews: readonly ReviewDocument[]): Generator<void, void> {
  for (const review of reviews) {
    difficultiesIn(review);
    yield;
  }
}

function firstThree(sentences: readonly ReviewSentence[]): readonly ReviewSentence[] {
  return sentences.toSorted((a, b) => rank(a.kind) - rank(b.kind) || a.start - b.start).slice(0, 3);
}

function rank(kind: SectionKind): number {
  return kind === 'surprises' || kind === 'difficulties' ? 0 : kind === 'timeline' ? 1 : 2;
}

/** `Root cause: unknown` fills in a form. Scripts without blanks have no words to count. */
function isTooShort(sentence: string): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(sentence)
    ? sentence.length < 12
    : sentence.split(' ', fewestWords).length < fewestWords;
}

function tellsNoMoment(sentence: string): boolean {
  return (
    sentence.endsWith('?') ||
    sentence.endsWith('？') ||
    /可能性。?$/.test(sentence) ||
    /\b(?:avoid|prevent|reduce|reducing|eliminate|remove|minimi[sz]e|less|no longer|without) (?:any |the |this |more |further |future |possible |potential )?(?:confus|ambigu|uncertain|misunderst)/i.test(
      sentence,
    ) ||
    /(?:\b(?:will|would|might|could|may)|['’]ll) (?:be|get|become) (?:confus|unclear|uncertain)/i.test(sentence) ||
    /^(?:we (?:should|need to|must|will)|(?:please )?(?:make sure|ensure|clarify|document|investigate|consider|add|improve|update|review|create|define|rephrase|rename|rewrite|fix|provide|remove|find out|figure out|understand)\b)/i.test(
      sentence,
    )
  );
}
