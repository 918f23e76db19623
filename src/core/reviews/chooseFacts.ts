import { comparable } from '../text/comparable';
import type { TextLine } from '../text/textLine';
import type { Choice, DocumentParts } from './documentParts';
import { asList, asText, type Field, firstField } from './fields';
import { isPlaceholder } from './isPlaceholder';
import type { LabelField } from './labelWords';
import type { Block } from './outline';
import { rawText } from './outline';
import { isNameWord, peopleIn } from './peopleIn';
import { peopleInBylines } from './peopleInBylines';
import type { Section } from './review';
import { blocksIn } from './sectionBlocks';
import { splitList, splitPeople, splitServices, withoutRemark } from './splitList';
import { textOf } from './storyItems';
import { words } from './words';

const statusFields = ['status', 'state', 'incident_status'];
const serviceFields = [
  'affected_services',
  'services',
  'affected',
  'components',
  'affected_products',
  'affected_components',
  'affected_systems',
  'services_affected',
  'impacted_services',
  'systems_affected',
  'systems',
  'service',
  'component',
  'package',
  'product',
];
const peopleFields = [
  'authors',
  'author',
  'owner',
  'owners',
  'reporters',
  'reporter',
  'incident_commander',
  'commander',
  'responders',
  'participants',
  'attendees',
  'people',
  'involved',
];

const severityNames = new Set(
  words(
    'severity | incident severity | severity level | priority | schweregrad | gravité | 重大度 | 严重程度 | 심각도',
  ),
);

/** How bad it was, verbatim: front matter, label, heading. Never from the body. */
export function chooseSeverity(parts: DocumentParts, sections: readonly Section[]): Choice<string> | undefined {
  return (
    textField(parts, ['severity', 'incident_severity', 'sev', 'severity_level', 'priority']) ??
    textLabel(parts, 'severity') ??
    severityHeading(parts, sections)
  );
}

/** How far the incident or its review is, verbatim. `resolved: true` is told as `resolved`. */
export function chooseStatus(parts: DocumentParts): Choice<string> | undefined {
  const told = textField(parts, statusFields);
  if (told) return told;
  const resolved = firstField(parts.fields, ['resolved']);
  const value = asText(resolved?.value);
  if (resolved && value && /^(?:true|false|yes|no)$/i.test(value)) {
    return { value: /^[ty]/i.test(value) ? 'resolved' : 'unresolved', origin: fieldOrigin(resolved) };
  }
  return textLabel(parts, 'status');
}

/** Whether the document calls itself a draft. */
export function isDraft(parts: DocumentParts, status: string | undefined): boolean {
  if (asText(parts.fields.get('draft')?.value)?.toLowerCase() === 'true') return true;
  return /^(?:draft|wip|work in progress|entwurf|brouillon|borrador|rascunho|下書き|草稿|초안)(?![\p{L}])/iu.test(
    comparable(status ?? ''),
  );
}

/** What was affected: front matter, label, a section of that name. */
export function chooseServices(
  parts: DocumentParts,
  sections: readonly Section[],
): Choice<readonly string[]> | undefined {
  return (
    listField(parts, serviceFields, splitServices, true) ??
    listLabel(parts, 'services', splitServices) ??
    listSection(parts, sections, ({ heading }) => heading.length < 40 && namesServices(heading), splitServices)
  );
}

export function chooseTags(parts: DocumentParts): Choice<readonly string[]> | undefined {
  return (
    listField(parts, ['tags', 'labels', 'keywords', 'categories', 'category'], splitList) ??
    listLabel(parts, 'tags', splitList)
  );
}

/**
 * Who can tell more: those whom a section names for it come first, then all fields that name people, else all labels that do,
 * else a byline. Roles and
 * initials are people too.
 */
export function choosePeople(
  parts: DocumentParts,
  sections: readonly Section[],
): Choice<readonly string[]> | undefined {
  const inSections = peopleInSections(parts, sections);
  const told = [
    inSections,
    peopleInFields(parts) ?? listLabel(parts, 'people', splitPeople) ?? peopleInBylines(parts),
  ].filter((choice) => choice !== undefined);
  const [first] = told;
  const names = told.flatMap(({ value }) => value);
  // Who names people in sentences gives them their full names elsewhere; a list says what it means.
  return first && { value: named(inFull(names, inSections ? parts.lines : [])), origin: first.origin };
}

/** The people whom the sections about people name, in the order of the document; not where a section is a label. */
function peopleInSections(parts: DocumentParts, sections: readonly Section[]): Choice<readonly string[]> | undefined {
  const labels = new Set(parts.labels.of('people').map(({ line }) => line));
  const told = sections.flatMap((section) => {
    const value = section.kind === 'people' && !labels.has(section.line) ? namesIn(section, parts) : [];
    return value.length > 0 ? [{ section, value }] : [];
  });
  const [first] = told;
  if (!first) return undefined;
  const { heading, line } = first.section;
  return { value: told.flatMap(({ value }) => value), origin: { rule: `heading "${heading}"`, line } };
}

function namesIn(section: Section, parts: DocumentParts): string[] {
  return named(
    blocksIn(section, parts.outline.blocks).flatMap((block) => {
      if (block.kind === 'row') return proseOf(block, parts).flatMap((text) => peopleIn(text, false));
      const isProse = block.kind === 'paragraph' || block.kind === 'item';
      const text = isProse ? textOf(block, section, parts) : undefined;
      return text === undefined ? [] : peopleIn(text, block.kind === 'paragraph');
    }),
  );
}

/** First names as the full name that begins with them, where the people or else the text tell of one, and of one only. */
function inFull(names: readonly string[], lines: readonly TextLine[]): string[] {
  return names.map((name) => {
    if (name.includes(' ')) return name;
    const full = names.filter((other) => other.startsWith(`${name} `));
    const [only, ...others] = new Set(full.length > 0 ? full : fullNamesIn(lines, name));
    return only !== undefined && others.length === 0 ? only : name;
  });
}

/** The names in a text of two words that begin with a first name. */
function fullNamesIn(lines: readonly TextLine[], first: string): string[] {
  if (!isNameWord(first)) return [];
  return lines.flatMap(({ text }) => {
    const found: string[] = [];
    for (let at = text.indexOf(`${first} `); at >= 0; at = text.indexOf(`${first} `, at + 1)) {
      const last = /^[\p{L}\p{M}-]{2,30}/u.exec(text.slice(at + first.length + 1, at + first.length + 40))?.[0];
      const isWord = at === 0 || !/[\p{L}\p{M}\p{N}'’-]/u.test(text[at - 1] ?? '');
      if (isWord && last !== undefined && isNameWord(last)) found.push(`${first} ${last}`);
    }
    return found;
  });
}

function textField(parts: DocumentParts, names: readonly string[]): Choice<string> | undefined {
  const field = firstField(parts.fields, names);
  const value = asText(field?.value);
  return field && value && !isPlaceholder(value)
    ? { value: parts.plain(value), origin: fieldOrigin(field) }
    : undefined;
}

function textLabel(parts: DocumentParts, field: LabelField): Choice<string> | undefined {
  const label = parts.labels.of(field)[0];
  return label && { value: label.value, origin: { rule: `label "${label.words}"`, line: label.line } };
}

function listField(
  parts: DocumentParts,
  names: readonly string[],
  split: (text: string) => string[],
  splitsItems = false,
): Choice<readonly string[]> | undefined {
  const field = firstField(parts.fields, names);
  if (!field) return undefined;
  const texts = asList(field.value).map(parts.plain);
  const value = named(splitsItems || typeof field.value === 'string' ? texts.flatMap(split) : texts);
  return value.length > 0 ? { value, origin: fieldOrigin(field) } : undefined;
}

/** All fields that name people, in their order in the list of fields. */
function peopleInFields(parts: DocumentParts): Choice<readonly string[]> | undefined {
  if (parts.fields.size === 0) return undefined;
  const told = peopleFields.flatMap((name) => listField(parts, [name], splitPeople) ?? []);
  const first = told[0];
  return first && { value: named(told.flatMap(({ value }) => value.map(withoutRemark))), origin: first.origin };
}

function listLabel(
  parts: DocumentParts,
  field: LabelField,
  split: (text: string) => string[],
): Choice<readonly string[]> | undefined {
  const labels = parts.labels.of(field);
  // One label says what was affected; several may name people.
  const used = field === 'people' ? labels.toSorted((a, b) => a.start - b.start) : labels.slice(0, 1);
  const value = named(used.flatMap(({ value, items }) => (items.length > 0 ? items.flatMap(split) : split(value))));
  const first = used[0];
  return first && value.length > 0
    ? { value, origin: { rule: `label "${first.words}"`, line: first.line } }
    : undefined;
}

function listSection(
  parts: DocumentParts,
  sections: readonly Section[],
  isIt: (section: Section) => boolean,
  split: (text: string) => string[],
): Choice<readonly string[]> | undefined {
  const section = sections.find(isIt);
  if (!section) return undefined;
  const texts = blocksIn(section, parts.outline.blocks).flatMap((block) => proseOf(block, parts));
  const value = named(texts.flatMap(split));
  return value.length > 0 ? { value, origin: { rule: `heading "${section.heading}"`, line: section.line } } : undefined;
}

function proseOf(block: Block, parts: DocumentParts): string[] {
  if (block.kind === 'row') return block.isHeader ? [] : [parts.plain(block.cells[0] ?? '')];
  return block.kind === 'paragraph' || block.kind === 'item' ? [parts.plain(rawText(block))] : [];
}

/** Whether what stands below a heading may be a fact of the review rather than a part of its story: what was affected, how bad it was. */
export function headsFacts(heading: string): boolean {
  return namesServices(heading) || severityNames.has(comparable(heading));
}

function namesServices(heading: string): boolean {
  return (
    /affected|impacted/i.test(heading) &&
    /^(?:affected|impacted) (?:services|systems|components)$/.test(comparable(heading))
  );
}

/** A section "Severity": what is bold in it, else its first line. */
function severityHeading(parts: DocumentParts, sections: readonly Section[]): Choice<string> | undefined {
  const section = sections.find(({ heading }) => heading.length < 24 && severityNames.has(comparable(heading)));
  const block =
    section &&
    blocksIn(section, parts.outline.blocks).find((each) => each.kind === 'paragraph' || each.kind === 'item');
  if (!section || !block || (block.kind !== 'paragraph' && block.kind !== 'item')) return undefined;
  const bold = /\*\*([^*]{1,100})\*\*/.exec(rawText(block))?.[1];
  const value = parts.plain(bold ?? block.lines[0]?.text ?? '');
  return isPlaceholder(value)
    ? undefined
    : { value, origin: { rule: `heading "${section.heading}"`, line: section.line } };
}

function named(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

function fieldOrigin(field: Field) {
  return { rule: `field "${field.name}"`, line: field.line };
}
