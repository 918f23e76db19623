import type { FoundCitation } from '../citations/citation';
import type { TextEdit } from '../citations/openText';
import { lineAround } from '../text/lineAround';
import { linkSpan } from '../text/linkSpan';
import type { CitingDocument } from './citationEdit';
import { namesOf } from './citationFormats';
import { citationLink } from './citationLink';
import { isProseAt } from './isProseAt';
import { markupOf } from './linkMarkup';

/**
 * The edit that makes a link, with the title of the review, of a citation that stands bare in prose: an id, a path, an address. Nothing for one
 * that is a link already, names several reviews, or stands where the language or the document knows no links.
 */
export function linkedCitation(
  { start, end, reviews, form, passage }: FoundCitation,
  { text, language, languageId, fromPath }: CitingDocument,
): TextEdit | undefined {
  const [review, ...others] = reviews;
  if (!review || others.length > 0 || !language?.isProse || form === 'link' || form === 'pattern') return undefined;
  if (fromPath === undefined || markupOf(languageId, fromPath) === 'plain') return undefined;
  const line = lineAround(text, start);
  const before = text.slice(line.start, start);
  const isDefinition = /^\s*(?:\[[^\]]+\]:|\.\. )/.test(before) || /^\s*(?:#|=+ )/.test(before);
  const isLinked =
    linkSpan(text, { start, end }).end !== end ||
    /[[(<`"=/:]$/.test(before) ||
    /^[\]>`"/]/.test(text.slice(end, end + 1));
  if (isDefinition || isLinked || !isProseAt(text, language, start)) return undefined;
  const place = {
    languageId,
    fromPath,
    isProse: true,
    isInComment: false,
    at: { before: '', after: '' },
    ...(passage === undefined ? {} : { passage }),
  };
  return { start, end, text: citationLink(review, place, namesOf(review, passage)) };
}
