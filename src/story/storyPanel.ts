import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { citationName } from '../core/wording/citationName';
import { citedPassage } from '../core/wording/citedPassage';
import { escapeIcons } from '../core/wording/escapeIcons';
import { labelText } from '../core/wording/labelText';
import { shortLine } from '../core/wording/shortLine';
import { storyLink } from '../core/wording/storyLink';
import { citedSince } from '../core/wording/storyWords';
import { runCommand } from '../host/commands';
import { ownCitations } from '../host/ownCitations';
import { toUri } from '../host/places';
import { plainMessage } from '../host/plainMessage';
import { showReview } from '../host/showReview';
import { inSlices, startPace } from '../indexing/pace';
import { askQuestion, changeQuestion, removeQuestion } from './askQuestion';
import { gatherContext } from './gatherContext';
import { readToHost, type StoryName, type ToHost, type ToPage } from './messages';
import { narrating } from './narrative';
import { openFile, openPlace } from './openTarget';
import { missingHtml, panelHtml } from './panelHtml';
import { saveAsPage } from './saveAsPage';
import { momentId } from './storyMoments';
import { passageId, type StoryPage, storyPage } from './storyPage';
import type { StoryServices } from './storyServices';
import type { StoryTarget } from './storyTargets';

/** More messages in a second than a person can cause are left alone. */
const mostMessages = 50;

/** The panel that tells the story of one review, and follows it while it is edited. */
export class StoryPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  #name: StoryName;
  readonly #services: StoryServices;
  readonly #openStory: (review: ReviewDocument, passage?: string) => void;
  readonly #media: vscode.Uri;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #own: vscode.Disposable[] = [this.#changed];
  /** The review as it was told last. */
  #told: ReviewDocument | undefined;
  /** Where it was cited then. */
  #toldCitedBy = '';
  /** Of a review of the reader's own: where it was first and last cited, once that is looked up for these citations. */
  #since: { readonly of: string; readonly words?: string } | undefined;
  #page: StoryPage | undefined;
  #isReady = false;
  /** Whether something changed while the tab was hidden. */
  #isStale = false;
  #hasDrawing: boolean | undefined;
  #updates = 0;
  #wanted: string | undefined;
  #place: { readonly line: number; readonly passage?: string } | undefined;
  #messages = { second: 0, count: 0 };

  constructor(
    panel: vscode.WebviewPanel,
    name: StoryName,
    services: StoryServices,
    openStory: (review: ReviewDocument, passage?: string) => void,
  ) {
    this.#panel = panel;
    this.#name = { key: name.key, id: name.id };
    this.#services = services;
    this.#openStory = openStory;
    this.#media = vscode.Uri.joinPath(services.extensionUri, 'dist', 'webview');
    this.#own.push(
      panel.webview.onDidReceiveMessage((message) => this.#received(message)),
      panel.onDidChangeViewState(() => {
        if (panel.visible && this.#isStale) void this.update();
        this.#changed.fire();
        // VS Code lets go of the page of a tab that is hidden, and loads it again when it is shown.
        if (!panel.visible) this.#isReady = false;
      }),
    );
    panel.title = labelText(name.id, 60);
    const icon = (theme: string) => vscode.Uri.joinPath(services.extensionUri, 'media', `story-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    void this.update();
  }

  /** Tells the story of another review in the same tab, from its beginning or at the passage or moment that is named. */
  show(review: ReviewDocument, passage: string | undefined): void {
    this.#name = { key: review.key, id: review.id };
    // The page may load images of one source.
    if (this.#told?.source !== review.source) this.#hasDrawing = undefined;
    this.#page = undefined;
    this.#told = undefined;
    this.#toldCitedBy = '';
    this.#since = undefined;
    this.#place = undefined;
    this.#wanted = undefined;
    void this.update();
    this.reveal(passage);
  }

  /** Whether the reader pinned its tab, to keep it. */
  get isPinned(): boolean {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    return tabs.some(
      ({ isPinned, input, label }) =>
        isPinned && input instanceof vscode.TabInputWebview && label === this.#panel.title,
    );
  }

  /** Fires when it was told anew, comes to the front or leaves it. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** Whether it is the tab that one is in. */
  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Brings the panel to the front, at a passage or moment where one is named. */
  reveal(passage: string | undefined): void {
    this.#panel.reveal();
    this.#wanted = passage ?? this.#wanted;
    this.#goToWanted();
  }

  /** Goes to the next (1) or previous (-1) moment of the timeline. */
  step(by: 1 | -1): void {
    this.#post({ type: 'step', by });
  }

  /** Opens the source where one reads. */
  async openSource(line = this.#place?.line): Promise<void> {
    if (this.#told) await showReview(this.#told, undefined, line === undefined ? {} : { line });
  }

  /** Puts the name of a passage or moment on the clipboard, of the one that one reads unless another is given; or its address. */
  async copy(form: 'citation' | 'address', passage = this.#place?.passage): Promise<void> {
    const review = this.#told;
    if (!review) return;
    const name = citationName(review.id, passage !== undefined && citedPassage(review, passage) ? passage : undefined);
    await vscode.env.clipboard.writeText(form === 'citation' ? name : storyLink(vscode.env.uriScheme, name));
    vscode.window.setStatusBarMessage(plainMessage(vscode.l10n.t('Copied the link to {0}', name)), 4000);
  }

  /** Whether it is a step of the path that the reader follows. */
  get isOnPath(): boolean {
    return this.#page?.isOnPath === true;
  }

  /** Asks for a question about what came from a line of the source (1-based), else about what the reader is at. */
  ask(line?: number): void {
    this.#post({ type: 'ask', ...(line === undefined ? {} : { line }) });
  }

  /** Saves the story as a page of its own. */
  async saveAsPage(): Promise<void> {
    if (this.#told) await saveAsPage(this.#told, this.#services);
  }

  /** Tells the story again, of the review as it is now; once it is seen where it is hidden. */
  async update(): Promise<void> {
    this.#isStale = !this.#panel.visible;
    if (this.#isStale) return;
    const review = this.#review;
    if (!review) {
      if (!this.#told) this.#panel.webview.html = missingHtml(this.#name.id);
      return;
    }
    const update = ++this.#updates;
    // VS Code makes the page ready while the story is put together. A story that is to be drawn holds this word, as a rule.
    if (this.#hasDrawing === undefined) this.#load(review, /mermaid/i.test(review.text));
    const narrative = await inSlices(narrating(review), startPace());
    if (update !== this.#updates) return;
    const context = await gatherContext(review, narrative, this.#services, this.#panel.webview);
    if (update !== this.#updates) return;
    const since = this.#since?.words;
    const page = storyPage(review, narrative, since === undefined ? context : { ...context, citedSince: since });
    const isSame = isSamePage(page, this.#page);
    this.#told = review;
    this.#toldCitedBy = this.#citedBy(review);
    this.#page = page;
    this.#changed.fire();
    const title = shortLine(review.title, 60);
    this.#panel.title = escapeIcons(title === '' || title === review.id ? review.id : `${review.id} · ${title}`);
    // What draws is let in only where something is to be drawn.
    if (this.#hasDrawing !== page.hasDrawing) this.#load(review, page.hasDrawing);
    else if (!isSame) this.#tell();
    void this.#lookBack(review, this.#toldCitedBy);
  }

  /** Other places may cite the review now: tells it again where they do. */
  updateIfCitedElsewhere(): void {
    if (this.#told && this.#citedBy(this.#told) !== this.#toldCitedBy) void this.update();
  }

  /** The review may be another now: tells it again where it is. */
  updateIfChanged(): void {
    if (this.#review !== this.#told) void this.update();
  }

  dispose(): void {
    this.#updates++;
    for (const each of this.#own.splice(0)) each.dispose();
    this.#panel.dispose();
  }

  /** Looks up since when a review of the reader's own is cited, where it is told already: history takes a while. */
  async #lookBack(review: ReviewDocument, citedBy: string): Promise<void> {
    if (this.#services.citations.state !== 'ready' || this.#since?.of === citedBy) return;
    this.#since = { of: citedBy };
    const found = await ownCitations(review, this.#services.citations.of(review));
    if (!found || this.#since.of !== citedBy) return;
    this.#since = { of: citedBy, words: citedSince(...found) };
    await this.update();
  }

  /** What tells one state of the citations of a review from another. */
  #citedBy(review: ReviewDocument): string {
    const { citations } = this.#services;
    const places = citations.of(review).map(({ citation: { path, line, sentence } }) => `${path}:${line} ${sentence}`);
    return [citations.state, ...places].join('\n');
  }

  get #review(): ReviewDocument | undefined {
    return this.#services.library.library.in(this.#name.key).find(({ id }) => id === this.#name.id);
  }

  #load(review: ReviewDocument, hasDrawing: boolean): void {
    this.#isReady = false;
    this.#hasDrawing = hasDrawing;
    const { webview } = this.#panel;
    webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [this.#media, toUri(review.source)],
    };
    webview.html = panelHtml(webview, this.#media, hasDrawing);
  }

  #tell(): void {
    if (!this.#isReady || !this.#page) return;
    const { html, rest } = this.#page;
    this.#post({ type: 'story', html, isAll: rest.length === 0, review: this.#name });
    this.#goToWanted();
  }

  #goToWanted(): void {
    if (!this.#isReady || !this.#told || this.#wanted === undefined) return;
    const cited = citedPassage(this.#told, this.#wanted);
    this.#wanted = undefined;
    if (cited)
      this.#post({ type: 'go', to: cited.kind === 'section' ? passageId(cited.section) : momentId(cited.moments[0]) });
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  #received(received: unknown): void {
    const message = this.#isTooMany() ? undefined : readToHost(received);
    if (message) this.#do(message).catch((error) => this.#failed(error));
  }

  #isTooMany(): boolean {
    const second = Math.floor(Date.now() / 1000);
    if (this.#messages.second !== second) this.#messages = { second, count: 0 };
    this.#messages.count++;
    return this.#messages.count > mostMessages;
  }

  async #do(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#tell();
        return;
      case 'rest':
        this.#post({ type: 'rest', pieces: this.#page?.rest ?? [] });
        return;
      case 'place':
        this.#place = message;
        return;
      case 'copy':
        return this.copy('citation', message.passage);
      case 'ask':
        return this.#told && askQuestion(this.#told, message, this.#services.notes);
      case 'note':
        return message.to === 'change'
          ? changeQuestion(message.note, this.#services.notes)
          : removeQuestion(message.note, this.#services.notes);
      case 'end': {
        const { memory } = this.#services;
        if (this.#told && !memory.isRead(this.#told.id)) await memory.setRead([this.#told.id], true);
        return;
      }
      case 'follow': {
        const target = this.#page?.targets[message.target];
        if (target && this.#told) await this.#follow(target, this.#told);
      }
    }
  }

  async #follow(target: StoryTarget, review: ReviewDocument): Promise<void> {
    switch (target.kind) {
      case 'source':
        return this.openSource(target.line ?? this.#place?.line);
      case 'file':
        return openFile(review, target.path, target.line);
      case 'place':
        return openPlace(target.key, target.line);
      case 'page':
        return this.saveAsPage();
      case 'step': {
        const { path, citation, key, leaves } = target;
        if (leaves !== undefined) await this.#services.memory.setRead([leaves], true);
        await runCommand('precedent.openStep', { path, citation, key });
        return;
      }
      case 'story': {
        const other = this.#services.library.library.in(target.key).find(({ id }) => id === target.id);
        if (other) this.#openStory(other, target.passage);
      }
    }
  }

  #failed(error: unknown): void {
    if (error instanceof Error && error.name === 'UserError') {
      void vscode.window.showInformationMessage(plainMessage(error.message));
    } else this.#services.log.error(error instanceof Error ? error : String(error));
  }
}

function isSamePage(page: StoryPage, other: StoryPage | undefined): boolean {
  return page.html === other?.html && page.rest.join('') === other.rest.join('');
}
