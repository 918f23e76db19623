import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
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

  constructor(services: StoryServices) {
    this.#services = services;
    const updateAll = debounce(
      () => {
        for (const panel of this.#panels.values()) panel.updateIfCitedElsewhere();
      },
      500,
      5000,
    );
    this.#subscription = vscode.Disposable.from(
      services.library.onDidChange(() => {
        for (const panel of this.#panels.values()) panel.updateIfChanged();
      }),
      services.citations.onDidChange(updateAll),
      { dispose: () => updateAll.cancel() },
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

  dispose(): void {
    this.#subscription.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #add(panel: vscode.WebviewPanel, review: StoryName): StoryPanel {
    const name = nameOf(review);
    const story = new StoryPanel(panel, review, this.#services, (other, passage) => this.open(other, passage));
    this.#panels.set(name, story);
    panel.onDidDispose(() => {
      this.#panels.delete(name);
      story.dispose();
    });
    return story;
  }
}

function nameOf({ key, id }: StoryName): string {
  return `${key}\n${id}`;
}
