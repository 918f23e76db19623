import { timeAtStart } from '../text/timeAtStart';
import type { DocumentParts } from './documentParts';
import type { Block, Code, Prose } from './outline';
import type { Moment, Section } from './review';
import { sectionAt } from './sectionBlocks';

/** A line of a chat: who, when, and what was said on the same line. */
interface Spoken {
  readonly time: string;
  readonly who: string;
  readonly words: string;
}

/** How many lines of a chat there must be outside a section that says it is one. */
const enough = 2;

/**
 * The lines of the transcripts in a document: under a heading that says so, in blocks that readers unfold, in quotes and fences of
 * `name [1:46 PM]`, `[14:06] <name> words` and the like.
 */
export function transcriptMoments(parts: DocumentParts, sections: readonly Section[]): Moment[] {
  const inOwn = sections.some(({ kind }) => kind === 'transcript');
  const moments: Moment[] = [];
  for (const block of parts.outline.blocks) {
    if (block.kind === 'heading' || block.kind === 'row') continue;
    const isOwn = inOwn && sectionAt(sections, block.start)?.kind === 'transcript';
    const mayBe =
      isOwn || block.kind === 'quote' || (block.kind === 'code' && isLog(block.language)) || isFolded(block);
    if (!mayBe) continue;
    const found = spokenIn(block, parts, isOwn);
    if (isOwn || found.length >= enough || block.kind === 'quote' || isFolded(block)) moments.push(...found);
  }
  return inOwn || moments.length >= enough ? moments : [];
}

/** Reads one line of a chat; nothing where it is none. */
export function spokenLine(text: string): Spoken | undefined {
  const line = text.trim();
  if (line.length > 2000 || !/\d/.test(line.slice(0, 80))) return undefined;
  // A line that begins with a time or a date names nobody before it.
  return timeAtStart(line) ? timeFirst(line) : nameFirst(line);
}

/** `alice [1:46 PM] words`, `alice 14:06`, `@alice (14:06): words`. */
function nameFirst(line: string): Spoken | undefined {
  const match =
    /^(?:[*_<@]{0,3})([\p{L}][\p{L}\p{N} ._'-]{0,40}?)(?:[>*_]{0,3})\s{1,3}(?:APP\s{1,2})?(\[[^\][]{3,30}\]|\([^()]{3,30}\)|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?)\s*[:：]?\s*(.*)$/u.exec(
      line,
    );
  const told = match && timeAtStart(match[2] ?? '');
  const who = match?.[1]?.trim() ?? '';
  if (!match || !told || told.rest !== '' || who.split(' ').length > 4) return undefined;
  return { time: told.time, who, words: match[3] ?? '' };
}

/** `[14:06] <alice> words`, `14:06:22 alice: words`, `2021-06-30 14:06 alice: words`. */
function timeFirst(line: string): Spoken | undefined {
  const told = timeAtStart(line.replace(/^[[(]([^\][()]{3,40})[\])]/, '$1'));
  const rest = told?.rest ?? '';
  const match = /^<?[@+%&~]?([\p{L}][\p{L}\p{N}._'|-]{0,30}(?: [\p{Lu}][\p{L}.'-]{0,30}){0,2})(?:>\s?|:\s)(.*)$/u.exec(
    line.includes('<') ? afterTime(line) : rest,
  );
  return told && match ? { time: told.time, who: match[1] ?? '', words: match[2] ?? '' } : undefined;
}

/** The time reader takes `<` for a mark; a name in angle brackets keeps them. */
function afterTime(line: string): string {
  const at = line.indexOf('<');
  return line.slice(at);
}

function spokenIn(block: Prose | Code, parts: DocumentParts, isOwn: boolean): Moment[] {
  const moments: { spoken: Spoken; texts: string[]; start: number; end: number; line: number }[] = [];
  for (const { text, start, line } of block.lines) {
    const spoken = spokenLine(text) ?? (isOwn ? unnamed(text) : undefined);
    const end = Math.min(start + text.length, block.end);
    const last = moments.at(-1);
    if (spoken) moments.push({ spoken, texts: [spoken.words], start, end, line });
    else if (last) {
      last.texts.push(text);
      last.end = end;
    }
  }
  return moments.map(({ spoken, texts, start, end, line }) => {
    const said = parts.plain(texts.join(' '));
    const words = spoken.who === '' ? said : said === '' ? spoken.who : `${spoken.who}: ${said}`;
    return { time: spoken.time, text: words, start, end, line, kind: 'transcript' as const };
  });
}

function unnamed(text: string): Spoken | undefined {
  const told = timeAtStart(text);
  return told && { time: told.time, who: '', words: told.rest };
}

function isLog(language: string): boolean {
  return language === '' || /^(?:text|txt|plain|log|irc|chat|slack|console|none)$/.test(language);
}

function isFolded(block: Block): boolean {
  return 'isFolded' in block && block.isFolded;
}
