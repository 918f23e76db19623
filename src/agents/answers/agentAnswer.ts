/** What an agent is told. `isError` says that the question could not be answered; the text says what to ask instead. */
export interface AgentAnswer {
  readonly text: string;
  readonly isError?: boolean;
}

/** No answer is longer, in UTF-16 units: an agent that wants more asks for a passage. */
export const longestAnswer = 16_000;
