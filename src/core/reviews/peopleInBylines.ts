import type { Choice, DocumentParts } from './documentParts';
import { isPlaceholder } from './isPlaceholder';
import { isMailHeader } from './mailHeader';
import { splitPeople } from './splitList';

/** How many blocks of a document may hold what stands at its head. */
export const headBlocks = 12;
const byline = /^(?:collected|compiled|told|written|reported|recorded|interviewed) by:? (.{2,80})$/i;
/** What no byline is without, marks and all: to take the marks away first costs far more. */
const mayBeByline = /(?:ed|ten|told).{1,20}by/i;
/** How far into a line without parts a byline may begin, in UTF-16 units, marks included. */
const furthest = 80;

/**
 * Who wrote a document, from a line at its head without labels: "11 July · Collected by Ada Lovelace", or the sender of a letter.
 * A sentence such as "Reported by three crews within an hour." names nobody.
 */
export function peopleInBylines(parts: DocumentParts): Choice<readonly string[]> | undefined {
  for (const block of parts.outline.blocks.slice(0, headBlocks)) {
    if (block.kind !== 'paragraph') continue;
    const isLetter = isMailHeader(block);
    for (const { text, line } of block.lines) {
      if (!isLetter && !mayHoldByline(text)) continue;
      const told = isLetter ? /^From:\s{0,9}(.{2,100})$/i.exec(text)?.[1] : bylineOf(parts.plain(text));
      const value = splitPeople(told ?? '').filter((name) => isName(name) && !isPlaceholder(name));
      if (value.length > 0) return { value, origin: { rule: isLetter ? 'sender' : 'byline', line } };
    }
  }
  return undefined;
}

/** Whether a line of a paragraph may name who wrote the document: a quick look, which says yes too often. */
export function mayHoldByline(text: string): boolean {
  return mayBeByline.test(/[·|•]/.test(text) ? text : text.slice(0, furthest));
}

function bylineOf(text: string): string | undefined {
  for (const part of text.split(/ [·|•] /)) {
    const told = byline.exec(part.trim())?.[1];
    if (told !== undefined) return told;
  }
  return undefined;
}

/** At most four words, all with capitals but the small ones between them. */
function isName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length <= 4 &&
    !/[!?:]/.test(text) &&
    words.every((word) => /^(?:\p{Lu}|@|(?:de|van|von|der|den|da|di|la|le|bin|al)$)/u.test(word))
  );
}
