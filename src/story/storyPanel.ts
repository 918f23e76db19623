import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { citedPassage } from '../core/wording/citedPassage';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import { imageUri, toUri } from '../host/places';
import { showReview } from '../host/showReview';
import { readToHost, type StoryName, type ToHost, type ToPage } from './messages';
import { openTarget } from './openTarget';
import { panelHtml } from './panelHtml';
import { anchorOf, type StoryPage, storyPage } from './storyPage';
import type { StoryServices } from './storyServices';

/** The panel that tells the story of one review, and follows it while it is edited. */
export class StoryPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #name: StoryName;
  readonly #services: StoryServices;
  readonly #own: vscode.Disposable[] = [];
  /** The review as it was told last. */
  #told: ReviewDocument | undefined;
  #page: StoryPage | undefined;
  #isReady = false;
  #wanted: string | undefined;
  #line: number | undefined;

  constructor(panel: vscode.WebviewPanel, name: StoryName, services: StoryServices) {
    this.#panel = panel;
    this.#name = { key: name.key, id: name.id };
    this.#services = services;
    const media = vscode.Uri.joinPath(services.extensionUri, 'dist', 'webview');
    const review = this.#review;
    panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [media, ...(review ? [toUri(review.source)] : [])],
    };
    this.#own.push(panel.webview.onDidReceiveMessage((message) => this.#received(readToHost(message))));
    panel.webview.html = panelHtml(panel.webview, media);
    this.update();
  }

  /** Brings the panel to the front, at a passage or moment where one is named. */
  reveal(passage: string | undefined): void {
    this.#panel.reveal();
    if (passage === undefined) return;
    this.#wanted = passage;
    this.#goToWanted();
  }

  /** Tells the story again where the review is another than was told last. */
  update(): void {
    const review = this.#review;
    if (!review || review === this.#told) return;
    this.#told = review;
    const title = shortLine(review.title, 60);
    this.#panel.title = escapeIcons(title === '' || title === review.id ? review.id : `${review.id} · ${title}`);
    const { webview } = this.#panel;
    this.#page = storyPage(review, {
      imageAt: (path) => {
        const uri = imageUri(review, path);
        return uri && webview.asWebviewUri(uri).toString();
      },
    });
    this.#tell();
  }

  dispose(): void {
    for (const each of this.#own.splice(0)) each.dispose();
    this.#panel.dispose();
  }

  get #review(): ReviewDocument | undefined {
    return this.#services.library.library.in(this.#name.key).find(({ id }) => id === this.#name.id);
  }

  #tell(): void {
    if (!this.#isReady || !this.#page) return;
    this.#post({ type: 'story', html: this.#page.html, review: this.#name });
    this.#goToWanted();
  }

  #goToWanted(): void {
    if (!this.#isReady || !this.#told || this.#wanted === undefined) return;
    const cited = citedPassage(this.#told, this.#wanted);
    this.#wanted = undefined;
    if (cited) this.#post({ type: 'go', to: cited.kind === 'section' ? anchorOf(cited.section) : '' });
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  #received(message: ToHost | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#isReady = true;
        this.#tell();
        return;
      case 'place':
        this.#line = message.line;
        return;
      case 'follow':
        void this.#follow(message.target);
        return;
    }
  }

  async #follow(number: number): Promise<void> {
    const target = this.#page?.targets[number];
    const review = this.#told;
    if (!target || !review) return;
    if (target.kind === 'source') {
      const line = target.line ?? this.#line;
      await showReview(review, undefined, line === undefined ? {} : { line });
    } else await openTarget(review, target);
  }
}
