import type { PassageHit } from '../../core/reviews/search';
import { citationName } from '../../core/wording/citationName';
import { type AgentAnswer, longestAnswer } from './agentAnswer';
import type { AgentSource } from './agentSource';
import { inQuotes, quotationNote, quotedLine } from './quoted';
import type { ToolInput } from './toolInput';

const usualCount = 8;
const mostHits = 20;

/** Passages of reviews in which words stand, best first. What was said in transcripts is neither searched nor told. */
export async function searchIncidentReviews(input: ToolInput, source: AgentSource): Promise<AgentAnswer> {
  const query = input.text('query');
  const count = input.count('limit', usualCount, mostHits);
  const { library } = await source.names();
  if (library.reviews.length === 0) return { text: 'There are no incident reviews here.' };
  const search = await source.search();
  const hits = search.findPassages(query, count, 'without').filter(({ isTranscript }) => !isTranscript);
  if (hits.length === 0)
    return {
      text: `Nothing in ${library.reviews.length} incident reviews matches ${inQuotes(query)}. Try other words.`,
    };
  const parts = [`Passages of incident reviews for ${inQuotes(query)}, best first. ${quotationNote}`];
  let room = longestAnswer - footer.length - (parts[0]?.length ?? 0) - 4;
  for (const [at, hit] of hits.entries()) {
    const part = partOf(hit, at + 1);
    if (part.length + 2 > room) break;
    parts.push(part);
    room -= part.length + 2;
  }
  return { text: [...parts, footer].join('\n\n') };
}

const footer = 'get_incident_review gives the story of one of them.';

function partOf({ review, headingPath, passage, line, excerpt }: PassageHit, number: number): string {
  const under = headingPath.map((heading) => inQuotes(heading, 100)).join(' › ');
  return [
    `${number}. ${inQuotes(review.id)} ${inQuotes(review.title)}`,
    ...(review.date === undefined ? [] : [`   happened: ${inQuotes(review.date, 40)}`]),
    `   file: ${inQuotes(review.path, 400)}, line ${line}`,
    ...(under === '' ? [] : [`   under: ${under}`]),
    ...(passage === undefined ? [] : [`   cite it as: ${inQuotes(citationName(review.id, passage))}`]),
    quotedLine(excerpt),
  ].join('\n');
}
