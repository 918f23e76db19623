import type { MarginNote } from '../reviews/marginNote';
import { isNameWord } from '../reviews/peopleIn';
import type { ReviewDocument } from '../reviews/review';
import { textLines } from '../text/textLine';
import { citationName } from './citationName';
import { cutText } from './cutText';
import { dateInWords } from './datesInWords';
import { insertableLine } from './oneLine';

/** A note and the review that it is about, as the library has it now; nothing where the library no longer has it. */
export interface AskedAbout {
  readonly note: MarginNote;
  readonly review: ReviewDocument | undefined;
}

/** Longer quotes are cut, in characters. */
const longestQuote = 240;

/**
 * A Markdown document of a reader's questions, to take into conversations: grouped by the people who can tell more, in
 * the order of the questions, and under each of them the reviews and what was asked about which words. A question about a review with
 * several people stands under the one whom the review names nearest to these words, with the others beside it; those about a review that
 * names nobody, or is gone, stand last.
 */
export function conversationSheet(all: readonly AskedAbout[]): string {
  const groups = new Map<string | undefined, AskedAbout[]>();
  for (const each of all) {
    const person = nearestPerson(each);
    groups.set(person, [...(groups.get(person) ?? []), each]);
  }
  const nobody = groups.get(undefined) ?? [];
  return [
    '# Questions for a conversation',
    'What I wondered while I read. A review tells part of a story; the people who were there can tell more.',
    ...[...groups].flatMap(([person, asked]) =>
      person === undefined ? [] : group(insertableLine(person), asked, person),
    ),
    ...(nobody.length === 0 ? [] : group('Whoever can tell more', nobody, undefined)),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Of the people of a review, the one whom its text names nearest to what was asked about, by lines; the first where it names none. */
function nearestPerson({ note, review }: AskedAbout): string | undefined {
  const people = review?.people ?? [];
  if (!review || people.length < 2) return people[0];
  const first = review.startsAt?.line ?? 1;
  const spaced = (words: string) => ` ${words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `;
  const lines = textLines(review.text).map(({ text }) => spaced(text));
  const far = lines.length + 1;
  const away = (person: string) => {
    const [given = ''] = person.split(' ', 1);
    // Of "the night dispatcher" the first word is no name.
    const names = [person, ...(isNameWord(given) ? [given] : [])].map(spaced).filter((name) => name.trim() !== '');
    const at = lines.flatMap((line, row) => (names.some((name) => line.includes(name)) ? [row + first] : []));
    return Math.min(far, ...at.map((line) => Math.abs(line - note.line)));
  };
  const [nearest] = people.map((person) => ({ person, lines: away(person) })).toSorted((a, b) => a.lines - b.lines);
  return nearest?.person;
}

function group(heading: string, all: readonly AskedAbout[], person: string | undefined): string[] {
  const reviews = [...new Set(all.map(({ note }) => nameOf(note)))];
  return [
    `## ${asItIs(heading)}`,
    ...reviews.flatMap((name) => {
      const asked = all.filter(({ note }) => nameOf(note) === name);
      const [first] = asked;
      if (!first) return [];
      return [`### ${reviewLine(first)}`, ...others(first, person), ...asked.map(({ note }) => question(note))];
    }),
  ];
}

function reviewLine({ note, review }: AskedAbout): string {
  const { id, title } = review ?? note.review;
  const when = review?.date === undefined ? '' : `, ${dateInWords(review.date)}`;
  const words = insertableLine(title);
  return `${insertableLine(id)}${words === '' || words === id ? '' : ` · ${asItIs(words)}`}${when}`;
}

/** Who else can be asked about a review. */
function others({ review }: AskedAbout, person: string | undefined): string[] {
  const also = (review?.people ?? []).filter((each) => each !== person).map((each) => asItIs(insertableLine(each)));
  return also.length === 0 ? [] : [`Can tell more, too: ${also.join(', ')}.`];
}

function question({ review, passage, words, question: asked }: MarginNote): string {
  const quote = asItIs(cutText(insertableLine(words), longestQuote));
  const where = `(${insertableLine(citationName(review.id, passage))})`;
  const lines = asked
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [`> ${quote === '' ? where : `${quote} ${where}`}`, `- [ ] ${lines.join('\n      ')}`].join('\n\n');
}

function nameOf({ review: { key, id } }: MarginNote): string {
  return `${key}\n${id}`;
}

/** Words of a review as Markdown that reads as they do: no mark of theirs means anything. */
function asItIs(words: string): string {
  return words
    .replace(/[\\`*_[\]<>|&~]/g, '\\$&')
    .replace(/^(?=[#+=-])/, '\\')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
