import { UserError } from '../../core/userError';
import { type AgentAnswer, longestAnswer } from './agentAnswer';
import type { AgentSource } from './agentSource';
import { findIncidentCitations } from './findIncidentCitations';
import { getIncidentReview } from './getIncidentReview';
import { searchIncidentReviews } from './searchIncidentReviews';
import { ToolInput } from './toolInput';

type Tool = (input: ToolInput, source: AgentSource) => Promise<AgentAnswer>;

/** What agents may ask. Names, descriptions and inputs stand in package.json under `languageModelTools`. */
const tools = {
  search_incident_reviews: searchIncidentReviews,
  get_incident_review: getIncidentReview,
  find_incident_citations: findIncidentCitations,
} as const satisfies Record<string, Tool>;

/** A question that agents may ask. */
export type ToolName = keyof typeof tools;

/** All of them. */
export const toolNames = Object.keys(tools) as readonly ToolName[];

/** Whether there is such a question. */
export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(tools, name);
}

/**
 * Answers an agent, the same in the editor and as a server: reads, and changes nothing.
 *
 * Input that does not fit, and names that no review has, lead to an answer that says so; an answer is never longer than
 * {@link longestAnswer}.
 */
export async function answerTool(name: ToolName, input: unknown, source: AgentSource): Promise<AgentAnswer> {
  try {
    return withinLimit(await tools[name](new ToolInput(input), source));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { text: error.message, isError: true };
  }
}

/** Each tool keeps to the limit by leaving out whole parts; this is for names and paths that are longer than anybody's. */
function withinLimit(answer: AgentAnswer): AgentAnswer {
  if (answer.text.length <= longestAnswer) return answer;
  const end = answer.text.lastIndexOf('\n', longestAnswer - 20);
  return { ...answer, text: `${answer.text.slice(0, Math.max(end, 0))}\n(cut here)` };
}
