import { findDates } from '../text/findDates';
import { plainText } from '../text/plainText';
import { slug } from '../text/slugs';
import { keyAtStart } from './keyAtStart';
import type { Outline } from './outline';

/** A stretch of a file that is a review of its own. */
export interface ReviewPart {
  /** The name by which it goes in place of a file's: its key, else the slug of its heading. */
  readonly name: string;
  /** 0-based UTF-16 offsets into the file. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of its heading. */
  readonly line: number;
}

/**
 * The parts of a log of incidents: each heading that starts with an id or a date, of the outermost level at which there are any, with what
 * stands below it. Empty where no heading does.
 */
export function splitReviews(outline: Outline, textLength: number): ReviewPart[] {
  const headings = outline.blocks.filter((block) => block.kind === 'heading');
  const named = headings.flatMap((heading) => {
    const name = nameOf(plainText(heading.text, outline.markup));
    return name === undefined ? [] : [{ heading, name }];
  });
  const level = Math.min(...named.map(({ heading }) => heading.level));
  const begins = named.filter(({ heading }) => heading.level === level);
  const borders = headings.filter((heading) => heading.level <= level).map(({ start }) => start);
  const next = new Map(borders.map((start, index) => [start, borders[index + 1] ?? textLength]));
  return begins.map(({ heading: { start, line }, name }) => ({
    name,
    start,
    end: next.get(start) ?? textLength,
    line,
  }));
}

function nameOf(heading: string): string | undefined {
  const words = heading.replace(/^[[(]/, '');
  const key = keyAtStart(words);
  if (key !== undefined) return key;
  return findDates(words.slice(0, 40))[0]?.start === 0 ? slug(heading).replace(/-{2,}/g, '-') : undefined;
}
