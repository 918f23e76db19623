import type { ReviewDocument } from '../reviews/review';
import { brokenUp, commentEnds } from './brokenUp';
import { namesOf } from './citationFormats';
import { citedPassage } from './citedPassage';
import { cutText } from './cutText';
import { encodePath, fragment, type LinkMarkup, plainWords } from './linkMarkup';
import { insertableLine } from './oneLine';
import { isQuotable } from './passageText';
import { shortQuoteOf } from './quoteOf';
import { relativePath } from './relativePath';

/** What can stand in braces in a template of a citation. */
export const placeholders = ['id', 'name', 'title', 'date', 'heading', 'quote', 'path'] as const;

type Placeholder = (typeof placeholders)[number];

const longest = 500;

/** What is wrong with a template, in a sentence; nothing where it can be used. */
export function templateProblem(template: string): string | undefined {
  if (template.trim() === '') return 'A citation format must not be empty.';
  if (template.length > longest) return `A citation format must not be longer than ${longest} characters.`;
  if (/[\r\n\u0085\u2028\u2029]/.test(template)) return 'A citation format must be one line.';
  if (insertableLine(template) !== template.replace(/ {2,}/g, ' ').trim()) {
    return 'A citation format must not hold characters that cannot be seen.';
  }
  const broken = commentEnds.find((end) => template.includes(end));
  if (broken !== undefined) return `A citation format must not hold ${broken}, which ends comments.`;
  const wrong = [...template.matchAll(/\{([^{}]*)\}?/g)].find(
    ([whole, name = '']) => whole !== `{${name}}` || !isPlaceholder(name),
  );
  if (!wrong) return undefined;
  const all = placeholders.map((each) => `{${each}}`).join(', ');
  return `${cutText(wrong[0], 40)} means nothing in a citation format. These do: ${all}.`;
}

/**
 * A template of the team's with the words of a review in it, on one line. What a review says is plain text there, whatever it says; the
 * rest of the template is markup of the document's language, or what a comment says where it is code (`markup` is `plain`).
 *
 * Nothing for a template with a problem, see {@link templateProblem}, or one that needs a way to the review where there is none.
 */
export function fillTemplate(
  template: string,
  review: ReviewDocument,
  { passage, fromPath, markup }: { readonly passage?: string; readonly fromPath?: string; readonly markup: LinkMarkup },
): string | undefined {
  if (templateProblem(template) !== undefined) return undefined;
  const path = relativePath(fromPath, review.path);
  if (path === undefined && template.includes('{path}')) return undefined;
  const { cited, title } = namesOf(review, passage);
  const said = (text: string) => brokenUp(plainWords(insertableLine(text), markup), commentEnds);
  const anchor = passage === undefined || /^\d{1,2}:\d\d$/.test(passage) ? '' : fragment(passage);
  const values: Readonly<Record<Placeholder, string>> = {
    id: insertableLine(review.id),
    name: cited,
    title: said(title),
    date: said(review.date ?? ''),
    heading: said(headingOf(review, passage)),
    quote: said(shortQuoteOf(review, passage) ?? ''),
    path: path === undefined ? '' : `${encodePath(path)}${anchor}`,
  };
  const filled = template.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    isPlaceholder(name) ? values[name] : whole,
  );
  return brokenUp(filled, commentEnds);
}

function headingOf(review: ReviewDocument, passage: string | undefined): string {
  const cited = passage === undefined ? undefined : citedPassage(review, passage);
  if (cited?.kind === 'moments') return cited.moments[0].time;
  return cited && isQuotable(review, cited.section) ? cutText(cited.section.heading.slice(0, 1000), 100) : '';
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}
