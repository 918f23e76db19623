import type { Choice, DocumentParts } from './documentParts';
import { asList, asText, firstField } from './fields';
import { isPlaceholder } from './isPlaceholder';
import { labelItems } from './labelItems';
import type { Label } from './labels';
import { isMailHeader } from './mailHeader';
import type { Prose } from './outline';
import type { Section } from './review';
import { blocksIn, sectionAt } from './sectionBlocks';
import { sectionKind } from './sectionKinds';
import { storyItems, textOf } from './storyItems';

/** How long a summary may grow by whole paragraphs. */
const longestSummary = 1000;
/** A first paragraph shorter than this is a date or a remark. */
const shortestSummary = 40;

type StoryKind = 'surprises' | 'difficulties' | 'contributors';

const storyFields: Readonly<Record<StoryKind, readonly string[]>> = {
  surprises: ['surprises', 'what_surprised_us', 'surprise', 'surprising', 'where_we_got_lucky', 'got_lucky'],
  difficulties: [
    'difficulties',
    'what_was_difficult',
    'what_was_hard',
    'what_was_confusing',
    'what_went_wrong',
    'went_wrong',
    'what_went_poorly',
  ],
  contributors: [
    'contributors',
    'contributing_factors',
    'contributing_causes',
    'root_cause',
    'root_causes',
    'cause',
    'causes',
  ],
};

/** What surprised people, what was difficult, or what contributed: front matter, sections, a label. */
export function chooseItems(
  kind: StoryKind,
  parts: DocumentParts,
  sections: readonly Section[],
): Choice<readonly string[]> | undefined {
  const field = firstField(parts.fields, storyFields[kind]);
  const told = asList(field?.value)
    .map(parts.plain)
    .filter((text) => !isPlaceholder(text));
  if (field && told.length > 0) {
    return { value: told, origin: { rule: `field "${field.name}"`, line: field.line } };
  }
  const own = sections.filter((section) => section.kind === kind);
  const plainLabels = own.length > 0 ? plainLabelLines(parts) : undefined;
  const value = own.flatMap(
    (section) =>
      (plainLabels?.has(section.line) ? labelItems(section, parts) : undefined) ?? storyItems(section, parts),
  );
  const first = own[0];
  if (first && value.length > 0) return { value, origin: { rule: `heading "${first.heading}"`, line: first.line } };
  const labels = labelsOf(kind, parts);
  const label = labels[0];
  if (!label) return undefined;
  const items = labels.flatMap((each) => (each.items.length > 0 ? each.items : [each.value]));
  return { value: items, origin: { rule: `label "${label.words}"`, line: label.line } };
}

/** The lines of the labels without marks that have their value behind them. */
function plainLabelLines(parts: DocumentParts): ReadonlySet<number> {
  return new Set(parts.labels.all.filter(({ form, isAlone }) => form === 'plain' && !isAlone).map(({ line }) => line));
}

/** The label that names the kind, else all bold ones whose words mean it. */
function labelsOf(kind: StoryKind, parts: DocumentParts): readonly Label[] {
  const [named] = parts.labels.of(kind);
  if (named) return [named];
  return parts.labels.all.filter(
    ({ form, value, words }) => form === 'bold' && !isPlaceholder(value) && sectionKind(words, parts.rules) === kind,
  );
}

/** What it was about: front matter, a section of that name, a label, else the first paragraph. */
export function chooseSummary(
  parts: DocumentParts,
  sections: readonly Section[],
  paragraph: Choice<string> | undefined,
): Choice<string> | undefined {
  const field = firstField(parts.fields, [
    'summary',
    'description',
    'abstract',
    'excerpt',
    'tldr',
    'synopsis',
    'overview',
  ]);
  const told = asText(field?.value);
  if (field && told && !isPlaceholder(told)) {
    return {
      value: wholeParagraphs(told.split(/\n\s*\n/).map(parts.plain)),
      origin: { rule: `field "${field.name}"`, line: field.line },
    };
  }
  return sectionSummary(parts, sections) ?? labelSummary(parts) ?? paragraph;
}

/** The first prose of the document over 40 characters, else the first there is: no table, no code, no hint of a template, no header of a letter, no list of links. */
export function firstParagraph(parts: DocumentParts, sections: readonly Section[]): Choice<string> | undefined {
  const labelled = new Set(parts.labels.all.map(({ line }) => line));
  const linked = linkedWords(parts);
  let short: Choice<string> | undefined;
  let shortest: Choice<string> | undefined;
  for (const block of parts.outline.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    if (/^(?:excluded|transcript)$/.test(sectionAt(sections, block.start)?.kind ?? '')) continue;
    if (block.isFolded || (labelled.has(block.line) && block.kind === 'paragraph' && block.lines.length < 3)) continue;
    if (isMailHeader(block)) continue;
    const text = textOf(block, outside, parts);
    if (text === undefined || text === '' || isPlaceholder(text) || isMostlyLinks(block, text, linked)) continue;
    const choice = { value: text, origin: { rule: 'first paragraph', line: block.line } };
    if (block.kind === 'paragraph' && text.length > shortestSummary) return choice;
    if (text.length > shortestSummary) short ??= choice;
    else if (block.kind === 'paragraph') shortest ??= choice;
  }
  return short ?? shortest;
}

/** Whether more than half of a block's words are those of links: it says where things are rather than what happened. */
function isMostlyLinks(block: Prose, text: string, linked: ReadonlyMap<number, number>): boolean {
  return block.lines.reduce((sum, { line }) => sum + (linked.get(line) ?? 0), 0) * 2 > text.length;
}

/** How many characters of each line, by its number, are the words of links. */
function linkedWords(parts: DocumentParts): ReadonlyMap<number, number> {
  const linked = new Map<number, number>();
  for (const { kind, line, words } of parts.outline.links) {
    if (kind !== 'image') linked.set(line, (linked.get(line) ?? 0) + parts.plain(words).length);
  }
  return linked;
}

/** A section that contains nothing, for text that is taken wherever it stands. */
const outside: Section = {
  heading: '',
  kind: 'other',
  level: 0,
  line: 0,
  passage: '',
  start: -1,
  bodyStart: -1,
  end: -1,
};

function sectionSummary(parts: DocumentParts, sections: readonly Section[]): Choice<string> | undefined {
  for (const section of sections) {
    if (section.kind !== 'summary') continue;
    const value = summaryOf(section, parts);
    if (value !== '') return { value, origin: { rule: `heading "${section.heading}"`, line: section.line } };
  }
  return undefined;
}

function summaryOf(section: Section, parts: DocumentParts): string {
  const prose = blocksIn(section, parts.outline.blocks).filter(
    ({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'quote',
  );
  const labelled = new Set(parts.labels.all.map(({ line }) => line));
  // Facts such as "Duration: 40 minutes" sum up nothing, unless there is nothing else.
  const told = prose.filter(({ line, start }) => start < section.bodyStart || !labelled.has(line));
  const texts = (told.length > 0 ? told : prose)
    .flatMap((block) => textOf(block, section, parts) ?? [])
    .filter((text) => !isPlaceholder(text));
  return wholeParagraphs(texts);
}

/** Whole paragraphs and items while they fit, one a line; from the first that says more than a date. */
function wholeParagraphs(texts: readonly string[]): string {
  const from = texts.findIndex((text) => text.length > shortestSummary);
  let summary = '';
  for (const text of texts.slice(Math.max(0, from))) {
    if (summary !== '' && summary.length + text.length > longestSummary) break;
    summary = summary === '' ? text : `${summary}\n${text}`;
  }
  return summary;
}

function labelSummary(parts: DocumentParts): Choice<string> | undefined {
  const label = parts.labels.of('summary')[0];
  return label && { value: label.value, origin: { rule: `label "${label.words}"`, line: label.line } };
}
