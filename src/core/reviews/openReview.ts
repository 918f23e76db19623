import type { Markup } from '../text/markup';
import { mayHoldMarks, plainText } from '../text/plainText';
import type { TextLine } from '../text/textLine';
import { titleHeading } from './chooseTitle';
import type { DocumentParts } from './documentParts';
import type { Fields } from './fields';
import type { FileName } from './fileName';
import type { FrontMatter } from './frontMatter';
import { findLabels } from './labels';
import type { LibraryRules } from './libraryRules';
import type { Heading, Outline } from './outline';
import type { ReviewFile } from './readReviews';
import { readSections } from './readSections';
import type { DocumentFormat, Section } from './review';
import { sectionAt } from './sectionBlocks';
import type { ReviewPart } from './splitReviews';

/** What a review is read from. */
export interface ReviewSource {
  readonly file: ReviewFile;
  readonly rules: LibraryRules;
  readonly name: FileName;
  readonly format: DocumentFormat;
  /** The stretch of the file that is the review, where the file holds several; `file.text` is that stretch then. */
  readonly part?: ReviewPart;
}

/** What stands in a text, whatever its format. */
export interface TextParts {
  readonly front: FrontMatter;
  readonly outline: Outline;
  /** The lines below the front matter. */
  readonly lines: readonly TextLine[];
}

/** A review whose text was read, with all that the rules for its fields need. */
export interface OpenReview extends ReviewSource {
  readonly front: FrontMatter;
  readonly parts: DocumentParts;
  /** The heading that names the document. */
  readonly heading: Heading | undefined;
  readonly sections: readonly Section[];
}

/** Sections whose labels are not about the review. */
const notOfTheReview = /^(?:followUps|transcript|excluded)$/;

/** Finds the labels and sections in a text, and the heading that names it. */
export function openReview(source: ReviewSource, { front, outline, lines }: TextParts): OpenReview {
  const { file, rules, name } = source;
  const references = outline.references.size > 0 ? new Set(outline.references.keys()) : undefined;
  const plain = plainly(outline.markup, references);
  const labels = findLabels(outline, rules, plain, lines[0]?.line ?? 1);
  const fields = merged(front.fields, outline.fields);
  const body = () => outline.blocks;
  const whole: DocumentParts = { name, fields, outline, body, labels, rules, lines, plain };
  const heading = titleHeading(whole);
  const sections = readSections(whole, heading, file.text.length);
  // Follow-ups have owners and states of their own; what is excluded says nothing.
  const parts = {
    ...whole,
    labels: labels.where(({ start }) => !notOfTheReview.test(sectionAt(sections, start)?.kind ?? '')),
  };
  return { ...source, front, parts, heading, sections };
}

/** How long words may be to be remembered: to find long ones again costs what it takes to read them. */
const longestRemembered = 100;

/** Takes marks away. Several rules ask for the same words; where there are marks in them, each is worked out once. */
export function plainly(markup: Markup, references: ReadonlySet<string> | undefined): (raw: string) => string {
  let known: Map<string, string> | undefined;
  return (raw) => {
    if (raw.length > longestRemembered || !mayHoldMarks(raw, markup)) return plainText(raw, markup, references);
    known ??= new Map();
    let plain = known.get(raw);
    if (plain === undefined) {
      plain = plainText(raw, markup, references);
      known.set(raw, plain);
    }
    return plain;
  };
}

function merged(front: Fields, inside: Fields): Fields {
  if (inside.size === 0) return front;
  return new Map([...inside, ...front]);
}
