import type { Finding } from '../core/finding';
import type { Review } from '../core/reviews/review';
import { reportFindings } from './reportFindings';
import { columnsOf, padColumns, terminalText, wrapText } from './terminalText';

/** What `list` found. */
export interface ListAnswer {
  readonly reviews: readonly Review[];
  readonly problems: readonly Finding[];
  readonly omitted?: readonly { readonly path: string; readonly reason: string }[];
}

/** Ids wider than this push their title to the next line. */
const widestId = 32;

/** The reviews as aligned lines: when, which, what; then what is to be said about them. */
export function reportList({ reviews, problems, omitted }: ListAnswer, width: number): string {
  const ids = reviews.map(({ id }) => columnsOf(terminalText(id)));
  const idWidth = Math.max(0, ...ids.filter((columns) => columns <= widestId));
  const claimed = countIds(reviews);
  const lines = reviews.flatMap((review) => {
    const isShared = (claimed.get(review.id.toLowerCase()) ?? 0) > 1;
    return reviewLines(review, isShared, idWidth, width);
  });
  return [
    ...(reviews.length === 0 ? ['No reviews.'] : lines),
    ...(problems.length === 0 ? [] : ['', `To look at (${problems.length}):`, ...reportFindings(problems, width)]),
    ...(omitted === undefined ? [] : omittedLines(omitted, width)),
    '',
  ].join('\n');
}

function reviewLines(review: Review, isShared: boolean, idWidth: number, width: number): string[] {
  const date = padColumns(review.date ?? '', 'YYYY-MM-DD'.length);
  const id = terminalText(review.id);
  const indent = ' '.repeat(columnsOf(date) + 2 + idWidth + 2);
  // Two reviews of one id are told apart by where they are.
  const title = isShared ? `${review.title} (${review.path})` : review.title;
  const head = `${date}  ${padColumns(id, idWidth)}  `;
  if (columnsOf(id) <= idWidth) return wrapText(title, width, indent, head);
  return [head.trimEnd(), ...wrapText(title, width, indent)];
}

function omittedLines(omitted: readonly { readonly path: string; readonly reason: string }[], width: number): string[] {
  return [
    '',
    `Not reviews (${omitted.length}):`,
    ...omitted.flatMap(({ path, reason }) => wrapText(`${path}: ${reason}`, width, '    ', '  ')),
  ];
}

function countIds(reviews: readonly Review[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of reviews) counts.set(id.toLowerCase(), (counts.get(id.toLowerCase()) ?? 0) + 1);
  return counts;
}
