import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import type { LibrarySearch } from '../core/reviews/search';
import type { Span } from '../core/text/span';
import { citablePassages } from '../core/wording/citablePassages';
import { citationName } from '../core/wording/citationName';
import { quoteOf } from '../core/wording/quoteOf';
import { shortLine } from '../core/wording/shortLine';
import { shortDescription } from './shortDescription';

/** One row of the list in which reviews are sought: a review, or a passage of one. Plain text, still to be escaped. */
export interface SearchRow {
  readonly kind: 'review' | 'passage';
  readonly review: ReviewDocument;
  /** The part that is meant: what is opened, and what is cited. */
  readonly passage?: string;
  /** 1-based line of the words that were found. */
  readonly line?: number;
  readonly label: string;
  readonly description: string;
  /** What stands there. */
  readonly detail?: string;
}

/** Whether two rows mean the same place. */
export function isSameRow(a: SearchRow, b: SearchRow): boolean {
  return a.kind === b.kind && a.review === b.review && a.passage === b.passage && a.line === b.line;
}

const mostTitles = 50;
const mostParts = 200;
const mostPassages = 30;

/** Reviews by id and title, best first; the latest ones where nothing is asked for. */
export function titleRows(
  search: Pick<LibrarySearch, 'findTitles'>,
  reviews: readonly ReviewDocument[],
  query: string,
): readonly SearchRow[] {
  if (query === '') return latest(reviews).map((review) => titleRow(review));
  return search.findTitles(query, mostTitles).map(({ review, alias }) => titleRow(review, alias));
}

/** Passages that hold the words, best first, of what has been made findable so far. */
export function passageRows(search: Pick<LibrarySearch, 'findPassages'>, query: string): readonly SearchRow[] {
  return search.findPassages(query, mostPassages).map(({ review, headingPath, passage, line, excerpt, ranges }) => {
    const title = shortLine(review.title || review.id, 120);
    const heading = shortLine(headingPath.join(' › '), 120);
    const about = shortDescription(review);
    return {
      kind: 'passage',
      review,
      line,
      ...(passage === undefined ? {} : { passage }),
      label: heading === '' ? title : heading,
      description: heading === '' ? about : [title, about].filter((part) => part !== '').join(' · '),
      detail: shortLine(fromMatch(excerpt, ranges), 300),
    };
  });
}

/**
 * The parts of a review that is named and followed by `#` (headings, then moments) or `@` (moments), and whose words are behind it; first the
 * review as a whole. None where nothing like that was typed.
 */
export function partRows(library: Library, query: string): readonly SearchRow[] {
  const [, name = '', mark, typed = ''] = /^(.*[^\s#@])[ ]?([#@])([^#@]*)$/.exec(query) ?? [];
  if (mark === undefined) return [];
  const words = typed.trim().toLowerCase();
  const rows = library.get(name).flatMap((review) => {
    const whole = { ...titleRow(review), label: shortLine(review.title || review.id, 120) };
    const parts = [
      ...(mark === '#' ? citablePassages(review, '#') : []).map(({ passage, text }) =>
        partRow(review, passage, text, shortLine(quoteOf(review, passage) ?? '', 200)),
      ),
      ...citablePassages(review, '@').map(({ passage, text }) =>
        partRow(review, passage, passage, shortLine(text, 200)),
      ),
    ];
    return words === '' ? [whole, ...parts] : parts.filter((part) => saysWords(part, words));
  });
  return rows.slice(0, mostParts);
}

function partRow(review: ReviewDocument, passage: string, label: string, detail: string): SearchRow {
  return {
    kind: 'passage',
    review,
    passage,
    label: shortLine(label, 120),
    description: shortLine(citationName(review.id, passage), 120),
    detail: detail === '' ? '…' : detail,
  };
}

function saysWords({ passage = '', label, detail = '' }: SearchRow, words: string): boolean {
  return `${passage}\n${label}\n${detail}`.toLowerCase().includes(words);
}

/** How much of an excerpt may stand before the first word that was found: the picker shows one line of some 80 characters. */
const lead = 30;

/** An excerpt that begins where the words that were found will be seen. */
function fromMatch(excerpt: string, ranges: readonly Span[]): string {
  const first = ranges[0]?.start ?? 0;
  if (first <= lead) return excerpt;
  const blank = excerpt.indexOf(' ', first - lead);
  return blank > 0 && blank < first ? `…${excerpt.slice(blank + 1)}` : excerpt;
}

function titleRow(review: ReviewDocument, alias?: string): SearchRow {
  const about = shortDescription(review);
  return {
    kind: 'review',
    review,
    label: shortLine(review.title || review.id, 120),
    description: alias === undefined ? about : `${shortLine(alias, 80)} → ${about}`,
  };
}

function latest(reviews: readonly ReviewDocument[]): readonly ReviewDocument[] {
  return reviews.toSorted((a, b) => compare(b.date ?? '', a.date ?? '')).slice(0, mostTitles);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
