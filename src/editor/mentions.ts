import * as vscode from 'vscode';
import { ignoredNames } from '../core/checks/ignoredNames';
import type { Mention } from '../core/citations/mentions';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { escapeIcons } from '../core/wording/escapeIcons';
import { mentionEdit } from '../core/wording/mentionEdit';
import { shortLine } from '../core/wording/shortLine';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { LiveMentions } from '../host/liveMentions';
import type { Log } from '../host/log';
import { noFiles } from '../host/noFiles';
import type { NotMentions } from '../host/notMentions';
import { pathBeside } from '../host/pathBeside';
import { toRange } from '../host/places';
import { shownCount } from '../host/shownCount';
import type { TrackedCitations } from '../host/trackedCitations';
import { type Debounced, debounce } from '../indexing/debounce';
import { isOpenInTab } from './openInTab';

/** ms of quiet before a document is looked at again, and the most it is put off: nobody waits for it. */
const quiet = 800;
const most = 4000;

/** What hints at mentions stand on. */
export interface MentionParts {
  readonly library: LiveLibrary;
  readonly citations: TrackedCitations;
  readonly mentions: LiveMentions;
  readonly not: NotMentions;
  readonly log: Log;
}

/**
 * A faint hint where a document or a comment speaks of a review without citing it, with a fix that makes it a citation, and one that says
 * that it is none, which is remembered. Not in reviews: what is published stays as it is.
 */
export function registerMentions(parts: MentionParts): vscode.Disposable {
  const { library, citations, not, log } = parts;
  const hints = new MentionHints(parts);
  hints.lookEverywhere();
  return vscode.Disposable.from(
    hints,
    citations.onDidChange(() => hints.lookEverywhere()),
    not.onDidChange(() => hints.lookEverywhere()),
    vscode.workspace.onDidOpenTextDocument((document) => hints.look(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => hints.look(document)),
    vscode.workspace.onDidCloseTextDocument((document) => hints.forget(document)),
    vscode.window.tabGroups.onDidChangeTabs(({ opened }) => opened.length > 0 && hints.lookEverywhere()),
    vscode.languages.registerCodeActionsProvider(
      '*',
      {
        provideCodeActions: (document, range, { only }) =>
          only && !only.contains(vscode.CodeActionKind.QuickFix)
            ? []
            : hints
                .in(document)
                .filter((mention) => range.intersection(toRange(document, mention)))
                .flatMap((mention) => actionsFor(document, mention, parts)),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    registerCommand('precedent.chooseMentioned', log, async (uri, start, words) => {
      const document = documentAt(uri);
      const mention = document && hints.in(document).find((each) => each.start === start && each.text === words);
      if (!document || !mention)
        throw new UserError(vscode.l10n.t('The text has changed meanwhile. Nothing was written.'));
      const { version } = document;
      const review = await pickMentioned(mention);
      if (review && document.version !== version) {
        throw new UserError(vscode.l10n.t('The text has changed meanwhile. Nothing was written.'));
      }
      const edit = review && edits(document, mention, review, citations);
      if (edit && !(await vscode.workspace.applyEdit(edit))) {
        throw new UserError(vscode.l10n.t('This document cannot be edited.'));
      }
    }),
    registerCommand('precedent.notAMention', log, async (uri, words) => {
      const document = documentAt(uri);
      if (document && typeof words === 'string' && library.library.count > 0) await not.add(document, words);
    }),
  );
}

class MentionHints implements vscode.Disposable {
  readonly #parts: MentionParts;
  readonly #collection = vscode.languages.createDiagnosticCollection('precedent.mentions');
  readonly #waiting = new Map<vscode.TextDocument, Debounced>();

  constructor(parts: MentionParts) {
    this.#parts = parts;
  }

  /** The mentions of a document of which something is said. */
  in(document: vscode.TextDocument): readonly Mention[] {
    const { citations, mentions } = this.#parts;
    if (citations.reviewsIn(document).length > 0 || citations.coverOf(document) !== 'read') return [];
    const isIgnored = ignoredNames(document.getText(), citations.languageOf(document));
    return mentions.in(document).filter(({ reviews }) => !reviews.some(({ id }) => isIgnored(id)));
  }

  lookEverywhere(): void {
    for (const document of vscode.workspace.textDocuments) this.look(document);
  }

  /** Looks at a document once it has come to rest. */
  look(document: vscode.TextDocument): void {
    if (noFiles.has(document.uri.scheme)) return;
    let run = this.#waiting.get(document);
    if (!run) {
      run = debounce(() => void this.#show(document), quiet, most);
      this.#waiting.set(document, run);
    }
    run();
  }

  forget(document: vscode.TextDocument): void {
    this.#waiting.get(document)?.cancel();
    this.#waiting.delete(document);
    this.#collection.delete(document.uri);
  }

  dispose(): void {
    for (const each of this.#waiting.values()) each.cancel();
    this.#waiting.clear();
    this.#collection.dispose();
  }

  async #show(document: vscode.TextDocument): Promise<void> {
    const { library, mentions } = this.#parts;
    if (!isOpenInTab(document) || library.isReading) return this.#collection.delete(document.uri);
    await mentions.look(document);
    if (document.isClosed || !this.#waiting.has(document)) return;
    this.#collection.set(
      document.uri,
      this.in(document).map((mention) => toHint(document, mention)),
    );
  }
}

function toHint(document: vscode.TextDocument, mention: Mention): vscode.Diagnostic {
  const [review, ...others] = mention.reviews;
  const message =
    others.length > 0
      ? vscode.l10n.t('One of {0} reviews may be meant here. Cite it?', shownCount(mention.reviews.length))
      : vscode.l10n.t('{0} is spoken of here. Cite it?', review ? nameOf(review) : '');
  const hint = new vscode.Diagnostic(toRange(document, mention), message, vscode.DiagnosticSeverity.Hint);
  hint.source = 'Precedent';
  hint.code = 'mention';
  return hint;
}

function actionsFor(document: vscode.TextDocument, mention: Mention, { citations }: MentionParts): vscode.CodeAction[] {
  const [review, ...others] = mention.reviews;
  const uri = document.uri.toString();
  const not = new vscode.CodeAction(vscode.l10n.t('Not a Mention'), vscode.CodeActionKind.QuickFix);
  not.command = { title: not.title, command: 'precedent.notAMention', arguments: [uri, mention.text] };
  if (!review) return [];
  if (others.length > 0) {
    const title = vscode.l10n.t('Cite the Review That Is Meant…');
    const choose = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    choose.command = { title, command: 'precedent.chooseMentioned', arguments: [uri, mention.start, mention.text] };
    return [choose, not];
  }
  const edit = edits(document, mention, review, citations);
  if (!edit) return [not];
  const cite = new vscode.CodeAction(vscode.l10n.t('Cite {0}', nameOf(review)), vscode.CodeActionKind.QuickFix);
  cite.edit = edit;
  cite.isPreferred = true;
  return [cite, not];
}

function edits(
  document: vscode.TextDocument,
  mention: Mention,
  review: ReviewDocument,
  citations: TrackedCitations,
): vscode.WorkspaceEdit | undefined {
  const fromPath = pathBeside(document.uri, review);
  const text = mentionEdit(mention.text, review, {
    languageId: document.languageId,
    isInComment: !citations.languageOf(document)?.isProse,
    ...(fromPath === undefined ? {} : { fromPath }),
  });
  if (text === undefined) return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, toRange(document, mention), text);
  return edit;
}

async function pickMentioned({ reviews, text }: Mention): Promise<ReviewDocument | undefined> {
  const items = reviews.map((review) => ({
    label: escapeIcons(shortLine(review.title || review.id, 100)),
    description: escapeIcons(
      shortLine([review.id, review.date].filter((part) => part !== review.title).join(' · '), 80),
    ),
    detail: escapeIcons(shortLine(review.path, 160)),
    review,
  }));
  const title = vscode.l10n.t('Which review does “{0}” mean?', shortLine(text, 60));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.review;
}

function nameOf({ id, title }: ReviewDocument): string {
  return title === '' || title === id ? shortLine(id, 80) : `${shortLine(id, 60)}: ${shortLine(title, 80)}`;
}

function documentAt(uri: unknown): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}
