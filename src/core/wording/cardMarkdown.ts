import type { Card, CardParagraph } from './card';
import { cutText } from './cutText';
import { escapePunctuation } from './escapeMarkdown';

/** VS Code renders larger hovers for seconds: 64 kB was measured. */
const mostBytes = 4000;

/**
 * A card as Markdown for a hover or tooltip, at most 4 kB of UTF-8: for a `MarkdownString` without trust, HTML or icons.
 *
 * All text of the review is escaped; what would be too much is cut at the end of a word. The image and the line of actions are
 * the caller's, in `MarkdownString`s of their own.
 */
export function cardMarkdown(card: Card): string {
  return markdownOf(linesOf(card));
}

/** The sentences of a card that cite its review elsewhere, likewise, for a place of their own; empty where there are none. */
export function citedMarkdown({ paragraphs }: Card): string {
  return markdownOf(paragraphs.filter(({ kind }) => kind === 'citedBy').map(paragraphLine));
}

/** A card without those sentences. */
export function withoutCited(card: Card): Card {
  return { ...card, paragraphs: card.paragraphs.filter(({ kind }) => kind !== 'citedBy') };
}

function markdownOf(lines: readonly CardLine[]): string {
  const blocks: string[] = [];
  let room = mostBytes;
  for (const { bold, plain } of lines) {
    const lead = bold === '' ? '' : bolded(escapeWithin(bold, room - '****\n\n'.length));
    const text = escapeWithin(plain, room - bytes(lead) - '\n\n '.length);
    const block = [lead, text].filter((part) => part !== '').join(' ');
    if (block === '') continue;
    blocks.push(block);
    room -= bytes(block) + '\n\n'.length;
  }
  return blocks.join('\n\n');
}

/** A lead before what it leads to. */
export function withColon(lead: string): string {
  return /[:?!]$/.test(lead) ? lead : `${lead}:`;
}

interface CardLine {
  readonly bold: string;
  readonly plain: string;
}

function linesOf(card: Card): CardLine[] {
  return [
    { bold: ['Precedent', card.id, card.title].filter((part) => part !== '').join(' · '), plain: '' },
    { bold: '', plain: card.context ?? '' },
    ...card.paragraphs.map(paragraphLine),
  ];
}

function paragraphLine({ lead, text }: CardParagraph): CardLine {
  return { bold: lead === undefined ? '' : withColon(lead), plain: text };
}

function bolded(text: string): string {
  return text === '' ? '' : `**${text}**`;
}

function escapeWithin(text: string, room: number): string {
  const whole = /^[ -~]*$/.test(text) ? escapePunctuation(text) : undefined;
  if (whole !== undefined && whole.length <= room) return whole;
  return escapePunctuation(cutText(text, room, (grapheme) => bytes(escapePunctuation(grapheme))));
}

/** Length in UTF-8. */
function bytes(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
