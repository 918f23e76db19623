import type { CitationKind } from '../citations/citation';
import type { ReviewField } from '../reviews/review';
import { dateInWords } from './datesInWords';

/** What the story of a review says in our own words. */
export const storyWords = {
  outline: 'Outline',
  when: 'When',
  services: 'Services',
  people: 'People who can tell more',
  openSource: 'Open the source',
  openAsPage: 'Save as a page…',
  materials: 'Materials',
  related: 'Related reviews',
  citedBy: 'Where this story shows up',
  origins: 'How this was read',
  head: 'Head of the document',
  transcript: 'Transcript',
  showDrawingSource: 'Text of the drawing',
  steps: 'Moments of the timeline',
  previous: 'Previous Moment',
  next: 'Next Moment',
  enlarge: 'Enlarge',
  opensOutside: 'opens outside of the editor',
  notThere: 'not there',
  notShown: 'outside of the library, not shown',
  drawing: 'Drawing',
  inTimeline: 'In the timeline',
  inTranscript: 'In the transcript',
  nobodyCites: 'Nothing in this workspace cites it yet.',
  stillLooking: 'Still looking through the workspace…',
  notAllLooked: 'The search of the workspace was stopped; there may be more.',
  tooLong:
    'The document is longer than 256 kB. This is its beginning; the rest is in the source, where search and links go on working.',
  noField: 'not said',
  yourQuestion: 'Your question, kept on this machine',
  ask: 'Ask a question',
  change: 'Change',
  remove: 'Remove',
  larger: 'Larger',
  smaller: 'Smaller',
  close: 'Close',
  lostQuestions: 'Your questions about words that are gone',
  wayOn: 'Reading path',
  stepBefore: 'Before',
  stepNext: 'Next',
  pathEnd: 'This was its last step.',
  timeline: 'Timeline',
} as const;

/** What a reader is told of the path on which they read. */
export function onPath(title: string): string {
  return `On “${title}”`;
}

/** What a reader is told of another path that a review is a step of. */
export function alsoOnPath(title: string): string {
  return `Follow “${title}” from here`;
}

/** What a screen reader is told of the button that asks a question about a passage. */
export function askLabel(passage: string): string {
  return `Ask a question about ${passage}`;
}

/** What is said in the place of a section that the library keeps from readers. */
export function sourceOnly(heading: string): string {
  return `“${heading}” is shown in the source only.`;
}

/** What a screen reader is told of the button that copies a link to a passage or moment. */
export function copyLabel(passage: string): string {
  return `Copy link to ${passage}`;
}

/** The heading over the places where a review is cited, by what kind of place they are. */
export function citedIn(kind: CitationKind): string {
  switch (kind) {
    case 'comment':
    case 'string':
      return 'In code';
    case 'prose':
    case 'diagram':
      return 'In documents';
    case 'review':
      return 'In other reviews';
  }
}

/** Where a review of the reader's own was first and last cited; `date` is `YYYY-MM-DD`. */
export function citedSince(
  first: { readonly path: string; readonly date: string },
  last: { readonly path: string; readonly date: string },
): string {
  const [from, to] = [dateInWords(first.date), dateInWords(last.date)];
  if (first.path === last.path && from === to) return `Your story is cited since ${from}, in ${first.path}.`;
  const again = first.path === last.path ? 'there, too' : `in ${last.path}`;
  return `Your story was first cited on ${from}, in ${first.path}, and last on ${to}, ${again}.`;
}

/** How many more there are than are shown. */
export function moreOf(count: number): string {
  return `${count} more. Find All References on the review’s title lists them all.`;
}

/** How a field of a review is called, for people. */
export const fieldWords: Readonly<Record<ReviewField, string>> = {
  id: 'Id',
  title: 'Title',
  date: 'When',
  status: 'Status',
  severity: 'Severity, as written',
  services: 'Services',
  tags: 'Tags',
  people: 'People',
  summary: 'Summary',
  surprises: 'What surprised people',
  difficulties: 'What was difficult',
  contributors: 'Contributors',
  related: 'Related',
};

/** Where a field was read: the rule in its own words, and the line. */
export function originWords(rule: string, line: number | undefined): string {
  return line === undefined ? rule : `${rule}, line ${line}`;
}
