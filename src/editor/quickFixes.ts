import * as vscode from 'vscode';
import { ignoreEdit } from '../core/checks/ignoreEdit';
import type { Finding } from '../core/finding';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from '../host/liveLibrary';
import type { TrackedCitations } from '../host/trackedCitations';
import { findingSource } from './diagnostics';
import { documentFindings } from './documentFindings';
import { findingRange } from './findingRange';

/** Offers ways to mend what is said about a document, each by one edit. */
export function registerQuickFixes(library: LiveLibrary, citations: TrackedCitations): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    '*',
    {
      async provideCodeActions(document, range, { only, diagnostics }) {
        if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
        const ours = diagnostics.filter(({ source }) => source === findingSource);
        if (ours.length === 0) return [];
        const findings = await documentFindings(document, library, citations);
        return findings.flatMap((finding) => {
          const place = findingRange(document, finding);
          if (!place.intersection(range)) return [];
          const mended = ours.filter((each) => codeOf(each) === finding.code && each.range.intersection(place));
          const actions = actionsFor({ document, finding, place }, citations);
          for (const action of actions) action.diagnostics = mended;
          return actions;
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

/** A finding where it stands. */
interface Placed {
  readonly document: vscode.TextDocument;
  readonly finding: Finding;
  readonly place: vscode.Range;
}

function actionsFor(placed: Placed, citations: TrackedCitations): vscode.CodeAction[] {
  const { fixes = [] } = placed.finding;
  const replacements = fixes.map(({ title, replacement }) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(placed.document.uri, placed.place, replacement);
    action.isPreferred = fixes.length === 1;
    return action;
  });
  return [...replacements, ...choosePassage(placed), ...setSources(placed), ...ignore(placed, citations)];
}

function choosePassage({ document, finding, place }: Placed): vscode.CodeAction[] {
  if (finding.code !== 'missing-passage') return [];
  const title = vscode.l10n.t('Choose the Passage…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const { line, character } = place.start;
  action.command = { title, command: 'precedent.choosePassage', arguments: [document.uri.toString(), line, character] };
  return [action];
}

function setSources({ finding }: Placed): vscode.CodeAction[] {
  if (finding.code !== 'unknown-citation') return [];
  const title = vscode.l10n.t('The Review Is Elsewhere: Say Where…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: 'workbench.action.openSettings', arguments: ['precedent.sources'] };
  return [action];
}

/** Codes of findings about a name that stands in the text: these can be silenced there. */
const named = new Set([
  'unknown-citation',
  'other-spelling',
  'former-id',
  'missing-passage',
  'broken-link',
  'missing-material',
]);

function ignore({ document, finding, place }: Placed, citations: TrackedCitations): vscode.CodeAction[] {
  if (!named.has(finding.code)) return [];
  const name = finding.code === 'missing-passage' ? citations.at(document, place.start)?.text : document.getText(place);
  if (name === undefined) return [];
  const { languageId } = document;
  const whole = { text: document.getText(), language: citations.languageOf(document), languageId };
  const edit = ignoreEdit(name, whole, document.offsetAt(place.start));
  if (!edit) return [];
  const title = vscode.l10n.t('Ignore {0} in This File', shortLine(name, 60));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, document.positionAt(edit.offset), edit.text);
  return [action];
}

function codeOf({ code }: vscode.Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : undefined;
}
