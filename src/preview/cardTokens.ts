import type { Token } from 'markdown-it';
import type { Card } from '../core/wording/card';
import { withColon } from '../core/wording/cardMarkdown';
import type { PreviewPage } from './previewPage';

/** A card that styles show beside what it describes, on hover and on focus. Made of phrases only, since it stands in a paragraph. */
export function cardTokens(page: PreviewPage, card: Card, id: string): Token[] {
  const line = (name: string, children: readonly Token[]) =>
    page.element('span', { class: `precedent-${name}` }, children);
  return page.element('span', { class: 'precedent-card', role: 'tooltip', id }, [
    ...line('card-name', [page.added(['Precedent', card.id, card.title].filter((part) => part !== '').join(' · '))]),
    ...(card.context === undefined ? [] : line('card-context', [page.added(card.context)])),
    ...card.paragraphs.flatMap(({ lead, text }) =>
      line('card-part', [
        ...(lead === undefined ? [] : [...page.element('strong', {}, [page.added(withColon(lead))]), page.added(' ')]),
        page.added(text),
      ]),
    ),
  ]);
}
