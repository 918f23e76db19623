import type { ReviewDocument, SectionKind } from '../../core/reviews/review';
import { inQuotes, quotedLine } from './quoted';

/** More items of a list tell an agent nothing that the story does not. */
const mostItems = 8;

/**
 * What a review says of itself, all of its words in quotes. Of what surprised people and was difficult, what is told under no heading of
 * its own: `told` are the kinds of sections that follow.
 */
export function reviewHead(review: ReviewDocument, told: ReadonlySet<SectionKind>): readonly string[] {
  const { id, title, path, date, aliases, services, people, materials } = review;
  return [
    `id: ${inQuotes(id)}`,
    `title: ${inQuotes(title)}`,
    `file: ${inQuotes(path, 400)}`,
    ...(date === undefined ? [] : [`happened: ${inQuotes(date, 40)}`]),
    ...list('also called', aliases),
    ...list('services', services),
    ...list('people who can tell more', people),
    ...list(
      'drawings and other material',
      materials.map((material) => material.path),
    ),
    ...(told.has('surprises') ? [] : items('What surprised people:', review.surprises)),
    ...(told.has('difficulties') ? [] : items('What was difficult:', review.difficulties)),
  ];
}

function list(name: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > mostItems ? `, and ${items.length - mostItems} more` : '';
  const shown = items.slice(0, mostItems).map((item) => inQuotes(item, 120));
  return [`${name}: ${shown.join(', ')}${more}`];
}

function items(name: string, all: readonly string[]): readonly string[] {
  if (all.length === 0) return [];
  return ['', name, ...all.slice(0, mostItems).map((item) => quotedLine(item.slice(0, 400)))];
}
