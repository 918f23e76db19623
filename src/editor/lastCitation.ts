import * as vscode from 'vscode';
import { reviewName } from '../core/citations/citationIndex';
import type { ReviewDocument } from '../core/reviews/review';
import { shortLine } from '../core/wording/shortLine';
import { type Commands, registerCommand, runCommand } from '../host/commands';
import type { LetGo } from '../host/letGo';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { toKey } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { type LastOne, LastOnes } from './lastOnes';

/** What the last citation is told with: where citations are, and what the user has let go. */
export interface LastCitationParts {
  readonly library: LiveLibrary;
  readonly citations: TrackedCitations;
  readonly workspaceCitations: WorkspaceCitations;
  readonly letGo: LetGo;
  readonly log: Log;
}

/**
 * Leaves a quiet hint where the last citation of a review in the workspace stood, with two ways to go on: read the review, or let it go.
 * It is gone when either was chosen, when something cites the review again, and when the file is closed.
 */
export function registerLastCitation(parts: LastCitationParts): vscode.Disposable {
  const { citations, workspaceCitations, letGo, log } = parts;
  const lastOnes = new LastOnes(citations, {
    isKnown: () => !parts.library.isReading && workspaceCitations.state === 'ready',
    isCited: (review, document) => isCitedElsewhere(parts, review, document),
  });
  const hints = vscode.languages.createDiagnosticCollection('precedent.lastCitation');
  let hasForgotten = false;
  const toldIn = (document: vscode.TextDocument) => lastOnes.in(document).filter(({ review }) => !letGo.has(review));
  const choose = async (key: unknown, id: unknown, then?: (review: ReviewDocument) => unknown) => {
    const review = parts.library.library.reviews.find((each) => each.key === key && each.id === id);
    if (!review) return;
    lastOnes.drop(review);
    await letGo.add(review);
    await then?.(review);
  };
  return vscode.Disposable.from(
    lastOnes,
    hints,
    lastOnes.onDidChange((document) => {
      hints.set(
        document.uri,
        toldIn(document).map((each) => toHint(document, each)),
      );
    }),
    workspaceCitations.onDidChange(() => {
      lastOnes.lookAgain();
      // Once in a window: an edit that is undone and made again is no news.
      if (hasForgotten || workspaceCitations.state !== 'ready') return;
      hasForgotten = true;
      void letGo.forget((review) => workspaceCitations.of(review).length > 0);
    }),
    vscode.languages.registerCodeActionsProvider(
      '*',
      {
        provideCodeActions: (document, range) =>
          toldIn(document)
            .filter((each) => range.intersection(toHint(document, each).range))
            .flatMap(({ review }) => actionsFor(review)),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    registerCommand('precedent.showWhatItSaid', log, (id, key) =>
      choose(key, id, (review) => runCommand('precedent.openReviewBeside', review.id, review.key)),
    ),
    registerCommand('precedent.letItGo', log, (id, key) => choose(key, id)),
  );
}

function isCitedElsewhere(
  { library, citations, workspaceCitations }: LastCitationParts,
  review: ReviewDocument,
  document: vscode.TextDocument,
): boolean {
  // A review that was renamed meanwhile goes on under its new id; one that is gone can be cited by nobody.
  const today = library.library.get(review.id);
  const names = new Set(today.map(reviewName));
  const own = toKey(document.uri);
  return (
    today.length === 0 ||
    today.some((each) => workspaceCitations.of(each).some(({ file }) => file !== own && file !== each.key)) ||
    vscode.workspace.textDocuments.some(
      (other) =>
        other !== document &&
        // The Git extension holds what a file was before as a document of its own.
        vscode.workspace.fs.isWritableFileSystem(other.uri.scheme) !== false &&
        citations.of(other).some(({ reviews }) => reviews.some((each) => names.has(reviewName(each)))),
    )
  );
}

function actionsFor({ id, key }: ReviewDocument): vscode.CodeAction[] {
  const name = shortLine(id, 80);
  return [
    toAction('precedent.showWhatItSaid', vscode.l10n.t('Show what {0} said', name), [id, key]),
    toAction('precedent.letItGo', vscode.l10n.t('Let {0} go', name), [id, key]),
  ];
}

function toAction(
  command: 'precedent.showWhatItSaid' | 'precedent.letItGo',
  title: string,
  given: Commands[typeof command],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: given };
  return action;
}

/** The hint where the citation stood: on the character there, or where nothing is left of the line, on the next one that says something. */
function toHint(document: vscode.TextDocument, { review, offset }: LastOne): vscode.Diagnostic {
  const position = document.positionAt(offset);
  const line = lineWithText(document, position.line);
  const { text } = document.lineAt(line);
  const start =
    line === position.line
      ? Math.max(0, Math.min(position.character, text.trimEnd().length - 1))
      : text.length - text.trimStart().length;
  const title = review.title === review.id ? '' : `: ${shortLine(review.title, 100)}`;
  const hint = new vscode.Diagnostic(
    new vscode.Range(line, start, line, Math.min(start + 1, text.length)),
    vscode.l10n.t('The last citation of {0} in this workspace stood here.', `${shortLine(review.id, 80)}${title}`),
    vscode.DiagnosticSeverity.Hint,
  );
  hint.source = 'Precedent';
  hint.code = 'last-citation';
  return hint;
}

function lineWithText(document: vscode.TextDocument, line: number): number {
  const says = (at: number) => at >= 0 && at < document.lineCount && !document.lineAt(at).isEmptyOrWhitespace;
  for (let away = 0; away < document.lineCount; away++) {
    if (says(line + away)) return line + away;
    if (says(line - away)) return line - away;
  }
  return line;
}
