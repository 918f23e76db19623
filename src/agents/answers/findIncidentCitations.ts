import type { IndexedCitation } from '../../core/citations/citationIndex';
import { isSpoken } from '../../core/citations/isSpoken';
import type { KnownIds } from '../../core/citations/knownIds';
import { readableSentence } from '../../core/wording/readableSentence';
import { type AgentAnswer, longestAnswer } from './agentAnswer';
import type { AgentSource } from './agentSource';
import { inQuotes, quotationNote, quotedLine } from './quoted';
import { noReview, reviewsNamed } from './reviewNamed';
import type { ToolInput } from './toolInput';

const usualCount = 40;
const mostCitations = 100;

/** Where code and documents cite a review, with the sentences in which they do: documents first, then code. */
export async function findIncidentCitations(input: ToolInput, source: AgentSource): Promise<AgentAnswer> {
  const id = input.text('id');
  const count = input.count('limit', usualCount, mostCitations);
  const known = await source.names();
  const reviews = reviewsNamed(known, id);
  const { index, isComplete } = await source.citations();
  const found = reviews.length > 0 ? [...new Set(reviews.flatMap((review) => index.of(review)))] : index.ofUnknown(id);
  if (reviews.length === 0 && found.length === 0) throw noReview(known, id);
  return { text: told(id, found, count, known, isComplete) };
}

function told(
  id: string,
  found: readonly IndexedCitation[],
  count: number,
  known: KnownIds,
  isComplete: boolean,
): string {
  const unsure = isComplete ? '' : ' The search of the workspace was stopped, so there may be more.';
  if (found.length === 0) return `Nothing here cites ${inQuotes(id)}.${unsure}`;
  const places = found.length === 1 ? 'one place' : `${found.length} places`;
  const parts = [`${inQuotes(id)} is cited in ${places}.${unsure} ${quotationNote}`];
  let room = longestAnswer - (parts[0]?.length ?? 0) - 200;
  for (const each of found.slice(0, count)) {
    const part = partOf(each, known);
    if (part.length + 2 > room) break;
    parts.push(part);
    room -= part.length + 2;
  }
  const left = found.length - (parts.length - 1);
  if (left > 0) parts.push(`${left} more are not listed here.`);
  return parts.join('\n\n');
}

const kinds: Readonly<Record<IndexedCitation['citation']['kind'], string>> = {
  comment: 'in a comment',
  prose: 'in a document',
  diagram: 'in a diagram',
  string: 'in a string',
  review: 'in another review',
};

function partOf(indexed: IndexedCitation, known: KnownIds): string {
  const { path, line, kind, text } = indexed.citation;
  const place = `${inQuotes(path, 400)}, line ${line}, ${kinds[kind]}, as ${inQuotes(text, 120)}`;
  // What somebody said in a conversation is linked to, never quoted.
  if (isSpoken(indexed, known.library)) return `${place}: said in a transcript.`;
  return `${place}:\n${quotedLine(readableSentence(indexed.citation, 400))}`;
}
