import type { Moment, ReviewDocument, Section } from '../reviews/review';
import { sectionsAround } from '../reviews/sectionsAround';
import type { CardParagraph } from './card';
import { citedPassage } from './citedPassage';
import { isExcluded, isInTranscript, passageText } from './passageText';
import { shortLine } from './shortLine';

/**
 * What a card says of the cited passage: its words, or why they are not here.
 *
 * Words of a transcript never leave the story; excluded headings and lists of people never leave the source.
 */
export function passageParagraph(review: ReviewDocument, passage: string): CardParagraph {
  const cited = citedPassage(review, passage);
  if (cited?.kind === 'section') return ofSection(review, cited.section);
  if (cited?.kind === 'moments') return ofMoments(review, cited.moments);
  const unread = review.isTruncated ? ' Only the beginning of the review was read.' : '';
  const name = shortLine(passage, 80);
  const what = /^\d{1,2}[:.]\d{2}/.test(passage) ? `moment ${name}` : `passage “${name}”`;
  return { kind: 'passage', text: `There is no ${what} in this review.${unread}` };
}

const inSourceOnly: CardParagraph = {
  kind: 'passage',
  text: 'The cited passage can be read in the review itself only.',
};
const inTranscript = 'in the transcript — open';

function ofSection(review: ReviewDocument, section: Section): CardParagraph {
  const kinds = sectionsAround(review, section).map(({ kind }) => kind);
  if (kinds.includes('excluded') || kinds.includes('people')) return inSourceOnly;
  const lead = `“${shortLine(section.heading, 60)}”`;
  if (kinds.includes('transcript')) return { kind: 'passage', lead, text: inTranscript };
  const text = shortLine(passageText(review, section), 360);
  return { kind: 'passage', lead, text: text === '' ? 'has no text that can be shown here.' : text };
}

function ofMoments(review: ReviewDocument, moments: readonly [Moment, ...Moment[]]): CardParagraph {
  const shown = moments.filter(({ start }) => !isExcluded(review, start));
  if (shown.length === 0) return inSourceOnly;
  const lines = shown
    .filter(({ kind, start }) => kind === 'timeline' && !isInTranscript(review, start))
    .slice(0, 4)
    .map(({ text }) => shortLine(text, 300));
  const lead = moments[0].time;
  return { kind: 'passage', lead, text: lines.length === 0 ? inTranscript : shortLine(lines.join(' · '), 300) };
}
