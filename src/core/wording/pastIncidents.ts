import type { FoundCitation } from '../citations/citation';
import { type Line, linesOf } from '../citations/lines';
import type { TextEdit } from '../citations/openText';
import { scanText } from '../citations/scanText';
import { toCitations } from '../citations/toCitations';
import type { ReviewDocument } from '../reviews/review';
import { linkSpan } from '../text/linkSpan';
import { plainText } from '../text/plainText';
import { brokenUp, commentEnds } from './brokenUp';
import { type CitingDocument, linesAround } from './citationEdit';
import { isProseAt } from './isProseAt';
import { type LinkMarkup, markupOf, plainWords } from './linkMarkup';
import { insertableLine } from './oneLine';
import { proseLink } from './proseLink';
import { readableSentence } from './readableSentence';
import { rstUnderline } from './rstUnderline';

/** What the section is made of. */
export interface SectionPlace extends Omit<CitingDocument, 'citations' | 'fromPath'> {
  readonly path: string;
  /** All citations of the document, in order. */
  readonly citations: readonly FoundCitation[];
  /** The reviews of which the document is the source: they are not listed. */
  readonly own: readonly ReviewDocument[];
  /** The path of the document as that of a review counts; nothing where there is no way from one to the other. */
  readonly pathFor: (review: ReviewDocument) => string | undefined;
}

/**
 * Why there is no section: the language has no marks for it, the end of the document is no prose, one of the marks is missing, or no
 * review is cited.
 */
export type NoSection = 'noMarks' | 'noPlace' | 'unclosed' | 'nothingCited';

/**
 * The edit that puts a section into a document, or brings it up to date, which lists each review and each passage that is cited outside of
 * it, in that order, with the first sentence that cites it.
 *
 * The section stands between two marks that readers do not see; at first at the end of the document. Nothing outside of the marks changes,
 * and where the section says all that already, the edit changes nothing (`isSame`). Line ends are those of the document.
 */
export function pastIncidents(
  place: SectionPlace,
  heading: string,
): (TextEdit & { readonly isSame: boolean }) | NoSection {
  const { text, language, languageId, path } = place;
  const markup = markupOf(languageId, path);
  const mark = language?.isProse ? marksFor(markup, languageId) : undefined;
  if (!language || !mark) return 'noMarks';
  const there = findSection(place, mark);
  if (there === 'unclosed') return there;
  const isOutside = ({ start, end }: FoundCitation) => !there || end <= there.start || start >= there.end;
  const entries = entriesOf(place, place.citations.filter(isOutside), markup);
  if (entries.length === 0 && !there) return 'nothingCited';
  const { lineEnd, before } = linesAround(text, text.length);
  const title = plainWords(insertableLine(heading), markup) || 'Past incidents considered';
  const none = 'No review is cited in this document.';
  const lines = [
    mark.begin,
    ...(markup === 'markdown' && languageId !== 'mdx' ? [] : ['']),
    ...headingLines(title, markup, there ? text.slice(0, there.start) + text.slice(there.end) : text),
    '',
    ...(entries.length === 0 ? [none] : entries),
    ...(markup === 'markdown' && languageId !== 'mdx' ? [] : ['']),
    mark.end,
  ];
  const section = lines.join(lineEnd);
  if (there) return { ...there, text: section, isSame: text.slice(there.start, there.end) === section };
  if (!isProseAt(text, language, text.length)) return 'noPlace';
  const ended = before === '' ? '' : lineEnd;
  const isBlankAbove = text.trim() === '' || /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(text + ended);
  const gap = isBlankAbove ? '' : lineEnd;
  return { start: text.length, end: text.length, text: `${ended}${gap}${section}${lineEnd}`, isSame: false };
}

interface Marks {
  readonly begin: string;
  readonly end: string;
}

/** Comments of the language, each on a line of its own; plain text has none. */
function marksFor(markup: LinkMarkup, languageId: string): Marks | undefined {
  const said = { begin: 'precedent: past incidents', end: 'precedent: end of past incidents' };
  const around = (before: string, after: string) => ({
    begin: `${before}${said.begin}${after}`,
    end: `${before}${said.end}${after}`,
  });
  switch (markup) {
    case 'markdown':
      return languageId === 'mdx' ? around('{/* ', ' */}') : around('<!-- ', ' -->');
    case 'asciidoc':
      return around('// ', '');
    case 'rst':
      return around('.. ', '');
    case 'org':
      return around('# ', '');
    case 'plain':
      return undefined;
  }
}

/** Where the section stands, from the beginning of its first mark to the end of its last; `unclosed` where one of them is missing. */
function findSection({ text, language }: SectionPlace, { begin, end }: Marks) {
  const inCode = new Set<number>();
  if (language) {
    scanText(text, language, (_line, start, spans) => {
      if (spans.some((span) => span.start === 0 && span.kind !== 'comment')) inCode.add(start);
    });
  }
  const marks: (Line & { readonly isBegin: boolean })[] = [];
  for (const line of linesOf(text)) {
    const said = line.text.trimEnd();
    if ((said === begin || said === end) && !inCode.has(line.start)) marks.push({ ...line, isBegin: said === begin });
  }
  const [first, second] = marks;
  if (!first) return undefined;
  if (!first.isBegin || !second || second.isBegin) return 'unclosed';
  return { start: first.start, end: second.start + second.text.length };
}

function entriesOf(place: SectionPlace, cited: readonly FoundCitation[], markup: LinkMarkup): string[] {
  return listed(place, cited).map(({ review, passage, sentence }) => {
    const link = linkTo(review, passage, place);
    const date = review.date === undefined ? '' : ` (${insertableLine(review.date)})`;
    const told = withoutTitle(sentence, review, [passage, undefined], place, markup);
    const said = brokenUp(plainWords(insertableLine(told), markup), commentEnds);
    return `${markup === 'asciidoc' ? '*' : '-'} ${link}${date}${said === '' ? '' : `: “${said}”`}`;
  });
}

/** A review, or a passage of it, with the first sentence that cites it and says something. */
interface Listed {
  readonly review: ReviewDocument;
  readonly passage: string | undefined;
  sentence: string;
}

/** What is cited, each once, passages for themselves, in the order of the text. */
function listed(place: SectionPlace, cited: readonly FoundCitation[]): readonly Listed[] {
  const { text, path, language, own } = place;
  const found = new Map<string, Listed>();
  toCitations(cited, text, path, language).forEach((citation, at) => {
    const { reviews = [], passage } = cited[at] ?? {};
    if (isInLinkOfNext(text, cited, at)) return;
    for (const review of reviews) {
      if (own.includes(review)) continue;
      const key = `${review.key}\n${review.id}\n${passage ?? ''}`;
      const there = found.get(key) ?? { review, passage, sentence: '' };
      there.sentence ||= readableSentence(citation, 240);
      found.set(key, there);
    }
  });
  return [...found.values()];
}

/** Whether a citation is the words of a link whose target cites the same review: the target tells the passage. */
function isInLinkOfNext(text: string, cited: readonly FoundCitation[], at: number): boolean {
  const [here, next] = [cited[at], cited[at + 1]];
  if (!here || !next || here.passage !== undefined || here.reviews[0] !== next.reviews[0]) return false;
  return linkSpan(text, here).end >= next.end;
}

function linkTo(review: ReviewDocument, passage: string | undefined, { languageId, pathFor }: SectionPlace): string {
  return proseLink(review, passage, { languageId, fromPath: pathFor(review) });
}

/**
 * The sentence with the id where it says `INC-7: title`, as the link beside it does, and `…` where it says the title alone; nothing where it
 * says no more than that.
 */
function withoutTitle(
  sentence: string,
  review: ReviewDocument,
  passages: readonly (string | undefined)[],
  place: SectionPlace,
  markup: LinkMarkup,
): string {
  let told = sentence;
  let rest = sentence;
  for (const passage of passages) {
    const words = plainText(linkTo(review, passage, place), markup === 'plain' ? 'none' : markup);
    const short = words.startsWith(`${review.id}: `) ? review.id : words.startsWith(review.id) ? words : '…';
    told = told.split(words).join(short);
    rest = rest.split(words).join('');
  }
  rest = rest.split(review.id).join('');
  // Below words of the review that are quoted stands where they are from: a dash, a link and a date.
  return /[\p{L}\p{N}]/u.test(rest.replace(/#[\w-]+|@\d{1,2}:\d\d|\b\d{4}-\d\d-\d\d\b/g, '')) ? told : '';
}

function headingLines(title: string, markup: LinkMarkup, rest: string): readonly string[] {
  switch (markup) {
    case 'asciidoc':
      return [`== ${title}`];
    case 'org':
      return [`* ${title}`];
    case 'rst':
      return rstUnderline(title, rest);
    default:
      return [`## ${title}`];
  }
}
