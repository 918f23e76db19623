import { mayHoldDate } from '../text/findDates';
import { plainText } from '../text/plainText';
import { remembering } from '../text/remembering';
import { headsFacts } from './chooseFacts';
import { isTitleLabel, titleHeading } from './chooseTitle';
import type { DocumentParts } from './documentParts';
import { isHeadingLabel, Labels } from './labels';
import { defaultRules, type LibraryRules } from './libraryRules';
import { type OpenReview, plainly, type ReviewSource, type TextParts } from './openReview';
import type { Block, Outline } from './outline';
import { withoutShortcodes } from './readSections';
import { sectionKind } from './sectionKinds';
import { skimMarkdown } from './skimMarkdown';

/** A review that was opened for its facts alone: its sections were not read. */
export interface SkimmedReview extends OpenReview {
  /** Whether headings alone begin sections, and nobody speaks in quotes or code. */
  readonly isOnlyProse: boolean;
}

/**
 * Opens a review for its facts alone, by looking through its text instead of reading it; `read` reads it.
 *
 * Nothing for what is not written plainly: Markdown whose facts stand in its front matter, the heading that names it, labels above its
 * first section and the name of its file. The rules choose the same facts of it as of the text that was read; a test compares them.
 */
export function skimReview(source: ReviewSource, read: () => TextParts): SkimmedReview | undefined {
  const { file, rules, name, format } = source;
  if (format !== 'markdown' || rules.split === 'heading') return undefined;
  const plain = plainly('markdown', undefined);
  const skimmed = skimMarkdown(file.text, rules, plain);
  if (!skimmed) return undefined;
  const { front, headings, labels, bodyStart } = skimmed;
  const blocks: readonly Block[] = skimmed.beginsWithHeading ? headings : [someProse, ...headings];
  const outline: Outline = { markup: 'markdown', blocks, fields: none.fields, links: [], references: none.references };
  const parts: DocumentParts = {
    name,
    fields: front.fields,
    outline,
    body: () => (mayHoldDate(file.text, bodyStart) ? read().outline.blocks : blocks),
    labels: labels.length === 0 ? none.labels : new Labels(labels, rules),
    rules,
    lines: [],
    plain,
  };
  const heading = titleHeading(parts);
  // Facts below a section are sought in it, and a section may be one that tells nothing of the review.
  if (labels.length > 0 && headings[0] !== heading && (headings[0]?.start ?? Infinity) < (labels.at(-1)?.start ?? 0))
    return undefined;
  const mayHoldFacts = headingsOfFacts(rules);
  for (const each of headings)
    if (each === heading ? namesFact(plain(each.text)) : mayHoldFacts(each.text)) return undefined;
  return { ...source, front, parts, heading, sections: [], isOnlyProse: skimmed.isOnlyProse };
}

/** Stands for whatever a document begins with that is no heading. */
const someProse: Block = { kind: 'paragraph', lines: [], indent: 0, isFolded: false, start: 0, end: 0, line: 1 };

const none = { fields: new Map(), references: new Map(), labels: new Labels([], defaultRules) };

/** What the headings of sections mean to facts, by the rules of the library: documents of one library have many in common. */
const byRules = new WeakMap<LibraryRules, (heading: string) => boolean>();

function headingsOfFacts(rules: LibraryRules): (heading: string) => boolean {
  let known = byRules.get(rules);
  if (!known) {
    known = remembering((text) => {
      const words = plainText(text);
      const kind = sectionKind(words, rules);
      return kind === 'people' || kind === 'excluded' || namesFact(words);
    });
    byRules.set(rules, known);
  }
  return known;
}

function namesFact(words: string): boolean {
  const colon = words.search(/[:：]/);
  return (
    isTitleLabel(words) ||
    isHeadingLabel(colon < 0 ? words : words.slice(0, colon)) ||
    headsFacts(words) ||
    headsFacts(withoutShortcodes(words))
  );
}
