import type { FoundCitation } from '../citations/citation';
import { quotedSentence } from '../citations/relatedWords';
import type { ReviewDocument, SectionKind } from '../reviews/review';
import { citedPassage } from './citedPassage';
import { dateInWords } from './datesInWords';
import { firstSentence } from './firstSentence';
import { isFormerName } from './formerName';
import { imageOf } from './imageOf';
import { joinWords } from './joinWords';
import { oneLine } from './oneLine';
import { passageParagraph } from './passageParagraph';
import { shortLine } from './shortLine';

/** What a card may show, in the order in which the reader wants it. */
export type CardSection =
  | 'context'
  | 'surprises'
  | 'difficulties'
  | 'summary'
  | 'contributors'
  | 'passage'
  | 'people'
  | 'image'
  | 'citedBy';

/** Every section of a card, in the order that holds where nobody chose another. */
export const cardSections: readonly CardSection[] = [
  'context',
  'surprises',
  'difficulties',
  'summary',
  'contributors',
  'passage',
  'people',
  'image',
  'citedBy',
];

/** One sentence that cites the review elsewhere. */
export interface CitingSentence {
  readonly sentence: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** What the card is told beside the review. */
export interface CardContext {
  /** The part that is cited: a passage slug or a time. */
  readonly passage?: string;
  /** The name by which the review is cited where it is not its id; of a former one the card says as what it is filed today. */
  readonly citedAs?: string;
  readonly sections: readonly CardSection[];
  readonly citedBy: readonly CitingSentence[];
  /** Whether other places may cite it since not all files were searched. */
  readonly isCitedInPart?: boolean;
}

/** A paragraph of the card: an optional bold lead, and plain text of the review, to be escaped by whoever shows it. */
export interface CardParagraph {
  /** What it tells; `note` is something we say about the review. */
  readonly kind: CardSection | 'note';
  readonly lead?: string;
  readonly text: string;
}

/**
 * The short form of a review: plain text in order, for hover, tooltip, picker, completion and preview alike.
 *
 * Every text is one line, cut to fit, with nothing in it that cannot be seen; it is still to be escaped for where it is shown.
 */
export interface Card {
  /** `Precedent · INC-7 · title`, in parts. */
  readonly id: string;
  /** Empty where there is no review, and where it has no title but its id. */
  readonly title: string;
  /** Date, services, status: one line, absent where the review says none of them. */
  readonly context?: string;
  readonly paragraphs: readonly CardParagraph[];
  /** First image inside the source, relative to the root. */
  readonly image?: { readonly path: string; readonly alt: string };
}

/**
 * Makes the card of a review, at most about 12 lines of text.
 *
 * The summary, or else the first paragraph, and the contributors stand in where the review tells neither what surprised people nor
 * what was difficult; they are shown beside them only where the reader's order puts them before both. One sentence of the summary
 * leads to surprises and difficulties that are short, so that the card says what happened.
 */
export function card(review: ReviewDocument, context: CardContext): Card {
  // The order is the reader's own and may name what no card has.
  const sections = [...new Set(context.sections)].filter((each) => cardSections.includes(each));
  const described = sections.includes('context') ? contextOf(review) : '';
  const image = sections.includes('image') ? imageOf(review) : undefined;
  const title = shortLine(review.title, 100);
  const id = shortLine(review.id, 80);
  return {
    id,
    title: title === id ? '' : title,
    ...(described === '' ? {} : { context: described }),
    paragraphs: [
      ...filedAs(review, context.citedAs),
      ...withLeadIn(
        sections.flatMap((section) => paragraphsFor(section, review, context, sections)),
        review,
        context,
      ),
    ],
    ...(image ? { image } : {}),
  };
}

/**
 * What to say where a citation of a known family has no review: what was searched, what is closest. `isReported`: that there is none is said
 * beside the card.
 */
export function unknownCard(
  citation: FoundCitation,
  closest: readonly string[],
  searched: readonly string[],
  isReported = false,
): Card {
  const names = (all: readonly string[], most: number) =>
    joinWords(
      all.map((each) => shortLine(each, 80)),
      most,
    );
  return {
    id: shortLine(citation.id, 80),
    title: '',
    paragraphs: [
      ...(isReported ? [] : [{ kind: 'note' as const, text: 'No review with this id here.' }]),
      ...(closest.length === 0 ? [] : [{ kind: 'note' as const, lead: 'Closest', text: names(closest, 3) }]),
      searched.length === 0
        ? { kind: 'note', text: 'No folder of reviews was found to search.' }
        : { kind: 'note', lead: 'Searched', text: names(searched, 4) },
    ],
  };
}

/** Date, services and status in words; no severity: a card tells a story, it raises no alarm. */
function contextOf(review: ReviewDocument): string {
  const services = review.services.map((service) => shortLine(service, 30)).filter((service) => service !== '');
  const status = statusInWords(review.status);
  return [
    review.date === undefined ? '' : dateInWords(shortLine(review.date, 40)),
    joinWords(services, 3),
    status,
    review.isDraft && !/draft/i.test(status) ? 'still a draft' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Status pages keep `resolved: true`; everybody else writes a word. */
function statusInWords(status = ''): string {
  const said = shortLine(status, 40);
  if (/^(?:true|yes)$/i.test(said)) return 'resolved';
  return /^(?:false|no)$/i.test(said) ? 'not resolved yet' : said;
}

function filedAs(review: ReviewDocument, citedAs: string | undefined): readonly CardParagraph[] {
  if (citedAs === undefined || !isFormerName(citedAs, review)) return [];
  const [former, today] = [citedAs, review.id].map((name) => shortLine(name, 80));
  return [{ kind: 'note', text: `${former} is filed today as ${today}.` }];
}

function paragraphsFor(
  section: CardSection,
  review: ReviewDocument,
  context: CardContext,
  sections: readonly CardSection[],
): readonly CardParagraph[] {
  switch (section) {
    case 'surprises':
      return told('surprises', 'What surprised people', review.surprises, context, review);
    case 'difficulties':
      return told('difficulties', 'What was difficult', review.difficulties, context, review);
    case 'summary':
      return standsIn(section, review, sections) ? [summaryOf(review)].filter(({ text }) => text !== '') : [];
    case 'contributors':
      return standsIn(section, review, sections)
        ? told('contributors', 'Contributors', review.contributors, context, review)
        : [];
    case 'passage':
      return context.passage === undefined ? [] : [passageParagraph(review, context.passage)];
    case 'people':
      return peopleOf(review);
    case 'citedBy':
      return citing(context);
    case 'context':
    case 'image':
      return [];
  }
}

/** A section that is the cited passage itself is not told twice. */
function told(
  kind: 'surprises' | 'difficulties' | 'contributors',
  lead: string,
  items: readonly string[],
  context: CardContext,
  review: ReviewDocument,
): readonly CardParagraph[] {
  if (isCited(kind, review, context)) return [];
  // A cited passage wants the room.
  const text = joinSentences(items, context.passage === undefined ? 240 : 160);
  return text === '' ? [] : [{ kind, lead, text }];
}

/** Whether the card shows a section of that kind as the cited passage. */
function isCited(kind: SectionKind, review: ReviewDocument, { passage, sections }: CardContext): boolean {
  if (passage === undefined || !sections.includes('passage')) return false;
  const cited = citedPassage(review, passage);
  return cited?.kind === 'section' && cited.section.kind === kind;
}

/** Puts one sentence of the summary before surprises and difficulties that leave room for it. */
function withLeadIn(
  paragraphs: readonly CardParagraph[],
  review: ReviewDocument,
  context: CardContext,
): readonly CardParagraph[] {
  const isTold = ({ kind }: CardParagraph) => kind === 'surprises' || kind === 'difficulties';
  const first = paragraphs.findIndex(isTold);
  const length = paragraphs.filter(isTold).reduce((sum, { text }) => sum + text.length, 0);
  const isShown = paragraphs.some(({ kind }) => kind === 'summary') || isCited('summary', review, context);
  if (first < 0 || length >= 200 || isShown || !context.sections.includes('summary')) return paragraphs;
  const text = shortLine(firstSentence(summaryOf(review).text), 160);
  return text === '' ? paragraphs : paragraphs.toSpliced(first, 0, { kind: 'summary', text });
}

function standsIn(stand: CardSection, review: ReviewDocument, sections: readonly CardSection[]): boolean {
  const told = sections.filter(
    (section) =>
      (section === 'surprises' && review.surprises.length > 0) ||
      (section === 'difficulties' && review.difficulties.length > 0),
  );
  return told.every((section) => sections.indexOf(stand) < sections.indexOf(section));
}

function summaryOf(review: ReviewDocument): CardParagraph {
  return { kind: 'summary', text: shortLine(review.summary || (review.firstParagraph ?? ''), 360) };
}

function peopleOf(review: ReviewDocument): readonly CardParagraph[] {
  const people = review.people.map((person) => shortLine(person, 30)).filter((person) => person !== '');
  return people.length === 0 ? [] : [{ kind: 'people', lead: 'People who can tell more', text: joinWords(people, 4) }];
}

function citing({ citedBy: all, isCitedInPart = false }: CardContext): readonly CardParagraph[] {
  const different = all.filter(({ sentence }, at) => all.findIndex((other) => other.sentence === sentence) === at);
  if (isCitedInPart && different.length === 0)
    return [{ kind: 'citedBy', text: 'Not all files have been searched for places that cite it.' }];
  return different.slice(0, 2).map(({ sentence, path, line }) => ({
    kind: 'citedBy',
    lead: isCitedInPart ? 'Cited so far' : 'Cited',
    text: `${quotedSentence(shortLine(sentence, 120))} in ${shortLine(path, 60)}, line ${line}`,
  }));
}

/** Items of a list one after another: sentences as they are, anything else with a dot between. */
function joinSentences(items: readonly string[], most: number): string {
  const joined = items
    .slice(0, 12)
    .map((item) => oneLine(item.slice(0, 4000)))
    .filter((item) => item !== '')
    .reduce((all, item) => (/(?:^|[.!?…。！？]["'”’)]?)$/.test(all) ? `${all} ${item}` : `${all} · ${item}`), '');
  return shortLine(joined, most);
}
