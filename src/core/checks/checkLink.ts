import type { KnownIds } from '../citations/knownIds';
import { readFileName } from '../reviews/fileName';
import { keyAtStart } from '../reviews/keyAtStart';
import type { ReviewDocument } from '../reviews/review';
import { encodePath } from '../wording/linkMarkup';
import { relativePath } from '../wording/relativePath';
import { shortLine } from '../wording/shortLine';
import type { CheckedDocument, Noticed } from './checkedDocument';
import type { FileLink } from './fileLinks';
import { isInsertable } from './isInsertable';

const mostFixes = 3;

/** What is to be said about a link that leads nowhere. */
export function checkLink(link: FileLink, document: CheckedDocument, known: KnownIds): Noticed {
  const { start, end, target, kind } = link;
  const shown = shortLine(target, 120);
  const base = { severity: 'information', names: [target], start, end } as const;
  if (kind === 'material') return { ...base, code: 'missing-material', message: `There is no file at ${shown}.` };
  const meant = reviewsMeant(target, known);
  const fixes = meant.flatMap((review) => replacement(review, link, document)).slice(0, mostFixes);
  // What is called like no review may be a log, or minutes.
  const what = meant.length > 0 ? 'review' : 'file';
  return { ...base, code: 'broken-link', message: `There is no ${what} at ${shown}.`, fixes };
}

/** The reviews that somebody may have meant by the name of a file: those with its id, else those that are called much like it. */
function reviewsMeant(target: string, known: KnownIds): readonly ReviewDocument[] {
  const { stem } = readFileName(decoded(target));
  const key = keyAtStart(stem);
  const named = [stem, ...(key === undefined ? [] : [key])].flatMap((name) => known.library.get(name));
  const found = named.length > 0 ? named : known.closest(stem, mostFixes).flatMap((id) => known.library.get(id));
  return [...new Set(found)];
}

function replacement(review: ReviewDocument, { target, form }: FileLink, { path }: CheckedDocument) {
  const isFromRoot = form === 'path' && !/^\.{1,2}\//.test(target);
  const way = isFromRoot ? review.path : relativePath(path, review.path);
  if (way === undefined || !isInsertable(way)) return [];
  if (form === 'path' && /[^\p{L}\p{N}./_~%@-]/u.test(way)) return [];
  const put = form === 'link' ? encodePath(way) : way;
  return [{ title: `Change to ${shortLine(put, 100)}`, replacement: put }];
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
