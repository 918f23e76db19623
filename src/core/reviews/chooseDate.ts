import { type FoundDate, findDates, isYear } from '../text/findDates';
import type { Choice, DocumentParts } from './documentParts';
import { asText, firstField } from './fields';
import { dateAtStart, incidentFolder, isGenericStem } from './fileName';
import { capitalKeyAtStart } from './keyAtStart';
import type { Block } from './outline';
import type { Section } from './review';
import { sectionAt } from './sectionBlocks';

const fieldsInOrder = [
  'date',
  'incident_date',
  'start_time',
  'started',
  'started_at',
  'start',
  'occurred',
  'occurred_at',
  'created',
  'created_at',
];
const lastFields = ['revdate', 'published', 'published_at', 'publication_date', 'publish_date', 'date_published'];
/** Lines and rows that tell when the document was worked on, not when it happened. */
const aboutTheDocument =
  /^[\s*_>-]{0,6}(?:date )?(?:last )?(?:modified|updated|published|revised|reviewed|review|meeting|due|scheduled)\b[^:：]{0,30}(?:[:：]|$)/i;

/**
 * When it happened, as precise as the document says, by the first rule that hits. `title` is the title as the document says it;
 * `heading` the text of the heading that names the document.
 */
export function chooseDate(
  parts: DocumentParts,
  title: Choice<string>,
  heading: string | undefined,
  sections: readonly Section[],
): Choice<string> | undefined {
  let found: readonly string[] | undefined;
  const hints = () => {
    found ??= hintsOf(parts);
    return found;
  };
  return (
    inFields(parts, fieldsInOrder, hints) ??
    inLabels(parts, hints) ??
    inName(parts, 'iso', hints) ??
    inTitle(heading, 'first main heading', parts, title, hints) ??
    inTitle(title.value, 'title', parts, title, hints) ??
    inName(parts, 'any', hints) ??
    inBody(parts, sections, hints) ??
    inFolders(parts) ??
    inFields(parts, lastFields, hints) ??
    yearInName(parts)
  );
}

/** Days and months by which to settle which of two readings of a date is meant; worked out when there are two. */
type Hints = () => readonly string[];

function inFields(parts: DocumentParts, names: readonly string[], hints: Hints): Choice<string> | undefined {
  for (const name of names) {
    const field = firstField(parts.fields, [name]);
    const text = asText(field?.value);
    const value = text === undefined ? undefined : (first(text, hints) ?? yearAlone(text));
    if (field && value) return { value, origin: { rule: `field "${field.name}"`, line: field.line } };
  }
  return undefined;
}

function inLabels(parts: DocumentParts, hints: Hints): Choice<string> | undefined {
  for (const { value: text, words, line } of parts.labels.of('date')) {
    const value = first(text.slice(0, 300), hints) ?? yearAlone(text);
    if (value) return { value, origin: { rule: `label "${words}"`, line } };
  }
  return undefined;
}

function inName(parts: DocumentParts, kind: 'iso' | 'any', hints: Hints): Choice<string> | undefined {
  const { name, where } = tellingName(parts);
  const origin = { rule: `date in the ${where}` };
  const compact = /(?<!\d)(?:19|20)\d{6}(?!\d)/.exec(name)?.[0];
  const ahead = compact ? dateAtStart(compact)?.date : undefined;
  if (ahead) return { value: ahead, origin };
  const found = findDates(name.replaceAll('_', '-'));
  const whole = found.find((each) => each.date.length === 10 && (kind === 'any' || each.isIso));
  if (whole) return { value: settle(whole, hints), origin };
  if (kind === 'iso') return undefined;
  const inMonth = found[0]?.date ?? dateAtStart(name)?.date;
  return inMonth ? { value: inMonth, origin: { rule: `month in the ${where}` } } : undefined;
}

function inTitle(
  text: string | undefined,
  rule: string,
  parts: DocumentParts,
  title: Choice<string>,
  hints: Hints,
): Choice<string> | undefined {
  const value = text === undefined || title.origin.line === undefined ? undefined : first(parts.plain(text), hints);
  return value && title.origin.line !== undefined ? { value, origin: { rule, line: title.origin.line } } : undefined;
}

/** The first day in the text outside code; the first month where there is no day. */
function inBody(parts: DocumentParts, sections: readonly Section[], hints: Hints): Choice<string> | undefined {
  let inMonth: Choice<string> | undefined;
  for (const block of parts.body()) {
    for (const { text, line } of linesOf(block)) {
      if (!/\d{4}/.test(text) || aboutTheDocument.test(text)) continue;
      if (sectionAt(sections, block.start)?.kind === 'excluded') break;
      for (const found of findDates(text)) {
        const choice = { value: settle(found, hints), origin: { rule: 'first date in the text', line } };
        if (found.date.length === 10) return choice;
        inMonth ??= choice;
      }
    }
  }
  return inMonth;
}

function inFolders(parts: DocumentParts): Choice<string> | undefined {
  const value = folderMonth(parts.name.folders);
  return value ? { value, origin: { rule: 'folders of the file' } } : undefined;
}

/** `INC-2024-003` tells its year; `INC-2024` is the 2,024th incident. */
function yearInName(parts: DocumentParts): Choice<string> | undefined {
  const { name, where } = tellingName(parts);
  const counted = /^[A-Z-]+-\d{4}$/.exec(capitalKeyAtStart(name) ?? '')?.[0].length ?? 0;
  const year = /(?<![\p{L}\d])(?:19[7-9]|20\d)\d(?![\p{L}\d])/u.exec(name.slice(counted))?.[0];
  const folder = parts.name.folders.findLast(isYear);
  const value = year ?? folder;
  return value ? { value, origin: { rule: year ? `year in the ${where}` : 'folders of the file' } } : undefined;
}

function tellingName(parts: DocumentParts): { name: string; where: string } {
  const folder = isGenericStem(parts.name.stem) ? incidentFolder(parts.name) : undefined;
  return folder === undefined
    ? { name: parts.name.stem, where: 'name of the file' }
    : { name: folder, where: 'name of the folder' };
}

/** What file name and folders say, to settle which of day and month comes first elsewhere. */
function hintsOf(parts: DocumentParts): string[] {
  const { name } = tellingName(parts);
  const found = findDates(name);
  const told = found.filter(({ isIso }) => isIso).map(({ date }) => date);
  const ahead = dateAtStart(name)?.date;
  const folder = folderMonth(parts.name.folders);
  return [...told, ...(ahead && !found[0]?.otherReading ? [ahead] : []), ...(folder ? [folder] : [])];
}

function folderMonth(folders: readonly string[]): string | undefined {
  const [year = '', month = ''] = folders.slice(-2);
  const number = /^(\d{1,2})(?!\d)/.exec(month)?.[1];
  if (isYear(year) && number && Number(number) >= 1 && Number(number) <= 12)
    return `${year}-${number.padStart(2, '0')}`;
  const last = folders.at(-1) ?? '';
  return findDates(last)[0]?.date;
}

function first(text: string, hints: Hints): string | undefined {
  const found = findDates(text);
  const best = found.find(({ date }) => date.length === 10) ?? found[0];
  return best && settle(best, hints);
}

function settle(found: FoundDate, hints: Hints): string {
  const other = found.otherReading;
  const agrees = (date: string) => hints().some((hint) => date.startsWith(hint) || hint.startsWith(date));
  return other && agrees(other) && !agrees(found.date) ? other : found.date;
}

function yearAlone(text: string): string | undefined {
  return isYear(text.trim()) ? text.trim() : undefined;
}

function linesOf(block: Block): readonly { readonly text: string; readonly line: number }[] {
  switch (block.kind) {
    case 'code':
      return [];
    case 'heading':
      return [{ text: block.text, line: block.line }];
    case 'row':
      if (aboutTheDocument.test(block.cells[0] ?? '')) return [];
      return block.cells.map((text) => ({ text, line: block.line }));
    default:
      return block.lines;
  }
}
