import { dateInWords } from '../core/wording/datesInWords';
import { reportPlaces } from './reportCitations';
import type { ShownReview } from './shownReview';
import { terminalText, wrapText } from './terminalText';

/** A review for reading: what surprised people and what was difficult first, then what led to it, who knows more, and where it is cited. */
export function reportReview(review: ShownReview, width: number): string {
  const facts = [
    review.date === undefined ? undefined : dateInWords(review.date),
    review.services.join(', ') || undefined,
    review.severity,
    review.status,
  ].filter((fact) => fact !== undefined);
  const lines = [
    ...wrapText(`${review.id} · ${review.title}`, width, '  ', ''),
    ...(facts.length === 0 ? [] : wrapText(facts.join(' · '), width, '')),
    ...wrapText(review.path, width, ''),
    ...(review.aliases.length === 0 ? [] : wrapText(`Also called: ${review.aliases.join(', ')}`, width, '  ', '')),
    ...list('What surprised people', review.surprises, width),
    ...list('What was difficult', review.difficulties, width),
    ...(review.summary === undefined ? [] : ['', 'Summary', ...wrapText(review.summary, width, '  ')]),
    ...list('Contributors', review.contributors, width),
    ...list('Who can tell more', review.people, width),
    ...list(
      'Materials',
      review.materials.map(({ path, title }) => (title ? `${path} (${title})` : path)),
      width,
    ),
    ...list('Related reviews', review.related, width),
    ...sectionLines(review, width),
    ...citedByLines(review, width),
    '',
  ];
  return lines.join('\n');
}

function list(heading: string, items: readonly string[], width: number): string[] {
  return items.length === 0 ? [] : ['', heading, ...items.flatMap((item) => wrapText(item, width, '    ', '  • '))];
}

function sectionLines({ id, sections }: ShownReview, width: number): string[] {
  if (sections.length === 0) return [];
  const lineWidth = Math.max(...sections.map(({ line }) => String(line).length));
  return [
    '',
    terminalText(`Sections (cite one as ${id}#passage)`),
    ...sections.flatMap(({ heading, line, passage }) =>
      wrapText(`${heading} #${passage}`, width, ' '.repeat(lineWidth + 6), `  ${String(line).padStart(lineWidth)}  `),
    ),
  ];
}

function citedByLines({ citedBy }: ShownReview, width: number): string[] {
  if (citedBy.length === 0) return ['', 'Cited nowhere in this folder yet.'];
  return ['', `Cited ${citedBy.length === 1 ? 'once' : `${citedBy.length} times`}`, ...reportPlaces(citedBy, width)];
}
