import { comparable } from '../text/comparable';
import { onFirstUse } from '../text/onFirstUse';
import { collapse } from '../text/plainText';
import { UniqueSlugs } from '../text/slugs';
import type { DocumentParts } from './documentParts';
import type { Label } from './labels';
import { labelWords } from './labelWords';
import type { Heading } from './outline';
import type { Section, SectionKind } from './review';
import { sectionKind } from './sectionKinds';

/** Labels that say something about the document rather than tell a part of the story. */
export const aboutTheDocument: () => ReadonlySet<string> = onFirstUse(
  () =>
    new Set(
      (['id', 'title', 'date', 'severity', 'status', 'services', 'tags', 'people', 'related'] as const)
        .flatMap((field) => labelWords[field])
        .map(comparable),
    ),
);

/** Where a section begins, before it is known where it ends. */
interface Start {
  readonly heading: string;
  readonly level: number;
  readonly line: number;
  readonly start: number;
  readonly bodyStart: number;
  readonly isTitle: boolean;
}

/**
 * The sections of a document, in order: what stands under each heading, and under bold labels where there are no headings.
 *
 * A section below another tells about the same thing unless its own heading says otherwise. `title` is the heading that names the document.
 */
export function readSections(parts: DocumentParts, title: Heading | undefined, end: number): Section[] {
  const starts = findStarts(parts, title);
  const slugs = new UniqueSlugs();
  const above: { level: number; kind: SectionKind }[] = [];
  return starts.map((each, index) => {
    while (above.length > 0 && (above.at(-1)?.level ?? 0) >= each.level) above.pop();
    const kind = each.isTitle ? 'other' : kindBelow(sectionKind(each.heading, parts.rules), above.at(-1)?.kind);
    above.push({ level: each.level, kind });
    return {
      heading: withoutShortcodes(each.heading),
      kind,
      level: each.level,
      line: each.line,
      passage: slugs.next(each.heading),
      start: each.start,
      bodyStart: Math.min(each.bodyStart, starts[index + 1]?.start ?? end),
      end: starts[index + 1]?.start ?? end,
    };
  });
}

function kindBelow(own: SectionKind, above: SectionKind | undefined): SectionKind {
  return above === 'excluded' || (own === 'other' && above !== undefined) ? above : own;
}

function findStarts(parts: DocumentParts, title: Heading | undefined): Start[] {
  const headings = parts.outline.blocks.filter((block) => block.kind === 'heading');
  const starts = headings.map((heading): Start => {
    const { level, line, start, bodyStart } = heading;
    return { heading: parts.plain(heading.text), level, line, start, bodyStart, isTitle: heading === title };
  });
  const firstReal = headings.find((heading) => heading !== title)?.start;
  const labels = parts.labels.all.filter((label) => isSection(label, parts, firstReal));
  const level = (title?.level ?? 0) + 1;
  const fromLabels = labels.map((label): Start => {
    const { words, line, start, valueStart } = label;
    return { heading: words, level, line, start, bodyStart: valueStart, isTitle: false };
  });
  return [...starts, ...fromLabels].sort((a, b) => a.start - b.start);
}

/** Whether a label begins a part of the story. `firstReal` is where the first heading but the title stands, if any does. */
function isSection(label: Label, parts: DocumentParts, firstReal: number | undefined): boolean {
  if (label.form === 'table' || label.form === 'heading' || aboutTheDocument().has(label.name)) return false;
  const kind = sectionKind(label.words, parts.rules);
  if (kind === 'transcript' && label.form === 'bold' && label.isAlone) return true;
  if (firstReal !== undefined) return label.form === 'bold' && isTelling(kind) && label.start < firstReal;
  if (label.form === 'plain') return isTelling(kind) && label.indent === 0;
  return kind !== 'other' || label.indent === 0;
}

function isTelling(kind: SectionKind): boolean {
  return kind !== 'other' && kind !== 'people';
}

export function withoutShortcodes(heading: string): string {
  const words = collapse(heading.includes(':') ? heading.replace(/:[a-z+][a-z0-9_+-]{1,40}:/g, ' ') : heading);
  if (words === '') return heading;
  return words.endsWith(':') || words.endsWith('：') ? words.slice(0, -1).replace(/\s{1,2}$/, '') : words;
}
