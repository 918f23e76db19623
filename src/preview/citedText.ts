import type { Token } from 'markdown-it';
import type { FoundCitation } from '../core/citations/citation';
import { reviewName } from '../core/citations/citationIndex';
import { nearestReviews } from '../core/citations/nearestReviews';
import type { ReviewDocument } from '../core/reviews/review';
import { shortLine } from '../core/wording/shortLine';
import { cardTokens } from './cardTokens';
import type { PreviewPage } from './previewPage';

/** Longer stretches of text without a line break were written by no person. UTF-16 units. */
const longestText = 10_000;
const longestTitle = 70;

/** Where a text stands. */
export interface TextPlace {
  /** All of its paragraph, to see what is said there anyway. */
  readonly around: string;
  readonly isHeading: boolean;
  /** The reviews of which the text is a part: naming them is no citation. */
  readonly own: readonly ReviewDocument[];
}

/** A text with its citations as links, each with its card, and with the title where only a number stands. */
export function citedText(page: PreviewPage, text: Token, place: TextPlace): Token[] {
  const { content } = text;
  const found = citationsIn(page, content, place.own);
  if (found.length === 0) return [text];
  const tokens: Token[] = [];
  let from = 0;
  for (const citation of found) {
    if (citation.start > from) tokens.push(page.text(content.slice(from, citation.start)));
    tokens.push(...citedName(page, citation, place));
    from = citation.end;
  }
  if (from < content.length) tokens.push(page.text(content.slice(from)));
  return tokens;
}

/** A link of the author, with the card of the review to which it leads, or which its words name. */
export function citedLink(page: PreviewPage, link: readonly Token[], place: TextPlace): Token[] {
  const [open, ...rest] = link;
  const target = `[](${open?.attrGet('href') ?? ''})`;
  const words = rest.map(({ type, content }) => (type === 'text' ? content : '')).join('');
  const citation = citationsIn(page, target, place.own)[0] ?? citationsIn(page, words, place.own)[0];
  if (!open || !citation) return [...link];
  const card = page.library.cardOf(citation, page.document);
  const id = page.nextCard();
  const described = page.copy(open, { attrs: [...(open.attrs ?? []), ['aria-describedby', id]] });
  const isBare = words.trim() === citation.id || words.trim() === citation.text;
  const title = isBare ? titleTokens(page, citation, card.title, place) : [];
  return page.element('span', { class: classOf(citation) }, [
    ...[described, ...rest.slice(0, -1)],
    ...title,
    ...rest.slice(-1),
    ...cardTokens(page, card, id),
  ]);
}

function citedName(page: PreviewPage, citation: FoundCitation, place: TextPlace): Token[] {
  const [review] = citation.reviews;
  const card = page.library.cardOf(citation, page.document);
  const id = page.nextCard();
  const way = review && citation.reviews.length === 1 ? page.library.linkTo(page.document, review.key) : undefined;
  const words = [page.text(citation.text), ...titleTokens(page, citation, card.title, place)];
  const name =
    way === undefined
      ? page.element('span', { class: 'precedent-name', tabindex: '0', 'aria-describedby': id }, words)
      : page.element('a', { href: way + fragmentOf(citation), 'aria-describedby': id }, words);
  return page.element('span', { class: classOf(citation) }, [...name, ...cardTokens(page, card, id)]);
}

/** The title behind a number: once under each heading, not in a heading, and not where the paragraph says it. */
function titleTokens(page: PreviewPage, { reviews }: FoundCitation, title: string, place: TextPlace): Token[] {
  const [review] = reviews;
  const name = review && reviews.length === 1 ? reviewName(review) : undefined;
  const isSaid = place.around.toLowerCase().includes(title.toLowerCase());
  if (name === undefined || place.isHeading || title === '' || isSaid || page.titled.has(name)) return [];
  page.titled.add(name);
  return page.element('span', { class: 'precedent-title' }, [page.added(` · ${shortLine(title, longestTitle)}`)]);
}

function citationsIn(page: PreviewPage, text: string, own: readonly ReviewDocument[]): FoundCitation[] {
  if (text.length > longestText || !page.library.known.mayOccurIn(text)) return [];
  const { known } = page.library;
  return known
    .findIn(text, { start: 0, end: text.length }, page.document.path)
    .map((hit) => ({ ...hit, reviews: nearestReviews(hit.reviews, page.document.key, known.library) }))
    .filter(({ reviews }) => !reviews.some((review) => own.includes(review)))
    .map((hit) => ({ ...hit, text: text.slice(hit.start, hit.end), kind: 'prose' }));
}

function classOf({ reviews }: FoundCitation): string {
  return reviews.length === 0 ? 'precedent-citation precedent-unknown' : 'precedent-citation';
}

/** Headings have anchors, moments have none. */
function fragmentOf({ passage }: FoundCitation): string {
  return passage === undefined || /^\d{1,2}:\d\d$/.test(passage) ? '' : `#${encodeURIComponent(passage)}`;
}
