import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { shortLine } from '../core/wording/shortLine';
import { visibleControls } from '../core/wording/visibleControls';
import { runCommand } from '../host/commands';
import type { Log } from '../host/log';
import { toKey } from '../host/places';
import { plainMessage } from '../host/plainMessage';
import { onSettingChange } from '../host/settings';
import { showReview } from '../host/showReview';
import { startPace } from '../indexing/pace';
import { companionHtml } from './companionHtml';
import {
  type CompanionAction,
  type CompanionEntry,
  type CompanionOffer,
  readToCompanionHost,
  type ToCompanion,
  type ToCompanionHost,
} from './companionMessages';
import { type CompanionParts, type CompanionPassage, CompanionReader, type Followed } from './companionReader';
import { insertCitation } from './insertCitation';
import { shortDescription } from './shortDescription';
import { UpdatesWhileShown } from './updatesWhileShown';

/** More messages in a second than a person can cause are left alone. */
const mostMessages = 50;
/** As many entries are remembered by their numbers: the page may still show earlier ones. */
const mostEntries = 200;

const offerLabels: Readonly<Record<CompanionOffer, () => string>> = {
  search: () => vscode.l10n.t('Search the Library'),
  restore: () => vscode.l10n.t('Show What Was Dismissed'),
  settings: () => vscode.l10n.t('Open the Setting'),
};

/** What the page shows. */
type Show = Extract<ToCompanion, { type: 'show' }>;

/** An entry as the page knows it by its number. */
interface Known {
  readonly document: vscode.TextDocument;
  readonly passage: CompanionPassage;
}

/** The Companion: it follows what somebody writes, and costs nothing while nobody looks. */
export class CompanionView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #parts: CompanionParts;
  readonly #reader: CompanionReader;
  readonly #media: vscode.Uri;
  readonly #log: Log;
  readonly #updates = new UpdatesWhileShown(
    () => this.#isVisible,
    () => this.#update(),
  );
  readonly #own: vscode.Disposable[];
  readonly #known = new Map<number, Known>();
  readonly #numbers = new Map<string, number>();
  #nextNumber = 1;
  #view: vscode.WebviewView | undefined;
  #isReady = false;
  #isPreparing = false;
  /** What the page was told last, and of what. */
  #shown: { readonly of: string; readonly message: Show } | undefined;
  #focused: number | undefined;
  #messages = { second: 0, count: 0 };

  constructor(parts: CompanionParts, extensionUri: vscode.Uri, log: Log) {
    this.#parts = parts;
    this.#reader = new CompanionReader(parts);
    this.#media = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    this.#log = log;
    const changed = () => this.#updates.changed();
    const went = () => {
      this.#focused = undefined;
      changed();
    };
    this.#own = [
      vscode.window.onDidChangeActiveTextEditor(went),
      vscode.window.onDidChangeTextEditorSelection(went),
      vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => contentChanges.length > 0 && changed()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      parts.library.onDidChange(changed),
      parts.citations.onDidChange(changed),
      onSettingChange(['precedent.companion.enabled'], changed),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#isReady = false;
    view.webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [this.#media],
    };
    view.webview.onDidReceiveMessage((message) => this.#received(message));
    view.onDidChangeVisibility(() => {
      // VS Code lets go of the page of a view that is hidden, and loads it again when it is shown.
      this.#isReady = false;
      this.#focused = undefined;
      if (!view.visible) this.#updates.cancel();
    });
    view.onDidDispose(() => {
      if (this.#view === view) this.#view = undefined;
    });
    view.webview.html = companionHtml(view.webview, this.#media);
  }

  /** Does something with an entry: the one a menu was opened on, else the one with the focus, else one that the user picks. */
  async act(action: CompanionAction, where: unknown): Promise<void> {
    const number = entryOf(where) ?? (this.#isVisible ? this.#focused : undefined);
    const known = (number === undefined ? undefined : this.#known.get(number)) ?? (await this.#pick(action));
    if (known) await this.#act(action, known);
  }

  /** Brings back what was put away in the document that is followed. */
  async restore(): Promise<void> {
    const place = this.#parts.places.last();
    if (!place) throw new UserError(vscode.l10n.t('Open the document in which you dismissed passages first.'));
    await this.#parts.dismissed.restore(toKey(place.document.uri));
    // What the page was told last may still wait there, or miss what was put away a moment ago.
    this.#shown = undefined;
    this.#update(true);
  }

  dispose(): void {
    this.#updates.cancel();
    for (const each of this.#own) each.dispose();
  }

  get #isVisible(): boolean {
    return this.#view?.visible === true;
  }

  /** The next document without a name may be called as the last one was. */
  #closed({ uri, isUntitled }: vscode.TextDocument): void {
    if (isUntitled) void this.#parts.dismissed.restore(toKey(uri));
    this.#updates.changed();
  }

  #update(isAsked = false): void {
    if (!this.#isVisible || !this.#isReady) return;
    const followed = this.#reader.follow();
    const { library } = this.#parts;
    const isPreparing = !this.#reader.isReady;
    if (followed.kind === 'writing' && !library.isReading && isPreparing) void this.#prepare();
    const of = JSON.stringify([library.library.version, isPreparing, signatureOf(followed)]);
    if (this.#shown?.of === of) return;
    this.#shown = { of, message: this.#messageFor(followed, isPreparing) };
    this.#post(isAsked ? { ...this.#shown.message, isAsked } : this.#shown.message);
  }

  /** Makes the library findable, in slices that leave the editor alone; ends when the view is hidden. */
  async #prepare(): Promise<void> {
    if (this.#isPreparing) return;
    this.#isPreparing = true;
    const pace = startPace();
    for (const _ of this.#reader.preparing()) {
      await pace();
      if (!this.#isVisible) break;
    }
    this.#isPreparing = false;
    this.#updates.changed();
  }

  #messageFor(followed: Followed, isPreparing: boolean): Show {
    switch (followed.kind) {
      case 'noDocument':
        return sentence(
          vscode.l10n.t('Open a document and write: past passages that resemble the paragraph you are in appear here.'),
        );
      case 'off':
        return sentence(vscode.l10n.t('The Companion is switched off for {0}.', followed.languageId), ['settings']);
      case 'outsideComments':
        return sentence(vscode.l10n.t('In code, the Companion follows the comment that the cursor is in.'));
      case 'noWords':
        return sentence(vscode.l10n.t('Nothing is written here yet. Past passages that resemble it will appear here.'));
      case 'writing':
        return this.#passages(followed, isPreparing);
    }
  }

  #passages(followed: Extract<Followed, { kind: 'writing' }>, isPreparing: boolean): Show {
    const { passages, isAnyDismissed } = this.#reader.find(followed);
    if (passages.length > 0) {
      const entries = passages.map((passage) => this.#toEntry({ document: followed.document, passage }));
      return { type: 'show', entries, sentence: '', offers: [], words: words(), isAsked: false };
    }
    if (isPreparing) return sentence(vscode.l10n.t('The reviews are being read…'));
    if (isAnyDismissed)
      return sentence(vscode.l10n.t('What resembles this was dismissed for this document.'), ['restore', 'search']);
    return sentence(
      vscode.l10n.t('No passage of the library shares several rare words with this paragraph and its section.'),
      ['search'],
    );
  }

  #toEntry(known: Known): CompanionEntry {
    const { review, passage, headingPath, line, excerpt, ranges, matched, isCited } = known.passage;
    const name = `${toKey(known.document.uri)}\n${review.key}\n${review.id}\n${passage ?? ''}\n${line}`;
    const number = this.#numbers.get(name) ?? this.#nextNumber++;
    this.#numbers.set(name, number);
    this.#known.delete(number);
    this.#known.set(number, known);
    for (const [old] of this.#known) if (this.#known.size > mostEntries) this.#known.delete(old);
    const title = shortLine(review.title || review.id, 120);
    const heading = shortLine(headingPath.join(' › '), 120);
    return {
      number,
      title,
      about: shortDescription(review),
      heading,
      excerpt: piecesOf(excerpt, ranges),
      matched: matched.map((word) => shortLine(word, 40)),
      isCited,
      name: heading === '' ? title : `${title}, ${heading}`,
    };
  }

  #received(received: unknown): void {
    const message = this.#isTooMany() ? undefined : readToCompanionHost(received);
    if (message) this.#do(message).catch((error) => this.#failed(error));
  }

  async #do(message: ToCompanionHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#shown = undefined;
        return this.#update();
      case 'at':
        this.#focused = message.entry;
        return;
      case 'do': {
        const known = this.#known.get(message.entry);
        if (known) await this.#act(message.action, known);
        return;
      }
      case 'offer':
        return this.#take(message.offer);
    }
  }

  async #take(offer: CompanionOffer): Promise<void> {
    if (offer === 'restore') await this.restore();
    else if (offer === 'search') await runCommand('precedent.search');
    else await vscode.commands.executeCommand('workbench.action.openSettings', 'precedent.companion.enabled');
  }

  async #act(action: CompanionAction, { document, passage: found }: Known): Promise<void> {
    const review = this.#now(found.review);
    if (!review) throw new UserError(vscode.l10n.t('This review is no longer in the library.'));
    const { passage, line } = found;
    const shown = { review, ...(passage === undefined ? {} : { passage }) };
    const { citations, formats, places } = this.#parts;
    if (action === 'beside')
      return showReview(review, passage, { beside: true, besideColumn: places.last()?.viewColumn, line });
    if (action === 'cite') {
      await insertCitation(places.last(), shown, citations, formats);
      this.#tell('cited', document, found);
    } else {
      await this.#parts.dismissed.add(toKey(document.uri), review);
      this.#tell('gone', document, found);
    }
    this.#updates.changed();
  }

  /** The page keeps still while somebody is in it; what they did themselves is to be seen at once. */
  #tell(type: 'gone' | 'cited', document: vscode.TextDocument, passage: CompanionPassage): void {
    for (const [entry, known] of this.#known) {
      if (known.document === document && known.passage.review === passage.review) this.#post({ type, entry });
    }
  }

  /** The review as the library has it now. */
  #now({ key, id }: ReviewDocument): ReviewDocument | undefined {
    return this.#parts.library.library.in(key).find((each) => each.id === id);
  }

  /** Asks which of the passages that resemble what is being written now; the view need not be there. */
  async #pick(action: CompanionAction): Promise<Known | undefined> {
    const followed = this.#reader.follow();
    if (followed.kind !== 'writing')
      throw new UserError(vscode.l10n.t('Put the cursor into a paragraph, or into a comment, first.'));
    const pace = startPace();
    for (const _ of this.#reader.preparing()) await pace();
    const { passages } = this.#reader.find(followed);
    if (passages.length === 0)
      throw new UserError(vscode.l10n.t('No passage of the library resembles what is written here.'));
    const placeHolder = {
      cite: vscode.l10n.t('Cite which passage?'),
      beside: vscode.l10n.t('Open which passage beside this document?'),
      dismiss: vscode.l10n.t('Which review has no bearing on this document?'),
    }[action];
    const items = passages.map((passage) => ({
      label: plainMessage(shortLine(passage.review.title || passage.review.id, 120)),
      description: plainMessage(shortDescription(passage.review)),
      detail: plainMessage(shortLine(`${passage.matched.join(', ')} — ${passage.excerpt}`, 300)),
      known: { document: followed.document, passage },
    }));
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.known;
  }

  #post(message: ToCompanion): void {
    if (this.#isReady) void this.#view?.webview.postMessage(message);
  }

  #isTooMany(): boolean {
    const second = Math.floor(Date.now() / 1000);
    if (this.#messages.second !== second) this.#messages = { second, count: 0 };
    this.#messages.count++;
    return this.#messages.count > mostMessages;
  }

  #failed(error: unknown): void {
    if (error instanceof Error && error.name === 'UserError') {
      void vscode.window.showInformationMessage(plainMessage(error.message));
    } else this.#log.error(error instanceof Error ? error : String(error));
  }
}

/** What tells one state of what is followed from another. */
function signatureOf(followed: Followed): unknown {
  if (followed.kind !== 'writing') return followed;
  const { document, writing, cited, dismissed } = followed;
  return [document.uri.toString(), writing, [...cited].map(({ key, id }) => [key, id]), [...dismissed]];
}

function sentence(text: string, offers: readonly CompanionOffer[] = []): Show {
  return {
    type: 'show',
    entries: [],
    sentence: text,
    offers: offers.map((offer) => ({ offer, label: offerLabels[offer]() })),
    words: words(),
    isAsked: false,
  };
}

function words() {
  return {
    list: vscode.l10n.t('Past passages that resemble what you are writing'),
    cite: vscode.l10n.t('Cite'),
    beside: vscode.l10n.t('Open Beside'),
    dismiss: vscode.l10n.t('Not Relevant'),
    cited: vscode.l10n.t('Cited in this document'),
    matched: vscode.l10n.t('In both:'),
  };
}

function piecesOf(text: string, ranges: CompanionPassage['ranges']): CompanionEntry['excerpt'] {
  const pieces: { text: string; isMatched: boolean }[] = [];
  let at = 0;
  const add = (end: number, isMatched: boolean) => {
    if (end > at) pieces.push({ text: visibleControls(text.slice(at, end)), isMatched });
    at = end;
  };
  for (const { start, end } of ranges) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}

/** The entry that a menu of the page was opened on. */
function entryOf(where: unknown): number | undefined {
  if (typeof where !== 'object' || where === null || !('entry' in where)) return undefined;
  return typeof where.entry === 'number' ? where.entry : undefined;
}
