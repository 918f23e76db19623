import * as vscode from 'vscode';
import { addTheWhy, type Why } from '../core/wording/addTheWhy';
import { whyTitle } from '../core/wording/whyTitle';
import { toRange } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';

const kind = vscode.CodeActionKind.RefactorRewrite.append('why');

/** Offers, on a comment that names a review and says nothing else, to put a reason taken from the review into it. */
export function registerAddTheWhy(citations: TrackedCitations): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    '*',
    {
      provideCodeActions: (document, range, { only }) =>
        only && !only.contains(kind) ? [] : actionsAt(document, range.start, citations),
    },
    { providedCodeActionKinds: [kind] },
  );
}

function actionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  citations: TrackedCitations,
): vscode.CodeAction[] {
  const language = citations.languageOf(document);
  const offset = document.offsetAt(position);
  const group = citations.groups(document).find(({ start, end }) => start <= offset && offset <= end);
  const [citation, ...others] = group?.citations ?? [];
  if (!language || !group || !citation || others.length > 0) return [];
  const place = { text: document.getText(), language, ...layoutOf(document) };
  return addTheWhy(citation, group, place).map((why) => toAction(document, why));
}

function toAction(document: vscode.TextDocument, { reason, edit }: Why): vscode.CodeAction {
  const action = new vscode.CodeAction(whyTitle(reason), kind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, toRange(document, edit), edit.text);
  return action;
}

/** How wide tabs are drawn, and where the user has set rulers for comments. */
function layoutOf(document: vscode.TextDocument): { readonly tabSize: number; readonly rulers: readonly number[] } {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.options.tabSize;
  const configuration = vscode.workspace.getConfiguration('editor', document);
  const tabSize = typeof shown === 'number' ? shown : configuration.get<unknown>('tabSize');
  const rulers = configuration.get<unknown>('rulers');
  return {
    tabSize: typeof tabSize === 'number' && tabSize > 0 ? tabSize : 4,
    rulers: Array.isArray(rulers) ? rulers.map(columnOf).filter((column) => column > 0) : [],
  };
}

/** A ruler is a column, or an object that holds one and a color. */
function columnOf(ruler: unknown): number {
  const column = typeof ruler === 'object' && ruler !== null && 'column' in ruler ? ruler.column : ruler;
  return typeof column === 'number' ? column : 0;
}
