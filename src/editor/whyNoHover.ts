import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { joinWords } from '../core/wording/joinWords';
import { lensTitle } from '../core/wording/lensTitle';
import { registerCommand, runCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { plainMessage } from '../host/plainMessage';
import { setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import { explainName } from './explainName';
import type { Explanation, Help } from './explanation';

/** The command that says in plain words what is recognised at the cursor, and if there is no hover, why not. It resolves to what it said. */
export function registerWhyNoHover(library: LiveLibrary, citations: TrackedCitations, log: Log): vscode.Disposable {
  return registerCommand('precedent.whyNoHover', log, () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor)
      throw new UserError(vscode.l10n.t('Put the cursor on what you expected to be recognised, in an editor.'));
    const explanation = explain(editor, library, citations);
    void show(explanation);
    return explanation.sentence;
  });
}

function explain(
  { document, selection: { active } }: vscode.TextEditor,
  library: LiveLibrary,
  citations: TrackedCitations,
): Explanation {
  return (
    whatIsOff(document) ??
    whatIsNotRead(document, citations) ??
    whatIsCited(document, active, library, citations) ??
    whatTheLibraryLacks(library) ??
    explainName(
      {
        line: document.lineAt(active.line).text,
        column: active.character,
        path: citations.optionsFor(document).path ?? '',
        counts: citations.counts(document, active),
        isProse: citations.languageOf(document)?.isProse ?? false,
        own: citations.reviewsIn(document),
      },
      library.known,
    )
  );
}

function whatIsOff(document: vscode.TextDocument): Explanation | undefined {
  if (!setting('precedent.hover.enabled', document)) {
    const sentence = vscode.l10n.t('The hover is switched off for {0}: precedent.hover.enabled.', document.languageId);
    return { sentence, help: [{ kind: 'setting', name: 'precedent.hover.enabled' }] };
  }
  const editors = vscode.workspace.getConfiguration('editor', document).get<unknown>('hover.enabled');
  if (editors !== false && editors !== 'off') return undefined;
  const sentence = vscode.l10n.t('Hovers are switched off in this editor altogether: editor.hover.enabled.');
  return { sentence, help: [{ kind: 'setting', name: 'editor.hover.enabled' }] };
}

function whatIsNotRead(document: vscode.TextDocument, citations: TrackedCitations): Explanation | undefined {
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

function whatIsCited(
  document: vscode.TextDocument,
  position: vscode.Position,
  library: LiveLibrary,
  citations: TrackedCitations,
): Explanation | undefined {
  const citation = citations.at(document, position);
  if (!citation) return undefined;
  const { id, text, reviews } = citation;
  if (reviews.length > 0) {
    const sentence = vscode.l10n.t('{0} is recognised: {1}. Rest the pointer on it.', text, lensTitle(reviews));
    return { sentence, help: [{ kind: 'review', id }] };
  }
  if (library.isReading) return stillReading(library);
  const closest = library.known.closest(id, 3);
  const searched = library.library.sources.map(({ path }) => path);
  const near = closest.length > 0 ? vscode.l10n.t(' Closest: {0}.', joinWords(closest, 3)) : '';
  return {
    sentence: vscode.l10n.t('{0} is recognised, but no review in {1} has it.{2}', text, joinWords(searched, 3), near),
    help: [...closest.slice(0, 2).map((each) => ({ kind: 'review' as const, id: each })), { kind: 'search' }],
  };
}

function whatTheLibraryLacks(library: LiveLibrary): Explanation | undefined {
  if (library.isReading) return stillReading(library);
  if (library.state === 'failed') {
    const sentence = vscode.l10n.t('The reviews could not be read. The log says more.');
    return { sentence, help: [{ kind: 'log' }, { kind: 'setting', name: 'precedent.sources' }] };
  }
  if (library.library.reviews.length > 0) return undefined;
  const sentence = vscode.l10n.t('No reviews were found in this folder, so there is nothing to recognise.');
  return { sentence, help: [{ kind: 'setting', name: 'precedent.sources' }] };
}

function stillReading({ progress }: LiveLibrary): Explanation {
  const sentence = progress
    ? vscode.l10n.t(
        'The reviews are still being read, {0} of {1}. Try again in a moment.',
        progress.done,
        progress.total,
      )
    : vscode.l10n.t('The reviews are still being read. Try again in a moment.');
  return { sentence, help: [] };
}

async function show({ sentence, help }: Explanation): Promise<void> {
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
