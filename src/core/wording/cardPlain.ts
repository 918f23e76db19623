import type { Card } from './card';
import { withColon } from './cardMarkdown';

/** A card as lines of plain text, for screen readers, terminals and wherever no Markdown is shown. */
export function cardPlain(card: Card): string {
  return [
    ['Precedent', card.id, card.title].filter((part) => part !== '').join(' · '),
    ...(card.context === undefined ? [] : [card.context]),
    ...card.paragraphs.map(({ lead, text }) => (lead === undefined ? text : `${withColon(lead)} ${text}`)),
  ].join('\n');
}
