import type { ReviewDocument } from '../reviews/review';
import { brokenUp, commentEnds } from './brokenUp';
import type { CitationPlace } from './citationFormats';
import { citationName } from './citationName';
import { citedPassage } from './citedPassage';
import { cutText } from './cutText';
import { fragment, type LinkMarkup, links, markupOf, plainWords } from './linkMarkup';
import { insertableLine } from './oneLine';
import { isQuotable } from './passageText';
import { relativePath } from './relativePath';
import { saysTitle } from './saysTitle';

/**
 * A citation in prose: a link with a relative path where the language knows links and the document has a path, else plain words.
 *
 * The id stands in the text of the link unless it is only the name of the file, which the link shows anyway.
 */
export function citationLink(
  review: ReviewDocument,
  { passage, fromPath, languageId }: CitationPlace,
  names: { readonly cited: string; readonly title: string },
): string {
  const path = relativePath(fromPath, review.path);
  const markup = markupOf(languageId, fromPath);
  const isPlain =
    path === undefined ||
    markup === 'plain' ||
    (markup === 'org' && brokenUp(insertableLine(path), commentEnds) !== path);
  if (isPlain) return plainCitation(review, names, markup);
  const isTime = passage !== undefined && /^\d{1,2}:\d\d$/.test(passage);
  const isFileName = review.idFrom === 'stem' || review.idFrom === 'folder' || review.idFrom === 'number';
  const isTitled = isFileName && names.title !== '' && names.title !== review.id;
  const name = isTime ? citationName(review.id, passage) : isTitled ? '' : review.id;
  const title = name !== '' && saysTitle(review.id, review) ? '' : names.title;
  const words = joined(name, [title, headingOf(review, passage)].filter((part) => part !== '').join(' — '));
  const form = links[markup];
  return form.link(brokenUp(form.words(words), commentEnds), path, fragment(isTime ? '' : (passage ?? '')));
}

/** A citation in prose without a link: `INC-7: title`, in which the title means nothing but its words. */
export function plainCitation(
  review: ReviewDocument,
  { cited, title }: { readonly cited: string; readonly title: string },
  markup: LinkMarkup,
): string {
  return joined(cited, saysTitle(cited, review) ? '' : brokenUp(plainWords(title, markup), commentEnds));
}

/**
 * Words that stand in prose already, made a link to a review in the form of the language. Nothing where the language knows no links, the
 * document has no path, or the words hold what a link cannot.
 */
export function linkAround(
  words: string,
  review: ReviewDocument,
  { fromPath, languageId }: Pick<CitationPlace, 'fromPath' | 'languageId'>,
): string | undefined {
  const path = relativePath(fromPath, review.path);
  const markup = markupOf(languageId, fromPath);
  if (path === undefined || markup === 'plain' || brokenUp(insertableLine(path), commentEnds) !== path)
    return undefined;
  const form = links[markup];
  return form.words(words) === words ? form.link(words, path, '') : undefined;
}

function headingOf(review: ReviewDocument, passage: string | undefined): string {
  const cited = passage === undefined ? undefined : citedPassage(review, passage);
  if (cited?.kind !== 'section' || !isQuotable(review, cited.section)) return '';
  return brokenUp(cutText(insertableLine(cited.section.heading.slice(0, 1000)), 60), commentEnds);
}

function joined(name: string, title: string): string {
  return name === '' || title === '' ? name || title : `${name}: ${title}`;
}
