import * as vscode from 'vscode';
import { reviewOfNote } from '../core/reviews/marginNote';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { conversationSheet } from '../core/wording/conversationSheet';
import { debounce } from '../indexing/debounce';
import { readState, type StoryName } from './messages';
import { StoryPanel } from './storyPanel';
import type { StoryServices } from './storyServices';

/** The type under which VS Code knows our panels, also after a reload. */
const viewType = 'precedent.story';

/** All stories that are open: one panel for each review. */
export class StoryRoom implements vscode.Disposable {
  readonly #services: StoryServices;
  readonly #panels = new Map<string, StoryPanel>();
  readonly #subscription: vscode.Disposable;
  #isOnPath = false;
  /** The tab in which the reader walks a path. */
  #walked: StoryPanel | undefined;

  constructor(services: StoryServices) {
    this.#services = services;
    const updateAll = debounce(
      () => {
        for (const panel of this.#panels.values()) panel.updateIfCitedElsewhere();
      },
      500,
      5000,
    );
    // A step read and the next one opened are two changes.
    const updateOwn = debounce(
      () => {
        for (const panel of this.#panels.values()) void panel.update();
      },
      50,
      500,
    );
    this.#subscription = vscode.Disposable.from(
      services.library.onDidChange(() => {
        for (const panel of this.#panels.values()) panel.updateIfChanged();
      }),
      services.citations.onDidChange(updateAll),
      { dispose: () => updateAll.cancel() },
      services.notes.onDidChange(updateOwn),
      services.paths.onDidChange(updateOwn),
      { dispose: () => updateOwn.cancel() },
    );
  }

  /** Shows the story of a review, at the passage or moment that is named. */
  open(review: ReviewDocument, passage?: string): void {
    const there = this.#panels.get(nameOf(review));
    if (there) there.reveal(passage);
    else {
      const panel = vscode.window.createWebviewPanel(viewType, review.id, vscode.ViewColumn.Active, {
        enableFindWidget: true,
      });
      this.#add(panel, review).reveal(passage);
    }
  }

  /**
   * Shows the story of a step: in the tab of the step before it, so that who walks a path has one tab and not one for each step. A review that
   * has a tab of its own is shown there, and a tab that was pinned stays as it is.
   */
  walk(review: ReviewDocument, passage?: string): void {
    const name = nameOf(review);
    const walked = this.#walked?.isPinned === true ? undefined : this.#walked;
    if (!walked || this.#panels.has(name)) {
      const isNew = !this.#panels.has(name);
      this.open(review, passage);
      if (isNew) this.#walked = this.#panels.get(name);
      return;
    }
    for (const [before, panel] of this.#panels) if (panel === walked) this.#panels.delete(before);
    this.#panels.set(name, walked);
    walked.show(review, passage);
  }

  /** Takes back a panel that VS Code kept over a reload of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = readState(state);
    if (kept && !this.#panels.has(nameOf(kept.review))) this.#add(panel, kept.review);
    else panel.dispose();
  }

  /** The story that one reads; nothing where one is elsewhere. */
  get active(): StoryPanel | undefined {
    return [...this.#panels.values()].find(({ isActive }) => isActive);
  }

  /** Opens a sheet of all that the reader asked, grouped by the people who can tell more; where it is saved to is for them to say. */
  async openSheet(): Promise<void> {
    const { notes, library } = this.#services;
    if (notes.all.length === 0) {
      const words = vscode.l10n.t(
        'You have asked nothing yet. Open a story, select what you wonder about, and choose “Ask a Question Here…”.',
      );
      throw new UserError(words);
    }
    const asked = notes.all.map((note) => ({ note, review: reviewOfNote(note, library.library) }));
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: conversationSheet(asked),
    });
    await vscode.window.showTextDocument(document, { preview: false });
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  /** Tells menus whether the story in front is a step of the reader's path. */
  #tellContext(): void {
    const isOnPath = this.active?.isOnPath === true;
    if (isOnPath === this.#isOnPath) return;
    this.#isOnPath = isOnPath;
    void vscode.commands.executeCommand('setContext', 'precedent.storyOnPath', isOnPath);
  }

  #add(panel: vscode.WebviewPanel, review: StoryName): StoryPanel {
    const name = nameOf(review);
    const story = new StoryPanel(panel, review, this.#services, (other, passage) => this.open(other, passage));
    this.#panels.set(name, story);
    story.onDidChange(() => this.#tellContext());
    panel.onDidDispose(() => {
      for (const [shown, each] of this.#panels) if (each === story) this.#panels.delete(shown);
      if (this.#walked === story) this.#walked = undefined;
      story.dispose();
      this.#tellContext();
    });
    return story;
  }
}

function nameOf({ key, id }: StoryName): string {
  return `${key}\n${id}`;
}
