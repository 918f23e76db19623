import type { CitationForm, FoundCitation } from '../citations/citation';
import { saysTitle } from './saysTitle';
import { shortLine } from './shortLine';

/** VS Code cuts behind 43 characters, inside of words (`editor.inlayHints.maximumLength`). */
const most = 42;

/** What is written as a name; behind paths, links and URLs a title would stand in the middle of the markup. */
const names = new Set<CitationForm>(['id', 'alias', 'marker', 'pattern']);

/**
 * The title to show behind a citation as text that is not in the document; nothing where the citation, or what is written behind it, says
 * it already, and where it would not be clear of which review. One line, nothing unseen.
 */
export function inlayTitle({ form, text, reviews }: FoundCitation, behind: string): string | undefined {
  const [review, ...others] = reviews;
  if (!review || others.length > 0 || !names.has(form) || saysTitle(text, review)) return undefined;
  const title = shortLine(review.title, most);
  if (title === '' || /^[:\s(–—-]*$/.test(title)) return undefined;
  const said = shortLine(behind.slice(0, 400).replace(/^[\s:(–—-]+/, ''), most);
  return said.toLowerCase().startsWith(title.replace(/…$/, '').toLowerCase()) ? undefined : title;
}
