import type { CitationIndex, IndexedCitation } from '../citations/citationIndex';
import { quotedSentence } from '../citations/relatedWords';
import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { difficulties } from './difficulty';
import { difficultyInWords } from './difficultyInWords';
import { difficultyLabels } from './difficultyWords';
import type { Chapter, ReadingPath, Step } from './readingPath';

/** What paths are made of. */
export interface PathMaterial {
  readonly library: Library;
  readonly citations: Pick<CitationIndex, 'of'>;
  /** Keys of files that the user changed lately, latest first; empty where nobody knows. */
  readonly changed: readonly { readonly file: string; readonly path: string }[];
  /** When a review came into the library, in ms since 1970, by the key of its file; what is missing is left out. */
  readonly added: ReadonlyMap<string, number>;
}

/** How many reviews such a path holds at most: a path is to be walked. */
const mostSteps = 12;
const mostPerChapter = 6;

/**
 * The paths that make themselves, those without a step left out. Each says how it came about, each step why it is there. The same
 * material gives the same paths.
 */
export function madePaths(material: PathMaterial): readonly ReadingPath[] {
  return [...makers.values()].map((make) => make(material)).filter(({ chapters }) => chapters.length > 0);
}

/** The one of them with this key; nothing where it has no step. */
export function madePath(material: PathMaterial, key: string): ReadingPath | undefined {
  const path = makers.get(key)?.(material);
  return path && path.chapters.length > 0 ? path : undefined;
}

/** How each is made, by its key. */
const makers: ReadonlyMap<string, (material: PathMaterial) => ReadingPath> = new Map([
  ['made:cited', citedPath],
  ['made:changed', changedPath],
  ['made:related', relatedPath],
  ['made:difficulty', difficultyPath],
  ['made:added', addedPath],
]);

/** What code and documents of this repository learned from most often: read these to understand its comments. */
function citedPath({ library, citations }: PathMaterial): ReadingPath {
  const steps = library.reviews
    .map((review) => ({ review, cited: fromOutside(citations.of(review)) }))
    .filter(({ cited }) => cited.length > 0)
    .sort((a, b) => filesOf(b.cited).size - filesOf(a.cited).size || earliestFirst(a.review, b.review))
    .slice(0, mostSteps)
    .map(({ review, cited }) => stepTo(review, quoted(cited)));
  return {
    key: 'made:cited',
    title: 'Most cited in this repository',
    about: 'Made of what code and documents here cite, those cited in most files first.',
    chapters: asChapter(steps),
  };
}

/** What bears on the files the reader works on. */
function changedPath({ library, citations, changed }: PathMaterial): ReadingPath {
  const place = new Map(changed.map(({ file }, at) => [file, at]));
  const steps = library.reviews
    .flatMap((review) => {
      const [nearest] = citations
        .of(review)
        .filter(({ file }) => place.has(file))
        .sort((a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0));
      return nearest ? [{ review, nearest, at: place.get(nearest.file) ?? 0 }] : [];
    })
    .sort((a, b) => a.at - b.at || earliestFirst(a.review, b.review))
    .slice(0, mostSteps)
    .map(({ review, nearest }) => stepTo(review, quoted([nearest])));
  return {
    key: 'made:changed',
    title: 'About the files you changed lately',
    about: 'Made of the citations in files that you changed, the latest first.',
    chapters: asChapter(steps),
  };
}

/** Reviews that cite one another, each group in the order in which things happened. */
function relatedPath({ library, citations }: PathMaterial): ReadingPath {
  const byFile = new Map(library.reviews.map((review) => [review.key, review]));
  const links = library.reviews.flatMap((cited) =>
    citations.of(cited).flatMap((citation) => {
      const citing = byFile.get(citation.file);
      return citing && citing !== cited ? [{ citing, cited, sentence: citation.citation.sentence }] : [];
    }),
  );
  const chapters = groupsOf(links)
    .slice(0, mostPerChapter)
    .map((reviews): Chapter => {
      const [first] = reviews;
      const steps = reviews.slice(0, mostPerChapter).map((review, at) => {
        const before = reviews.slice(0, at);
        const link = links.find(
          ({ citing, cited }) =>
            (citing === review && before.includes(cited)) || (cited === review && before.includes(citing)),
        );
        return stepTo(review, link ? quotedSentence(link.sentence) : '');
      });
      return { heading: first ? `From ${first.id}` : '', steps };
    });
  return {
    key: 'made:related',
    title: 'Reviews that cite one another',
    about: 'Made of the citations between reviews, in the order in which things happened.',
    chapters,
  };
}

/** What people found confusing, uncertain or ambiguous, in their own sentences. */
function difficultyPath({ library }: PathMaterial): ReadingPath {
  const chapters = difficulties.map((difficulty): Chapter => {
    const steps = library.reviews.toSorted(latestFirst).flatMap((review) => {
      const words = difficultyInWords(review, difficulty);
      return words === undefined ? [] : [stepTo(review, words)];
    });
    return { heading: difficultyLabels[difficulty], steps: steps.slice(0, mostPerChapter) };
  });
  return {
    key: 'made:difficulty',
    title: 'By difficulty',
    about:
      'Made of sentences in which reviews tell that people were confused, uncertain, or that what they saw was ambiguous.',
    chapters: chapters.filter(({ steps }) => steps.length > 0),
  };
}

/** What came into the library last. */
function addedPath({ library, added }: PathMaterial): ReadingPath {
  const when = ({ key }: ReviewDocument) => added.get(key) ?? 0;
  const steps = library.reviews
    .filter((review) => added.has(review.key) && !review.isDraft)
    .sort((a, b) => when(b) - when(a) || latestFirst(a, b))
    .slice(0, mostSteps)
    .map((review) => stepTo(review, ''));
  return {
    key: 'made:added',
    title: 'Recently added',
    about: 'Made of the times at which reviews came into the library, the latest first.',
    chapters: asChapter(steps),
  };
}

function stepTo(review: ReviewDocument, why: string): Step {
  return { citation: review.id, id: review.id, reviews: [review], why };
}

function asChapter(steps: readonly Step[]): readonly Chapter[] {
  return steps.length === 0 ? [] : [{ heading: '', steps }];
}

function fromOutside(citations: readonly IndexedCitation[]): readonly IndexedCitation[] {
  return citations.filter(({ citation }) => citation.kind !== 'review');
}

function filesOf(citations: readonly IndexedCitation[]): ReadonlySet<string> {
  return new Set(citations.map(({ file }) => file));
}

/** The first sentence that says more than the name, and the file it stands in. */
function quoted(citations: readonly IndexedCitation[]): string {
  const telling = citations.find(({ citation }) => citation.sentence.length > citation.text.length + 8) ?? citations[0];
  return telling ? `${quotedSentence(telling.citation.sentence)} in ${telling.citation.path}` : '';
}

/** Reviews that links hold together, larger groups first, each with the earliest first. */
function groupsOf(links: readonly { citing: ReviewDocument; cited: ReviewDocument }[]): readonly ReviewDocument[][] {
  const groupOf = new Map<ReviewDocument, Set<ReviewDocument>>();
  for (const { citing, cited } of links) {
    const [left, right] = [groupOf.get(citing) ?? new Set([citing]), groupOf.get(cited) ?? new Set([cited])];
    const joined = left === right ? left : new Set([...left, ...right]);
    for (const review of joined) groupOf.set(review, joined);
  }
  return [...new Set(groupOf.values())]
    .map((group) => [...group].sort(earliestFirst))
    .sort((a, b) => b.length - a.length || compare(a[0]?.path ?? '', b[0]?.path ?? ''));
}

function earliestFirst(a: ReviewDocument, b: ReviewDocument): number {
  return compare(a.date ?? '9', b.date ?? '9') || compare(a.path, b.path) || compare(a.id, b.id);
}

function latestFirst(a: ReviewDocument, b: ReviewDocument): number {
  return compare(b.date ?? '', a.date ?? '') || compare(a.path, b.path) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
