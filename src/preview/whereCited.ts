import type { Token } from 'markdown-it';
import type { IndexedCitation } from '../core/citations/citationIndex';
import type { ReviewDocument } from '../core/reviews/review';
import { readableSentence } from '../core/wording/readableSentence';
import { shortLine } from '../core/wording/shortLine';
import { whereItShows } from '../core/wording/whereItShows';
import type { PreviewPage } from './previewPage';

/** More would be a list to scroll, not one to read. */
const mostShown = 40;
const headingId = 'precedent-where-cited';

/** The section that ends a review: the sentences that cite it, each with a link to its place. */
export function whereCited(page: PreviewPage, reviews: readonly ReviewDocument[]): Token[] {
  if (reviews.length === 0) return [];
  return page.element('section', { class: 'precedent-where-cited', 'aria-labelledby': headingId }, [
    ...page.element('h2', { id: headingId }, [page.added(whereItShows.heading)]),
    ...reviews.flatMap((review) => [
      ...(reviews.length === 1 ? [] : page.element('h3', {}, [page.added(shortLine(review.id, 80))])),
      ...placesOf(page, review),
    ]),
  ]);
}

function placesOf(page: PreviewPage, review: ReviewDocument): Token[] {
  const { citations, isComplete, isStopped = false } = page.library.citedIn(review);
  const inPart = isComplete ? undefined : isStopped ? whereItShows.stopped : whereItShows.searching;
  const elsewhere = onceEach(citations.filter(({ file }) => file !== page.document.key));
  const remark = (words: string) => page.element('p', { class: 'precedent-none' }, [page.added(words)]);
  if (elsewhere.length === 0) return remark(inPart ?? whereItShows.none);
  const rest = elsewhere.length - mostShown;
  return [
    ...page.element(
      'ul',
      {},
      elsewhere.slice(0, mostShown).flatMap((citation) => placeOf(page, citation)),
    ),
    ...(rest > 0 ? remark(whereItShows.more(rest)) : []),
    ...(inPart === undefined ? [] : remark(inPart)),
  ];
}

function placeOf(page: PreviewPage, indexed: IndexedCitation): Token[] {
  const { citation, file } = indexed;
  const isSpoken = page.library.isSpoken(indexed);
  const words = isSpoken ? whereItShows.spoken : readableSentence(citation, 240);
  const way = page.library.linkTo(page.document, file);
  const place = [page.added(`${shortLine(citation.path, 160)}:${citation.line}`)];
  return page.element('li', {}, [
    ...page.element('span', { class: isSpoken ? 'precedent-none' : 'precedent-sentence' }, [page.added(words)]),
    page.added(' '),
    ...(way === undefined
      ? page.element('span', { class: 'precedent-place' }, place)
      : page.element('a', { class: 'precedent-place', href: `${way}#L${citation.line}` }, place)),
  ]);
}

/** One sentence that names a review several times, or links to it by its name, is one place: the first. */
function onceEach(citations: readonly IndexedCitation[]): IndexedCitation[] {
  const key = ({ file, citation }: IndexedCitation) => `${file}\n${citation.sentence}`;
  return [...new Map(citations.toReversed().map((each) => [key(each), each])).values()].reverse();
}
