import type { FoundCitation } from '../citations/citation';
import type { KnownIds } from '../citations/knownIds';
import type { FindingSeverity } from '../finding';
import type { ReviewDocument } from '../reviews/review';
import { citedPassage } from '../wording/citedPassage';
import { isFormerName } from '../wording/formerName';
import { joinWords } from '../wording/joinWords';
import { shortLine } from '../wording/shortLine';
import type { Noticed } from './checkedDocument';
import { citationParts } from './citationParts';
import { closestPassages } from './closestPassages';
import { isInsertable } from './isInsertable';

const longestName = 80;

/** How many ids or passages are offered in place of one that is not there. */
const mostFixes = 3;

/** What is to be said about one citation: at most one thing of its name, and one of its passage. */
export function checkCitation(
  citation: FoundCitation,
  known: KnownIds,
  options: { readonly unknownCitation: FindingSeverity | 'off'; readonly linksAreLeft: boolean },
): Noticed[] {
  const { reviews } = citation;
  if (reviews.length === 0) {
    return options.unknownCitation === 'off' ? [] : [unknownCitation(citation, known, options.unknownCitation)];
  }
  const found = [checkName(citation), options.linksAreLeft && isPath(citation) ? undefined : checkPassage(citation)];
  return found.filter((each) => each !== undefined);
}

function unknownCitation(citation: FoundCitation, known: KnownIds, severity: FindingSeverity): Noticed {
  const { id, start, text } = citation;
  const name = isPath(citation) ? text : citationParts(citation).name;
  // In a URL, and where a pattern gave it, the id is only a part of what is written.
  const at = Math.max(0, name.lastIndexOf(id));
  const written = name.includes(id) ? id : name;
  const closest = known.closest(id, mostFixes).filter((each) => isInsertable(each) && known.isDistinctive(each));
  const names = closest.map((each) => shortLine(each, longestName));
  const hint = closest.length === 0 ? '' : ` Closest: ${joinWords(names, mostFixes)}.`;
  return {
    code: 'unknown-citation',
    message: `No review with the id ${shortLine(id, longestName)} here.${hint}`,
    severity,
    names: [id],
    start: start + at,
    end: start + at + written.length,
    fixes: closest.map((each) => ({ title: changeTo(each, known.library.get(each)), replacement: each })),
  };
}

/** An id in other letters than the review's, or one that the review had before. */
function checkName(citation: FoundCitation): Noticed | undefined {
  const { reviews, start, form } = citation;
  const [review, ...others] = reviews;
  if (!review || others.length > 0 || isPath(citation) || form === 'pattern') return undefined;
  const { name } = citationParts(citation);
  const place = { start, end: start + name.length, names: [name] };
  const [shown, id] = [name, review.id].map((each) => shortLine(each, longestName));
  if (name === review.id) return undefined;
  const fixes = isInsertable(review.id) ? [{ title: changeTo(review.id, [review]), replacement: review.id }] : [];
  if (name.toLowerCase() === review.id.toLowerCase()) {
    const message = `The review spells its id ${id}.`;
    return { code: 'other-spelling', message, severity: 'hint', ...place, fixes };
  }
  if (!isFormerName(name, review)) return undefined;
  return { code: 'former-id', message: `${shown} is filed today as ${id}.`, severity: 'hint', ...place, fixes };
}

/** A passage that none of the reviews has, as far as they were read. */
function checkPassage(citation: FoundCitation): Noticed | undefined {
  const { passage, reviews, start, end, text } = citation;
  if (passage === undefined || citation.form === 'url' || text.includes('://')) return undefined;
  const slug = decoded(passage);
  if (isPath(citation) && /^L\d/.test(slug)) return undefined;
  if (reviews.some((review) => mayHave(review, slug, isPath(citation)))) return undefined;
  const parts = citationParts(citation);
  const [review] = reviews;
  if (!review || parts.passage === '') return undefined;
  const isTime = parts.passage.startsWith('@');
  const name = shortLine(slug, longestName);
  const what = isTime ? `There is no moment ${name}` : `There is no passage “${name}”`;
  return {
    code: 'missing-passage',
    message: `${what} in ${shortLine(review.id, longestName)}.`,
    severity: 'information',
    names: [text, parts.name],
    start: start + parts.name.length,
    end,
    fixes: closestPassages(review, slug, mostFixes)
      .filter(({ mark }) => mark === parts.passage[0])
      .map((each) => ({
        title: `Change to ${each.mark}${shortLine(each.passage, 60)}`,
        replacement: each.mark + each.passage,
      })),
  };
}

/** Whether a review has a passage, or nobody can tell: it was read in part, or leads to it by other rules than ours. */
function mayHave(review: ReviewDocument, slug: string, isLink: boolean): boolean {
  if (review.isTruncated || citedPassage(review, slug)) return true;
  if (isLink && review.format !== 'markdown') return true;
  return [`"${slug}"`, `'${slug}'`, `{#${slug}`, `[[${slug}`, `[#${slug}`].some((anchor) =>
    review.text.includes(anchor),
  );
}

/** Whether a citation names the file of its review, rather than the review. */
function isPath({ form, text, reviews }: FoundCitation): boolean {
  if (form === 'path' || form === 'url') return true;
  // `[[INC-7]]` is a link too, and names the review.
  const { name } = citationParts({ text });
  return form === 'link' && !reviews.some(({ id, aliases }) => isNameOf(name, [id, ...aliases]));
}

function isNameOf(text: string, names: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return names.some(
    (name) =>
      !name.includes('/') && lower.startsWith(name.toLowerCase()) && !/^[./\p{L}\p{N}]/u.test(lower.slice(name.length)),
  );
}

function changeTo(id: string, reviews: readonly ReviewDocument[]): string {
  const title = shortLine(reviews[0]?.title ?? '', 60);
  const name = shortLine(id, longestName);
  return title === '' || title === name ? `Change to ${name}` : `Change to ${name}: ${title}`;
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
