import type { Finding } from '../finding';
import { plainText } from '../text/plainText';
import type { TextLine } from '../text/textLine';
import { chooseDate } from './chooseDate';
import { choosePeople, chooseServices, chooseSeverity, chooseStatus, chooseTags, isDraft } from './chooseFacts';
import { chooseId } from './chooseId';
import { chooseItems, chooseSummary, firstParagraph } from './chooseStory';
import { chooseTitle, displayTitle, titleHeading } from './chooseTitle';
import type { Choice, DocumentParts } from './documentParts';
import type { Fields } from './fields';
import type { FileName } from './fileName';
import { findMaterials } from './findMaterials';
import { findMoments } from './findMoments';
import { findRelated } from './findRelated';
import type { FrontMatter } from './frontMatter';
import { findLabels } from './labels';
import type { LibraryRules } from './libraryRules';
import type { Outline } from './outline';
import type { ReviewFile } from './readReviews';
import { readSections } from './readSections';
import type { DocumentFormat, Origin, ReviewDocument, ReviewField } from './review';
import { sectionAt } from './sectionBlocks';
import { sourceFiles } from './sourceFiles';

/** What is known of a document before the rules choose its fields. */
export interface ReviewParts {
  readonly file: ReviewFile;
  readonly rules: LibraryRules;
  readonly name: FileName;
  readonly format: DocumentFormat;
  readonly front: FrontMatter;
  readonly outline: Outline;
  /** The lines below the front matter. */
  readonly lines: readonly TextLine[];
}

/** Sections whose labels are not about the review. */
const notOfTheReview = /^(?:followUps|transcript|excluded)$/;

/** Puts a review together: each field by the first of its rules that hits, with the rule and line that gave it. */
export function makeReview({ file, rules, name, format, front, outline, lines }: ReviewParts): ReviewDocument {
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
  const id = chooseId(parts, title);
  const files = sourceFiles(file.neighbours, rules);
  const paragraph = firstParagraph(parts, sections);
  const status = chooseStatus(parts);
  const severity = chooseSeverity(parts, sections);
  const date = chooseDate(parts, title, heading?.text, sections);
  const summary = chooseSummary(parts, sections, paragraph);
  const services = chooseServices(parts, sections);
  const tags = chooseTags(parts);
  const people = choosePeople(parts, sections);
  const surprises = chooseItems('surprises', parts, sections);
  const difficulties = chooseItems('difficulties', parts, sections);
  const contributors = chooseItems('contributors', parts, sections);
  const related = findRelated(file, parts, sections, files, [id.value, ...id.aliases]);

  return {
    key: file.key,
    source: file.source,
    path: file.path,
    format,
    id: id.value,
    idFrom: id.from,
    aliases: id.aliases,
    title: displayTitle(title.value, id.value),
    rawTitle: title.value,
    ...optional('date', date),
    ...optional('status', status),
    ...optional('severity', severity),
    ...optional('summary', summary),
    ...(paragraph ? { firstParagraph: paragraph.value } : {}),
    services: services?.value ?? [],
    tags: tags?.value ?? [],
    people: people?.value ?? [],
    surprises: surprises?.value ?? [],
    difficulties: difficulties?.value ?? [],
    contributors: contributors?.value ?? [],
    related: related?.value ?? [],
    materials: findMaterials(file, parts, sections, files),
    sections,
    moments: findMoments(parts, sections),
    text: file.text,
    isDraft: isDraft(parts, status?.value),
    isTruncated: file.isTruncated,
    origins: originsOf({
      id,
      title,
      date,
      status,
      severity,
      services,
      tags,
      people,
      summary,
      surprises,
      difficulties,
      contributors,
      related,
    }),
    findings: findingsOf(file, front),
  };
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

function optional<Name extends string>(
  name: Name,
  choice: Choice<string> | undefined,
): { readonly [Key in Name]?: string } {
  return (choice ? { [name]: choice.value } : {}) as { readonly [Key in Name]?: string };
}

function originsOf(
  choices: Readonly<Record<ReviewField, { readonly origin: Origin } | undefined>>,
): Partial<Record<ReviewField, Origin>> {
  const origins: Partial<Record<ReviewField, Origin>> = {};
  for (const [field, choice] of Object.entries(choices)) if (choice) origins[field as ReviewField] = choice.origin;
  return origins;
}

function findingsOf(file: ReviewFile, front: FrontMatter): Finding[] {
  const findings: Finding[] = [];
  if (front.problem) {
    const message = `The front matter cannot be read in full. ${front.problem.message} The text below it is indexed; mend line ${front.problem.line} to have its fields too.`;
    findings.push({
      code: 'unreadable-front-matter',
      message,
      path: file.path,
      line: front.problem.line,
      severity: 'warning',
    });
  }
  if (file.isTruncated) {
    const message =
      'The document is longer than 256 kB. Only its beginning is indexed and searched; divide it to have the rest too.';
    findings.push({ code: 'too-long', message, path: file.path, severity: 'information' });
  }
  return findings;
}

function merged(front: Fields, inside: Fields): Fields {
  if (inside.size === 0) return front;
  return new Map([...inside, ...front]);
}
