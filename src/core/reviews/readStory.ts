import { chooseItems, chooseSummary, firstParagraph } from './chooseStory';
import { findMaterials } from './findMaterials';
import { findMoments } from './findMoments';
import { findRelated } from './findRelated';
import type { OpenReview } from './openReview';
import { originsOf } from './readFacts';
import type { ReviewDocument } from './review';
import { sourceFiles } from './sourceFiles';

/** The fields of a review that take its whole text to tell. */
export const storyFields = [
  'summary',
  'firstParagraph',
  'surprises',
  'difficulties',
  'contributors',
  'related',
  'materials',
  'sections',
  'moments',
  'origins',
] as const satisfies readonly (keyof ReviewDocument)[];

/** What a review tells beyond its facts. */
export type Story = Pick<ReviewDocument, (typeof storyFields)[number]>;

/**
 * Reads what the text tells of the incident: each field by the first of its rules that hits, with the rule and line that gave it.
 * `names` are the id and aliases of the review; `origins` tell where its facts were read.
 */
export function readStory(
  { file, rules, parts, sections }: OpenReview,
  names: readonly string[],
  origins: ReviewDocument['origins'],
): Story {
  const files = sourceFiles(file.neighbours, rules);
  const paragraph = firstParagraph(parts, sections);
  const summary = chooseSummary(parts, sections, paragraph);
  const surprises = chooseItems('surprises', parts, sections);
  const difficulties = chooseItems('difficulties', parts, sections);
  const contributors = chooseItems('contributors', parts, sections);
  const related = findRelated(file, parts, sections, files, names);
  return {
    ...(summary ? { summary: summary.value } : {}),
    ...(paragraph ? { firstParagraph: paragraph.value } : {}),
    surprises: surprises?.value ?? [],
    difficulties: difficulties?.value ?? [],
    contributors: contributors?.value ?? [],
    related: related?.value ?? [],
    materials: findMaterials(file, parts, sections, files),
    sections,
    moments: findMoments(parts, sections),
    origins: { ...origins, ...originsOf({ summary, surprises, difficulties, contributors, related }) },
  };
}
