import { plainText } from '../text/plainText';
import type { TextLine } from '../text/textLine';
import { chooseDate } from './chooseDate';
import { choosePeople, chooseServices, chooseSeverity, chooseStatus, chooseTags } from './chooseFacts';
import { type ChosenId, chooseId } from './chooseId';
import { chooseTitle, titleHeading } from './chooseTitle';
import type { Choice, DocumentParts } from './documentParts';
import type { Fields } from './fields';
import type { FileName } from './fileName';
import type { FrontMatter } from './frontMatter';
import { findLabels } from './labels';
import type { LibraryRules } from './libraryRules';
import type { Outline } from './outline';
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

/** The facts of a review, each with the rule that gave it. */
export interface Facts {
  readonly id: ChosenId;
  readonly title: Choice<string>;
  readonly date: Choice<string> | undefined;
  readonly status: Choice<string> | undefined;
  readonly severity: Choice<string> | undefined;
  readonly services: Choice<readonly string[]> | undefined;
  readonly tags: Choice<readonly string[]> | undefined;
  readonly people: Choice<readonly string[]> | undefined;
}

/** A review whose text was read, with all that the rules for its fields need. */
export interface OpenReview extends ReviewSource {
  readonly parts: DocumentParts;
  readonly sections: readonly Section[];
  readonly facts: Facts;
}

/** Sections whose labels are not about the review. */
const notOfTheReview = /^(?:followUps|transcript|excluded)$/;

/** Finds labels and sections in a text, and chooses the facts of the review: each by the first of its rules that hits. */
export function openReview(source: ReviewSource, { front, outline, lines }: TextParts): OpenReview {
  const { file, rules, name } = source;
  const references = outline.references.size > 0 ? new Set(outline.references.keys()) : undefined;
  const plain = remembering((raw) => plainText(raw, outline.markup, references));
  const labels = findLabels(outline, rules, plain, lines[0]?.line ?? 1);
  const fields = merged(front.fields, outline.fields);
  const whole: DocumentParts = { name, fields, outline, labels, rules, lines, plain };
  const heading = titleHeading(whole);
  const sections = readSections(whole, heading, file.text.length);
  // Follow-ups have owners and states of their own; what is excluded says nothing.
  const parts = {
    ...whole,
    labels: labels.where(({ start }) => !notOfTheReview.test(sectionAt(sections, start)?.kind ?? '')),
  };
  const title = chooseTitle(parts, heading);
  const facts: Facts = {
    id: idOfPart(chooseId(parts, title), source.part),
    title,
    date: chooseDate(parts, title, heading?.text, sections),
    status: chooseStatus(parts),
    severity: chooseSeverity(parts, sections),
    services: chooseServices(parts, sections),
    tags: chooseTags(parts),
    people: choosePeople(parts, sections),
  };
  return { ...source, parts, sections, facts };
}

/** A part of a file has its id from its heading, unless it says another. */
function idOfPart(id: ChosenId, part: ReviewPart | undefined): ChosenId {
  if (!part || id.from === 'frontMatter' || id.from === 'label') return id;
  return { ...id, from: 'heading', origin: { rule: 'heading', line: part.line } };
}

/** Several rules ask for the same words; each is worked out once. */
function remembering(work: (raw: string) => string): (raw: string) => string {
  const known = new Map<string, string>();
  return (raw) => {
    let plain = known.get(raw);
    if (plain === undefined) {
      plain = work(raw);
      known.set(raw, plain);
    }
    return plain;
  };
}

function merged(front: Fields, inside: Fields): Fields {
  if (inside.size === 0) return front;
  return new Map([...inside, ...front]);
}
