import type { ReviewDocument } from '../../core/reviews/review';
import { UserError } from '../../core/userError';
import { citationName, splitCitationName } from '../../core/wording/citationName';
import { citedPassage } from '../../core/wording/citedPassage';
import { isQuotable } from '../../core/wording/passageText';
import type { AgentAnswer } from './agentAnswer';
import type { AgentSource } from './agentSource';
import { AnswerText } from './answerText';
import { inQuotes, quotationNote } from './quoted';
import { reviewHead } from './reviewHead';
import { noReview, reviewsNamed } from './reviewNamed';
import { holdsTranscript, momentLines, partsUnder, type StoryPart, storyParts } from './storyParts';
import type { ToolInput } from './toolInput';

/** As many passages that found no room are named. */
const mostNext = 24;

/**
 * The story of a review, or one passage of it: what surprised people and what was difficult first, then the document in its own order
 * under its own headings. There is no field for a cause or a solution: the story is the answer.
 */
export async function getIncidentReview(input: ToolInput, source: AgentSource): Promise<AgentAnswer> {
  const name = input.text('id');
  const path = input.optionalText('path');
  const known = await source.names();
  const whole = reviewsNamed(known, name);
  const named = whole.length > 0 ? { id: name } : splitCitationName(name);
  const passage = input.optionalText('passage') ?? named.passage;
  const reviews = whole.length > 0 ? whole : reviewsNamed(known, named.id);
  if (reviews.length === 0) throw noReview(known, name);
  const review = only(reviews, name, path);
  return { text: passage === undefined ? wholeStory(review) : onePassage(review, passage) };
}

function only(reviews: readonly ReviewDocument[], name: string, path: string | undefined): ReviewDocument {
  const wanted = path === undefined ? reviews : reviews.filter((review) => review.path === path);
  const [review, ...others] = wanted;
  if (review && others.length === 0) return review;
  const paths = reviews.slice(0, 20).map((each) => inQuotes(each.path, 400));
  throw new UserError(
    reviews.length === 1
      ? `${inQuotes(name)} is not in that file. It is in ${paths.join(', ')}.`
      : `${reviews.length} files claim ${inQuotes(name)}. Say with path which one is meant: ${paths.join(', ')}.`,
  );
}

function wholeStory(review: ReviewDocument): string {
  const parts = storyParts(review);
  const kinds = new Set(parts.flatMap(({ section }) => section?.kind ?? []));
  const text = new AnswerText([`The review of a past incident. ${quotationNote}`, '', ...reviewHead(review, kinds)]);
  const left = parts.slice(addParts(text, review, parts));
  const next = left.flatMap(({ section }) => section ?? []);
  if (next.length > 0) {
    text.close([
      'The rest is left out for its length. Ask for it by passage:',
      ...next.slice(0, mostNext).map(({ passage, heading }) => `${inQuotes(passage, 60)} (${inQuotes(heading, 40)})`),
      ...(next.length > mostNext ? [`and ${next.length - mostNext} more`] : []),
    ]);
  } else if (left.length > 0 || review.isTruncated) text.close(['Only the beginning of the document is told here.']);
  if (review.sections.some((section) => holdsTranscript(review, section)))
    text.close([`It holds a transcript, which is to be read by people, in ${inQuotes(review.path, 400)}.`]);
  return text.toString();
}

/** How many parts found room, each whole, or the first one that does not, cut. */
function addParts(text: AnswerText, review: ReviewDocument, parts: readonly StoryPart[]): number {
  for (const [at, { section, lines }] of parts.entries()) {
    const head = section
      ? `${inQuotes(section.heading)} (line ${section.line}, cite it as ${inQuotes(citationName(review.id, section.passage))}):`
      : 'Before the first heading:';
    if (!text.add(head, lines)) return at;
  }
  return parts.length;
}

function onePassage(review: ReviewDocument, passage: string): string {
  const cited = citedPassage(review, passage);
  const name = inQuotes(citationName(review.id, passage));
  if (!cited) {
    const passages = storyParts(review).flatMap(({ section }) => (section ? [inQuotes(section.passage, 100)] : []));
    throw new UserError(
      `There is no passage ${inQuotes(passage)} in this review. Its passages: ${passages.slice(0, 60).join(', ')}.`,
    );
  }
  const text = new AnswerText([
    `${name} of the review ${inQuotes(review.title)} in ${inQuotes(review.path, 400)}. ${quotationNote}`,
  ]);
  if (cited.kind === 'moments') {
    const lines = momentLines(review, cited.moments);
    if (lines.length > 0) text.add(`At ${inQuotes(cited.moments[0].time, 20)} (line ${cited.moments[0].line}):`, lines);
    else text.close([readByPeople(review)]);
    return text.toString();
  }
  const parts = partsUnder(review, cited.section);
  if (addParts(text, review, parts) < parts.length) text.close(['The rest is left out for its length.']);
  const isHidden = !isQuotable(review, cited.section) || holdsTranscript(review, cited.section);
  if (isHidden) text.close([readByPeople(review)]);
  else if (parts.length === 0) text.close(['There is no text under this heading.']);
  return text.toString();
}

function readByPeople({ path }: ReviewDocument): string {
  return `What stands there is to be read by people, in ${inQuotes(path, 400)}: a transcript, or a part that is not handed on.`;
}
