import type { ReviewDocument } from '../reviews/review';
import { brokenUp, commentEnds } from './brokenUp';
import type { CitationPlace } from './citationFormats';
import { citationName } from './citationName';
import { citedPassage } from './citedPassage';
import { cutText } from './cutText';
import { insertableLine } from './oneLine';
import { isQuotable } from './passageText';
import { relativePath } from './relativePath';
import { saysTitle } from './saysTitle';

/** The ways in which prose writes a link. */
type LinkMarkup = 'markdown' | 'asciidoc' | 'rst' | 'org' | 'plain';

/** How files are written that the editor takes for plain text, having no extension for them. */
const markupsOfFiles: Readonly<Record<string, LinkMarkup>> = {
  md: 'markdown',
  markdown: 'markdown',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  rst: 'rst',
  org: 'org',
};

const markups: Readonly<Record<string, LinkMarkup>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  prompt: 'markdown',
  chatagent: 'markdown',
  instructions: 'markdown',
  asciidoc: 'asciidoc',
  restructuredtext: 'rst',
  rst: 'rst',
  org: 'org',
};

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
  if (isPlain) return joined(names.cited, saysTitle(names.cited, review) ? '' : names.title);
  const isTime = passage !== undefined && /^\d{1,2}:\d\d$/.test(passage);
  const isFileName = review.idFrom === 'stem' || review.idFrom === 'folder' || review.idFrom === 'number';
  const isTitled = isFileName && names.title !== '' && names.title !== review.id;
  const name = isTime ? citationName(review.id, passage) : isTitled ? '' : review.id;
  const title = name !== '' && saysTitle(review.id, review) ? '' : names.title;
  const words = joined(name, [title, headingOf(review, passage)].filter((part) => part !== '').join(' — '));
  const form = links[markup];
  return form.link(brokenUp(form.words(words), commentEnds), path, fragment(isTime ? '' : (passage ?? '')));
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

function markupOf(languageId: string, path = ''): LinkMarkup {
  const known = markups[languageId];
  if (known !== undefined || languageId !== 'plaintext') return known ?? 'plain';
  return markupsOfFiles[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'plain';
}

function headingOf(review: ReviewDocument, passage: string | undefined): string {
  const cited = passage === undefined ? undefined : citedPassage(review, passage);
  if (cited?.kind !== 'section' || !isQuotable(review, cited.section)) return '';
  return brokenUp(cutText(insertableLine(cited.section.heading.slice(0, 1000)), 60), commentEnds);
}

/** How a language writes a link: what its words must not hold, then the whole. */
interface LinkForm {
  readonly words: (words: string) => string;
  readonly link: (words: string, path: string, anchor: string) => string;
}

const links: Readonly<Record<Exclude<LinkMarkup, 'plain'>, LinkForm>> = {
  markdown: {
    words: (words) => words.replace(/[\\`*_[\]<>|&$~{}]/g, '\\$&'),
    link: (words, path, anchor) => `[${words}](${encodePath(path)}${anchor})`,
  },
  asciidoc: {
    words: asciidocWords,
    link: (words, path, anchor) => {
      const macro = /\.(?:adoc|asciidoc)$/.test(path) ? 'xref' : 'link';
      return `${macro}:${encodePath(path)}${anchor}[${/[=,]/.test(words) ? `"${words}"` : words}]`;
    },
  },
  rst: {
    words: (words) => words.replace(/[\\`<>]/g, (mark) => rstMarks[mark] ?? ''),
    link: (words, path, anchor) => `\`${words} <${encodePath(path)}${anchor}>\`__`,
  },
  org: { words: brackets, link: (words, path) => `[[file:${orgPath(path)}][${words}]]` },
};

const rstMarks: Readonly<Record<string, string>> = { '\\': '/', '`': "'", '<': '(', '>': ')' };

/** Brackets would end the link, braces name attributes; `=` and `,` would make a list of them but between quotes. */
function asciidocWords(words: string): string {
  return brackets(words)
    .replace(/[{}`^\\]/g, '')
    .replaceAll('"', "'")
    .replace(/([<>+*_#])\1/g, '$1 $1');
}

function brackets(words: string): string {
  return words.replaceAll('[', '(').replaceAll(']', ')');
}

/** Org reads file links as they are, but for brackets and backslashes. */
function orgPath(path: string): string {
  return path.replace(/[\\[\]]/g, '\\$&');
}

/** A path as links of all formats take it: whatever is not plain is percent-encoded, parentheses and quotes too. */
export function encodePath(path: string): string {
  return path.split('/').map(encode).join('/').replace(/_$/, '%5F');
}

function fragment(anchor: string): string {
  return anchor === '' ? '' : `#${encode(anchor)}`;
}

function encode(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function joined(name: string, title: string): string {
  return name === '' || title === '' ? name || title : `${name}: ${title}`;
}
