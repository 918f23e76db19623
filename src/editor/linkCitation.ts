import * as vscode from 'vscode';
import { linkedCitation } from '../core/wording/linkedCitation';
import { shortLine } from '../core/wording/shortLine';
import { citingDocument } from '../host/citing';
import { toRange } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';

const kind = vscode.CodeActionKind.RefactorRewrite.append('link');

/** Offers, on an id, a path or an address of a review that stands bare in prose, to make it a link that says the title. */
export function registerLinkCitation(citations: TrackedCitations): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    '*',
    {
      provideCodeActions(document, range, { only }) {
        if (only && !only.contains(kind)) return [];
        const citation = citations.at(document, range.start);
        const [review] = citation?.reviews ?? [];
        const edit = citation && review && linkedCitation(citation, citingDocument(document, review, citations));
        if (!edit) return [];
        const action = new vscode.CodeAction(vscode.l10n.t('Make a Link of {0}', shortLine(citation.text, 60)), kind);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, toRange(document, edit), edit.text);
        return [action];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}
