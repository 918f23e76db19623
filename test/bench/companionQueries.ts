import { findCitations } from '../../src/core/citations/findCitations';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import type { Writing } from '../../src/core/learning/writing';
import { Library } from '../../src/core/reviews/library';
import { quotedText } from '../../src/core/reviews/quotedText';
import type { ReviewDocument, Section } from '../../src/core/reviews/review';
import { stemOf } from '../../src/core/reviews/searchStems';
import { searchWords } from '../../src/core/reviews/searchWords';
import { sectionsAround } from '../../src/core/reviews/sectionsAround';

/** What somebody writes, and the review that bears on it. */
export interface CompanionQuery {
  readonly writing: Writing;
  readonly target: ReviewDocument;
  /** The review in which it stands, if any: it is no answer. */
  readonly from?: ReviewDocument;
}

/** With fewer words a text resembles nothing. */
const fewestWords = 6;

const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** Addresses, wiki links, targets of links, paths of files, ids of incidents, dates in figures and in words. */
const clues = [
  /https?:\/\/\S+/g,
  /\[\[[^\]]*\]\]/g,
  /\]\([^)]*\)/g,
  /\b[\w./-]*\/[\w./-]+\.\w+\b/g,
  /\b[A-Z]{2,}\d*-\d[\w-]*(?:[#@][\w:-]+)?/g,
  /\b\d{4}-\d{2}-\d{2}[\w-]*/g,
  /\b\d{1,4}[./]\d{1,2}[./]\d{1,4}\b/g,
  new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${monthNames})\\b(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?`, 'gi'),
];

/** A text that gives its review away by nothing but what it tells: without ids, links, dates, and any form of a word of the title. */
export function withoutClues(text: string, { title, rawTitle, id, aliases }: ReviewDocument): string {
  let plain = text;
  for (const name of [id, ...aliases]) if (name.length > 3) plain = plain.split(name).join(' ');
  for (const each of clues) plain = plain.replace(each, ' ');
  const told = new Set(searchWords(`${title} ${rawTitle} ${id}`).map(({ word }) => stemOf(word)));
  let kept = '';
  let at = 0;
  for (const { word, start, end } of searchWords(plain)) {
    if (start < at || !told.has(stemOf(word))) continue;
    kept += `${plain.slice(at, start)} `;
    at = end;
  }
  return kept + plain.slice(at);
}

/** A review without what stands under the headings of its follow-ups; offsets stay. */
export function withoutFollowUps(review: ReviewDocument): ReviewDocument {
  let text = review.text;
  for (const section of review.sections.filter((each) => isFollowUp(review, each))) {
    const { bodyStart, end } = section;
    text = `${text.slice(0, bodyStart)}${text.slice(bodyStart, end).replace(/[^\r\n]/g, ' ')}${text.slice(end)}`;
  }
  return { ...review, text, sections: review.sections, moments: review.moments };
}

/** The follow-ups of each review, for that review, which is to be sought among those without theirs: in the same order. */
export function followUpQueries(
  reviews: readonly ReviewDocument[],
  withoutTheirs: readonly ReviewDocument[],
): readonly CompanionQuery[] {
  return reviews.flatMap((review, at) => {
    const target = withoutTheirs[at];
    const text = review.sections
      .filter((each) => isFollowUp(review, each))
      .map(({ bodyStart, end }) => quotedText(review.text.slice(bodyStart, end), review.format))
      .join('\n');
    return target ? queryOf(withoutClues(text, review), { target }) : [];
  });
}

/** What surprised people and was difficult in a review, or its summary and contributors, for each review that it calls related. */
export function relatedQueries(reviews: readonly ReviewDocument[]): readonly CompanionQuery[] {
  const library = libraryOf(reviews);
  return reviews.flatMap((review) => {
    const told = [...review.surprises, ...review.difficulties];
    const instead = [review.summary ?? review.firstParagraph ?? '', ...review.contributors];
    const text = (told.length > 0 ? told : instead).join('\n');
    const targets = new Set(review.related.flatMap((id) => library.get(id)).filter((each) => each !== review));
    return [...targets].flatMap((target) =>
      queryOf(withoutClues(text, target), {
        target,
        from: review,
        headings: withoutClues(review.title, target),
      }),
    );
  });
}

/** Each paragraph of a file that cites, for each review that it cites. */
export function citingQueries(
  path: string,
  text: string,
  reviews: readonly ReviewDocument[],
): readonly CompanionQuery[] {
  const language = Languages.builtIn.find({ path });
  if (!language) return [];
  const known = new KnownIds(libraryOf(reviews));
  const citations = findCitations(text, language, known, { matchIn: 'comments', path });
  const paragraphs = new Map<string, { readonly paragraph: string; readonly target: ReviewDocument }>();
  for (const citation of citations) {
    const start = text.lastIndexOf('\n\n', citation.start) + 1;
    const next = text.indexOf('\n\n', citation.end);
    const end = next < 0 ? text.length : next;
    let paragraph = text.slice(start, end);
    for (const each of citations.toReversed()) {
      if (each.start < start || each.end > end) continue;
      paragraph = `${paragraph.slice(0, each.start - start)} ${paragraph.slice(each.end - start)}`;
    }
    for (const target of citation.reviews)
      paragraphs.set(`${start} ${target.path} ${target.id}`, { paragraph, target });
  }
  return [...paragraphs.values()].flatMap(({ paragraph, target }) =>
    queryOf(withoutClues(paragraph, target), { target }),
  );
}

/** A library that holds these reviews. */
export function libraryOf(reviews: readonly ReviewDocument[]): Library {
  const library = new Library();
  const files = new Map<string, ReviewDocument[]>();
  for (const review of reviews) files.set(review.key, [...(files.get(review.key) ?? []), review]);
  for (const [key, held] of files) library.set(key, held[0]?.source ?? '', { kind: 'reviews', reviews: held });
  return library;
}

function isFollowUp(review: ReviewDocument, section: Section): boolean {
  return sectionsAround(review, section).some(({ kind }) => kind === 'followUps');
}

function queryOf(
  paragraph: string,
  { headings = '', ...rest }: Omit<CompanionQuery, 'writing'> & { readonly headings?: string },
): readonly CompanionQuery[] {
  if (searchWords(paragraph).length < fewestWords) return [];
  return [{ writing: { paragraph, section: '', headings }, ...rest }];
}
