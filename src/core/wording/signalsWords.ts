import type { CitingRealm } from '../learning/citationHistory';
import type { MaterialKind } from '../reviews/review';
import { dateInWords } from './datesInWords';

/** What the page of learning signals says in our own words. */
export const signalsWords = {
  title: 'Learning signals',
  about:
    'What this repository shows of how its incident reviews are used. These are things to talk about, not marks to reach.',
  materials: 'More than text',
  noMaterials: 'No review holds a drawing, a picture or a document yet. A photo of the whiteboard is a good beginning.',
  transcripts: 'What people said',
  noTranscripts: 'No review comes with a transcript of a conversation yet.',
  paths: 'Reading paths',
  noPaths:
    'Nobody has written a reading path yet: reviews in an order, for people who are new, each with a reason to read it.',
  uncited: 'Not cited yet',
  invitation: 'No code and no design document refers to these reviews yet. Maybe you know one that learned from them.',
  allCited: 'Code or design documents refer to every review.',
  notCommitted: 'not committed yet',
  isInPart: 'Not all files of this workspace were searched: there may be more citations than are told of here.',
  isCut: 'This clone holds only the newer part of the history: what is older is dated from its first commit.',
  noGit: 'Since when is not said: this folder is in no git repository, or git is not installed.',
  noCommit: 'Since when is not said: nothing is committed yet.',
  restricted: 'Since when is not said: in Restricted Mode git is not started. It is when you trust this folder.',
  noPrograms: 'Since when is not said: in the browser there is no git to ask.',
  stopped: 'Since when is not said: the reading of the history was stopped.',
  newestFirst: 'The newest first:',
  byPath: 'By file:',
  again: 'Look Again',
  asTable: 'As a table',
  period: 'At the end of',
  citations: 'Citations',
} as const;

/** The headings over what refers to incidents, and what is said where nothing does. */
export const realmWords: Readonly<Record<CitingRealm, { readonly heading: string; readonly none: string }>> = {
  code: {
    heading: 'In code',
    none: 'No comment in code refers to a review yet.',
  },
  document: {
    heading: 'In design documents',
    none: 'No design document and no diagram refers to a review yet.',
  },
};

/** How many citations there are of how many reviews, and in which order they are listed. */
export function citedSentence(citations: number, reviews: number, realm: CitingRealm, order: string): string {
  const where = realm === 'code' ? 'in code' : 'in documents and diagrams';
  return `${counted(citations, 'citation')} ${where}, of ${counted(reviews, 'review')}. ${order}`;
}

/** What is said of citations that came on one day (`YYYY-MM-DD`). */
export function allCameOn(day: string): string {
  return `All came on ${dateInWords(day)}:`;
}

/** What a plot shows, as its title. */
export function plotTitle(realm: CitingRealm, unit: 'month' | 'quarter' | 'year'): string {
  return `Citations ${realm === 'code' ? 'in code' : 'in documents and diagrams'} at the end of each ${unit}`;
}

/** What a plot shows, for those who do not see it. */
export function plotSentence(first: string, from: number, last: string, to: number): string {
  return `${from} at the end of ${first}, ${to} at the end of ${last}.`;
}

/** How many reviews hold more than text. */
export function materialsSentence(reviews: number): string {
  return `${counted(reviews, 'review')} ${reviews === 1 ? 'holds' : 'hold'} drawings, pictures or documents.`;
}

/** How many reviews come with what people said. */
export function transcriptsSentence(reviews: number): string {
  return `${counted(reviews, 'review')} ${reviews === 1 ? 'comes' : 'come'} with the transcript of a conversation.`;
}

/** How many reviews no reading path leads to. */
export function onNoPathSentence(reviews: number): string {
  return reviews === 0 ? 'Every review is on a path.' : `${counted(reviews, 'review')} on no path yet:`;
}

/** How many of what kinds a review holds: `2 images, 1 diagram`. */
export function materialKinds(kinds: Readonly<Partial<Record<MaterialKind, number>>>): string {
  const words = { image: 'image', diagram: 'diagram', document: 'document', transcript: 'transcript', link: 'link' };
  return Object.entries(words)
    .flatMap(([kind, word]) => {
      const count = kinds[kind as MaterialKind] ?? 0;
      return count === 0 ? [] : [counted(count, word)];
    })
    .join(', ');
}

/** How many more there are than are shown. */
export function andMore(count: number): string {
  return `and ${count} more`;
}

/** The name of a month, quarter or year: `2024-03`, `2024-Q1`, `2024`. */
export function periodInWords(name: string): string {
  const [, year, quarter] = /^(\d{4})-Q(\d)$/.exec(name) ?? [];
  return year === undefined ? dateInWords(name) : `the ${ordinals[Number(quarter) - 1]} quarter of ${year}`;
}

const ordinals = ['first', 'second', 'third', 'fourth'];

/** A number and what it counts: `1 review`, `3 reviews`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
