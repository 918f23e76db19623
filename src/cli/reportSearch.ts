import type { PassageHit } from '../core/reviews/search';
import { wrapText } from './terminalText';

/** The passages, best first: which review, where in it, and the words around what was found. */
export function reportSearch(hits: readonly PassageHit[], width: number): string {
  if (hits.length === 0) return 'Nothing found.\n';
  const blocks = hits.map(({ review, headingPath, line, excerpt }) => [
    ...wrapText([review.id, review.title, ...headingPath].join(' › '), width, '    ', ''),
    ...wrapText(`${review.path}:${line}`, width, '  '),
    ...wrapText(excerpt, width, '  '),
  ]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
