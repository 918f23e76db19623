import * as vscode from 'vscode';
import { shortLine } from '../../core/wording/shortLine';
import type { ToolName } from '../answers/answerTool';

/** What the user sees before and while a tool runs: plain text, since what an agent asks for may hold anything. */
export function toolMessages(name: ToolName, input: unknown): vscode.PreparedToolInvocation {
  const asked = shortLine(wordsOf(input), 80);
  const { title, question, running } = messages(name, asked);
  return {
    invocationMessage: running,
    confirmationMessages: { title, message: new vscode.MarkdownString().appendText(question) },
  };
}

function messages(name: ToolName, asked: string): { title: string; question: string; running: string } {
  const { t } = vscode.l10n;
  switch (name) {
    case 'search_incident_reviews':
      return {
        title: t('Search the incident reviews?'),
        question: t(
          'The agent gets passages of reviews with these words: {0}. No transcripts; nothing is changed.',
          asked,
        ),
        running: t('Searching the incident reviews'),
      };
    case 'get_incident_review':
      return {
        title: t('Read an incident review?'),
        question: t(
          'The agent gets the story of {0}, without transcripts and excluded sections. Nothing is changed.',
          asked,
        ),
        running: t('Reading an incident review'),
      };
    case 'find_incident_citations':
      return {
        title: t('Find where a review is cited?'),
        question: t('The agent gets the sentences that cite {0}. Nothing is changed.', asked),
        running: t('Finding where a review is cited'),
      };
  }
}

/** What the agent asks for: its words, or the name of a review. */
function wordsOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return '';
  const asked = 'query' in input ? input.query : 'id' in input ? input.id : '';
  return typeof asked === 'string' ? asked.slice(0, 1000) : '';
}
