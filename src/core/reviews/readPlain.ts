import { comparable } from '../text/comparable';
import type { TextLine } from '../text/textLine';
import { keyAtStart } from './keyAtStart';
import { defaultRules } from './libraryRules';
import type { Outline } from './outline';
import { readMarkdown } from './readMarkdown';
import { isSectionName } from './sectionKinds';

/**
 * Reads the parts of plain text: what looks like Markdown is read as such, and lines that stand alone and are made like headings —
 * all capitals, a section's name, a first line that is no sentence — are headings too. Linear.
 */
export function readPlain(lines: readonly TextLine[]): Outline {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const isMarked = lines.some(({ text }) => /^#{1,6}\s/.test(text));
  const told = isMarked
    ? lines
    : lines.map((line, at) => {
        const level = levelOf(lines, at, at === first);
        return level === undefined ? line : { ...line, text: `${'#'.repeat(level)} ${line.text.trim()}` };
      });
  return readMarkdown(told);
}

function levelOf(lines: readonly TextLine[], at: number, isFirst: boolean): number | undefined {
  const text = lines[at]?.text ?? '';
  const words = text.trim();
  if (words === '' || words.length > 120 || /^\s/.test(text)) return undefined;
  const before = lines[at - 1]?.text.trim() ?? '';
  const after = lines[at + 1]?.text.trim() ?? '';
  if (before !== '' || /^(?:={2,}|-{2,})$/.test(after)) return undefined;
  if (isFirst) return after === '' && isTitle(words) ? 1 : undefined;
  const bare = words.replace(/[:：]$/, '');
  if (words.length <= 60 && isSectionName(bare, defaultRules) && comparable(bare) !== '') return 2;
  const isCapital =
    /\p{Lu}{3}/u.test(bare) && !/\p{Ll}/u.test(bare) && keyAtStart(bare) === undefined && !/^[\d[]/.test(bare);
  return isCapital && words.length <= 60 ? 2 : undefined;
}

/** A line that is no sentence, no item and no label. */
function isTitle(words: string): boolean {
  return (
    !/[.;,]$/.test(words) &&
    !/^[-*•>|]/.test(words) &&
    !/^\p{L}{2,20}:\s/u.test(words.replace(/^(?:incident|post-?mortem)\b[^:]{0,20}:\s/i, ''))
  );
}
