import { findDates } from '../text/findDates';
import { timeAtStart } from '../text/timeAtStart';
import type { Choice, DocumentParts } from './documentParts';
import { asText, firstField } from './fields';
import { dateAtStart, isGenericStem } from './fileName';
import { isPlaceholder } from './isPlaceholder';
import { keyAtStart } from './keyAtStart';
import type { Heading } from './outline';
import { rawText } from './outline';
import { isSectionName, sectionKind } from './sectionKinds';

/**
 * The heading that names the document: its first H1 that is no placeholder and stands before all sections; where there is no H1,
 * a heading with which the document begins.
 */
export function titleHeading(parts: DocumentParts): Heading | undefined {
  const headings = parts.outline.blocks.filter((block) => block.kind === 'heading');
  const outermost = headings.filter(({ level }) => level === 1);
  for (const heading of outermost) {
    const words = parts.plain(heading.text);
    if (isTitleLabel(words)) return undefined;
    if (isPlaceholder(words)) continue;
    return isSection(words, outermost.length > 1, parts) ? undefined : heading;
  }
  const first = parts.outline.blocks[0];
  if (outermost.length > 0 || first?.kind !== 'heading') return undefined;
  const words = parts.plain(first.text);
  return isPlaceholder(words) || isSection(words, true, parts) ? undefined : first;
}

/** The title as the document says it: front matter, the heading that names it, a label, at last the file's name. */
export function chooseTitle(parts: DocumentParts, heading: Heading | undefined): Choice<string> {
  const field = firstField(parts.fields, ['title', 'incident_title', 'name', 'headline']);
  const named = asText(field?.value);
  // Nothing may be left of it as plain text, as of an image.
  const value = named && !isPlaceholder(named) && !isSectionName(named, parts.rules) ? parts.plain(named) : '';
  if (field && value.trim() !== '') return { value, origin: { rule: `field "${field.name}"`, line: field.line } };
  const words = heading ? parts.plain(heading.text) : '';
  if (heading && words !== '') {
    return {
      value: words,
      origin: { rule: heading.level === 1 ? 'first main heading' : 'first heading', line: heading.line },
    };
  }
  const label = parts.labels.of('title')[0];
  if (label) return { value: label.value, origin: { rule: `label "${label.words}"`, line: label.line } };
  return titleBelowLabel(parts) ?? { value: titleOfName(parts), origin: { rule: 'name of the file' } };
}

const leadWords =
  /^(?:post[- ]?incident (?:review|report)|incident date|incident (?:report|review|postmortem|post-mortem|summary)|post[- ]?mortem(?: report)?|incident|outage report|outage|pir|rca|coe|retrospective|after[- ]action report|ポストモーテム|インシデント|障害報告|事后分析|포스트모템)/i;
const separators = /^[\s:：\-–—|#,./·]+/;

/** A title for display: without "Incident:" and the like, a leading date, the review's own id. What would be empty stays as it is. */
export function displayTitle(raw: string, id: string): string {
  let title = raw.trim();
  for (let turn = 0; turn < 6; turn++) {
    const shorter = withoutLead(title, id);
    if (shorter === title) break;
    title = shorter;
  }
  const tail = title.toLowerCase().endsWith(`(${id.toLowerCase()})`)
    ? title.slice(0, -(id.length + 2)).trimEnd()
    : title;
  return /[\p{L}\p{N}]/u.test(tail) ? tail : raw.trim();
}

function withoutLead(title: string, id: string): string {
  const bare = title.replace(/^[[(]/, '');
  if (
    /\d/.test(id) &&
    bare.toLowerCase().startsWith(id.toLowerCase()) &&
    !/^[\p{L}\p{N}]/u.test(bare.slice(id.length))
  ) {
    return bare
      .slice(id.length)
      .replace(/^[\])]/, '')
      .replace(separators, '');
  }
  const lead = leadWords.exec(title)?.[0];
  if (lead !== undefined) {
    const rest = title.slice(lead.length);
    if (/^\s{0,3}(?:[:：|]|[-–—]\s)/.test(rest)) return rest.replace(separators, '');
    const next = rest.replace(/^\s{1,3}(?:(?:on|of|from|for)\s{1,3})?/i, '');
    const isFollowed =
      findDates(next.slice(0, 40))[0]?.start === 0 || (keyAtStart(next) !== undefined && next !== rest);
    if (isFollowed) return next;
  }
  const date = findDates(title.slice(0, 50))[0];
  if (date?.start !== 0) return title;
  const rest = title.slice(date.end);
  if (/^[\p{L}\p{N}]/u.test(rest)) return title;
  return (timeAtStart(rest)?.rest ?? rest).replace(separators, '');
}

/** Whether a heading says that the title stands below it. */
export function isTitleLabel(words: string): boolean {
  return /^(?:title|titel|titre|título|タイトル)\s?[:：]?$/i.test(words.trim());
}

/** A heading "Title:" is a label; what stands below it is the title. */
function titleBelowLabel(parts: DocumentParts): Choice<string> | undefined {
  const blocks = parts.outline.blocks;
  const at = blocks.findIndex((block) => block.kind === 'heading' && isTitleLabel(parts.plain(block.text)));
  const next = at < 0 ? undefined : blocks[at + 1];
  const raw = next?.kind === 'heading' ? next.text : next?.kind === 'paragraph' ? rawText(next) : '';
  const value = parts.plain(raw);
  if (!next || value === '' || isPlaceholder(value)) return undefined;
  return { value, origin: { rule: 'below the heading "Title"', line: next.line } };
}

/** Among several H1 a short one with a section's word is a section; a single H1 only when it is nothing but a section's name. */
function isSection(words: string, isOneOfMany: boolean, parts: DocumentParts): boolean {
  if (isSectionName(words, parts.rules)) return true;
  return isOneOfMany && words.split(/\s+/).length < 4 && sectionKind(words, parts.rules) !== 'other';
}

function titleOfName(parts: DocumentParts): string {
  const { stem, folders } = parts.name;
  const name = isGenericStem(stem) ? (folders.at(-1) ?? stem) : stem;
  const lead = keyAtStart(name)?.length ?? dateAtStart(name)?.end ?? /^\d{1,5}(?=[-_ ])/.exec(name)?.[0].length ?? 0;
  const words = name
    .slice(lead)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  if (words === '') return name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
