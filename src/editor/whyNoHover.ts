import * as vscode from 'vscode';
import { explain } from '../core/citations/explain';
import { UserError } from '../core/userError';
import { explainSentences } from '../core/wording/explainSentences';
import { registerCommand, runCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { plainMessage } from '../host/plainMessage';
import { setting } from '../host/settings';
import { shownCount } from '../host/shownCount';
import type { TrackedCitations } from '../host/trackedCitations';
import type { Answer, Help } from './answer';
import { helpFor } from './helpFor';

/** The command that says in plain words what is recognised at the cursor, and if there is no hover, why not. It resolves to what it said. */
export function registerWhyNoHover(library: LiveLibrary, citations: TrackedCitations, log: Log): vscode.Disposable {
  return registerCommand('precedent.whyNoHover', log, () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor)
      throw new UserError(vscode.l10n.t('Put the cursor on what you expected to be recognised, in an editor.'));
    const answer = answerFor(editor, library, citations);
    void show(answer);
    return answer.sentence;
  });
}

function answerFor(
  { document, selection: { active } }: vscode.TextEditor,
  library: LiveLibrary,
  citations: TrackedCitations,
): Answer {
  return (
    whatIsOff(document) ??
    whatIsNotRead(document, citations) ??
    whatTheLibraryLacks(document, active, library, citations) ??
    whatIsThere(document, active, library, citations)
  );
}

function whatIsOff(document: vscode.TextDocument): Answer | undefined {
  if (!setting('precedent.hover.enabled', document)) {
    const sentence = vscode.l10n.t('The hover is switched off for {0}: precedent.hover.enabled.', document.languageId);
    return { sentence, help: [{ kind: 'setting', name: 'precedent.hover.enabled' }] };
  }
  const editors = vscode.workspace.getConfiguration('editor', document).get<unknown>('hover.enabled');
  if (editors !== false && editors !== 'off') return undefined;
  const sentence = vscode.l10n.t('Hovers are switched off in this editor altogether: editor.hover.enabled.');
  return { sentence, help: [{ kind: 'setting', name: 'editor.hover.enabled' }] };
}

function whatIsNotRead(document: vscode.TextDocument, citations: TrackedCitations): Answer | undefined {
  switch (citations.coverOf(document)) {
    case 'ignored':
      return { sentence: vscode.l10n.t('In output and logs nothing is looked for.'), help: [] };
    case 'tooLong':
      return { sentence: vscode.l10n.t('This document is too long to be looked at.'), help: [] };
    case 'unknownLanguage':
      return {
        sentence: vscode.l10n.t(
          'It is not known how {0} marks its comments. Say it in precedent.comments.',
          document.languageId,
        ),
        help: [{ kind: 'setting', name: 'precedent.comments' }],
      };
    case 'read':
      return undefined;
  }
}

function whatTheLibraryLacks(
  document: vscode.TextDocument,
  position: vscode.Position,
  library: LiveLibrary,
  citations: TrackedCitations,
): Answer | undefined {
  if (library.isReading) return citations.at(document, position)?.reviews.length ? undefined : stillReading(library);
  if (library.state === 'failed') {
    const sentence = vscode.l10n.t('The reviews could not be read. The log says more.');
    return { sentence, help: [{ kind: 'log' }, { kind: 'setting', name: 'precedent.sources' }] };
  }
  if (library.library.count > 0) return undefined;
  const sentence = vscode.l10n.t('No reviews were found in this folder, so there is nothing to recognise.');
  return { sentence, help: [{ kind: 'setting', name: 'precedent.sources' }] };
}

function whatIsThere(
  document: vscode.TextDocument,
  position: vscode.Position,
  library: LiveLibrary,
  citations: TrackedCitations,
): Answer {
  const explanation = explain(
    document.getText(),
    document.offsetAt(position),
    citations.languageOf(document),
    library.known,
    citations.optionsFor(document),
  );
  return { sentence: explainSentences(explanation).join(' '), help: helpFor(explanation) };
}

function stillReading({ progress }: LiveLibrary): Answer {
  const sentence = progress
    ? vscode.l10n.t(
        'The reviews are still being read, {0} of {1}. Try again in a moment.',
        shownCount(progress.done),
        shownCount(progress.total),
      )
    : vscode.l10n.t('The reviews are still being read. Try again in a moment.');
  return { sentence, help: [] };
}

async function show({ sentence, help }: Answer): Promise<void> {
  const items = help.map((each) => ({ title: titleOf(each), help: each }));
  const chosen = await vscode.window.showInformationMessage(plainMessage(sentence), ...items);
  if (chosen) await follow(chosen.help);
}

function titleOf(help: Help): string {
  switch (help.kind) {
    case 'setting':
      return vscode.l10n.t('Open Settings');
    case 'review':
      return vscode.l10n.t('Open {0}', help.id);
    case 'search':
      return vscode.l10n.t('Search Reviews');
    case 'log':
      return vscode.l10n.t('Show Log');
  }
}

function follow(help: Help): Thenable<unknown> {
  switch (help.kind) {
    case 'setting':
      return vscode.commands.executeCommand('workbench.action.openSettings', help.name);
    case 'review':
      return runCommand('precedent.openReview', help.id);
    case 'search':
      return runCommand('precedent.search');
    case 'log':
      return runCommand('precedent.showLog');
  }
}
