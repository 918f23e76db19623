import * as vscode from 'vscode';
import type { MarginNote } from '../core/reviews/marginNote';
import type { ReviewDocument } from '../core/reviews/review';
import { citedPassage } from '../core/wording/citedPassage';
import { insertableLine } from '../core/wording/oneLine';
import { shortLine } from '../core/wording/shortLine';
import type { MarginNotes } from '../host/marginNotes';
import { plainMessage } from '../host/plainMessage';

/** So much of a passage is kept with a question, in UTF-16 units. */
const longestWords = 300;

/** Asks the reader for a question about words of a review, and keeps it; nothing where they think better of it. */
export async function askQuestion(
  review: ReviewDocument,
  at: Pick<MarginNote, 'line' | 'words' | 'passage'>,
  notes: MarginNotes,
): Promise<void> {
  const { key, id, title, people } = review;
  const words = insertableLine(at.words).slice(0, longestWords);
  const question = await inputQuestion(
    people.length === 0
      ? vscode.l10n.t('About “{0}”. Your questions stay on this machine.', shortLine(words, 100))
      : vscode.l10n.t(
          'About “{0}”, for {1}. Your questions stay on this machine.',
          shortLine(words, 100),
          people.join(', '),
        ),
    '',
  );
  if (question === undefined || question === '') return;
  const passage = at.passage !== undefined && citedPassage(review, at.passage) ? { passage: at.passage } : {};
  await notes.add({ review: { key, id, title }, ...passage, words, line: at.line, question });
}

/** Lets the reader change a question; one that is left without words stays as it was. */
export async function changeQuestion(number: number, notes: MarginNotes): Promise<void> {
  const note = notes.all.find((each) => each.number === number);
  if (!note) return;
  const question = await inputQuestion(vscode.l10n.t('About “{0}”', shortLine(note.words, 100)), note.question);
  if (question !== undefined && question !== '') await notes.change(number, question);
}

/** Takes a question back, until the reader wants it again. */
export async function removeQuestion(number: number, notes: MarginNotes): Promise<void> {
  const note = notes.all.find((each) => each.number === number);
  if (!note) return;
  await notes.remove(number);
  const undo = vscode.l10n.t('Undo');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Your question is removed.'), undo);
  if (chosen === undo) await notes.restore(note);
}

async function inputQuestion(prompt: string, value: string): Promise<string | undefined> {
  const question = await vscode.window.showInputBox({
    title: vscode.l10n.t('A Question for a Conversation'),
    placeHolder: vscode.l10n.t('What would you ask somebody who was there?'),
    prompt: plainMessage(prompt),
    value,
  });
  return question?.trim();
}
