import * as vscode from 'vscode';
import type { LibrarySearch } from '../core/reviews/search';
import { escapeIcons } from '../core/wording/escapeIcons';
import type { LiveLibrary } from '../host/liveLibrary';
import { startPace } from '../indexing/pace';
import { PreviewTab, type Shown } from './previewTab';
import { passageRows, type SearchRow, titleRows } from './searchRows';

/** What was chosen, and what is to be done with it. */
export interface Choice {
  readonly shown: Shown;
  readonly action: 'open' | 'openBeside' | 'cite';
}

interface Item extends vscode.QuickPickItem {
  readonly row?: SearchRow;
}

/** ms of quiet in typing before passages are searched; ids and titles are looked up at once. */
const quietForPassages = 60;

/** Shorter words are in every review. */
const shortestQuery = 3;

/**
 * One list for search and for citing: reviews by id and title at once, passages as one types more.
 *
 * The review under the cursor is shown in a preview tab; however the choice ends, that is over when the promise ends: on Escape, and
 * where the choice is to cite, everything is as it was before.
 */
export async function pickFromLibrary(
  library: LiveLibrary,
  search: LibrarySearch,
  purpose: 'open' | 'cite',
): Promise<Choice | undefined> {
  const preview = new PreviewTab();
  const choice = await new Picker(library, search, purpose, preview).ask();
  if (choice?.action === 'open') await preview.keep(choice.shown);
  else await preview.restore();
  return choice;
}

class Picker {
  readonly #library: LiveLibrary;
  readonly #searcher: LibrarySearch;
  readonly #purpose: 'open' | 'cite';
  readonly #preview: PreviewTab;
  readonly #picker = vscode.window.createQuickPick<Item>();
  readonly #beside: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('split-horizontal'),
    tooltip: vscode.l10n.t('Open to the Side'),
  };
  readonly #cite: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('quote'),
    tooltip: vscode.l10n.t('Cite'),
  };
  /** Whether somebody moved the cursor in the list that is shown. */
  #isMoved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #query = 0;

  constructor(library: LiveLibrary, search: LibrarySearch, purpose: 'open' | 'cite', preview: PreviewTab) {
    this.#library = library;
    this.#searcher = search;
    this.#purpose = purpose;
    this.#preview = preview;
    const picker = this.#picker;
    picker.title = purpose === 'cite' ? vscode.l10n.t('Cite a Review') : vscode.l10n.t('Search Reviews');
    picker.placeholder = vscode.l10n.t('An id, words of a title, or words of what happened');
    picker.matchOnDetail = true;
    keepOrder(picker);
  }

  ask(): Promise<Choice | undefined> {
    const picker = this.#picker;
    return new Promise<Choice | undefined>((resolve) => {
      picker.onDidChangeValue((value) => this.#search(value));
      picker.onDidChangeActive(([active]) => this.#look(active));
      picker.onDidAccept(() => {
        const [chosen] = picker.selectedItems;
        if (chosen?.row) resolve({ shown: toShown(chosen.row), action: this.#purpose });
      });
      picker.onDidTriggerItemButton(({ item, button }) => {
        if (item.row) resolve({ shown: toShown(item.row), action: button === this.#cite ? 'cite' : 'openBeside' });
      });
      picker.onDidHide(() => resolve(undefined));
      // First of all, so that what is typed at once goes here and not into the document.
      picker.busy = true;
      picker.show();
      this.#search('');
    }).finally(() => {
      clearTimeout(this.#timer);
      this.#query++;
      picker.dispose();
    });
  }

  /** Ids and titles now; passages when typing rests. An answer that comes after the next question is dropped. */
  #search(value: string): void {
    const words = value.trim();
    const query = ++this.#query;
    this.#isMoved = false;
    clearTimeout(this.#timer);
    const titles = titleRows(this.#searcher, this.#library.library.reviews, words);
    const isLong = words.length >= shortestQuery;
    this.#show(titles, [], isLong);
    this.#picker.busy = isLong;
    if (isLong) this.#timer = setTimeout(() => void this.#findPassages(titles, words, query), quietForPassages);
  }

  /** Passages of what is findable now, and once more when all of the library is. */
  async #findPassages(titles: readonly SearchRow[], words: string, query: number): Promise<void> {
    if (!this.#searcher.isReady) this.#show(titles, passageRows(this.#searcher, words), true);
    await this.#prepare(() => query !== this.#query);
    if (query !== this.#query) return;
    this.#picker.busy = false;
    this.#show(titles, passageRows(this.#searcher, words), false);
  }

  /** Makes what is new in the library findable, in slices that leave the editor alone. */
  async #prepare(isOver: () => boolean): Promise<void> {
    const pace = startPace();
    for (const _ of this.#searcher.preparing()) {
      await pace();
      if (isOver()) return;
    }
  }

  #show(titles: readonly SearchRow[], passages: readonly SearchRow[], isMoreToCome: boolean): void {
    const picker = this.#picker;
    const buttons = this.#purpose === 'cite' ? [this.#beside] : [this.#beside, this.#cite];
    const items = [
      ...section(vscode.l10n.t('Reviews'), titles, buttons),
      ...section(vscode.l10n.t('Passages'), passages, buttons),
    ];
    const active = this.#isMoved ? picker.activeItems[0]?.row : undefined;
    const again = active && items.find(({ row }) => row && isSame(row, active));
    picker.items = items.length > 0 || isMoreToCome ? items : [nothingFound(this.#library)];
    this.#isMoved = again !== undefined;
    if (again) picker.activeItems = [again];
  }

  /** Shows what the cursor is on once somebody moved it; not what it is on when a list appears. */
  #look(active: Item | undefined): void {
    const isFirst = active === this.#picker.items.find(({ row }) => row);
    if (!active?.row || (isFirst && !this.#isMoved)) return;
    this.#isMoved = true;
    this.#preview.show(toShown(active.row));
  }
}

function isSame(a: SearchRow, b: SearchRow): boolean {
  return a.kind === b.kind && a.review === b.review && a.passage === b.passage && a.line === b.line;
}

function section(label: string, rows: readonly SearchRow[], buttons: readonly vscode.QuickInputButton[]): Item[] {
  if (rows.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows.map((row) => toItem(row, buttons))];
}

function toItem(row: SearchRow, buttons: readonly vscode.QuickInputButton[]): Item {
  return {
    row,
    alwaysShow: true,
    buttons,
    label: escapeIcons(row.label),
    description: escapeIcons(row.description),
    ...(row.detail === undefined ? {} : { detail: escapeIcons(row.detail) }),
    iconPath: new vscode.ThemeIcon(row.kind === 'passage' ? 'quote' : row.review.isDraft ? 'edit' : 'book'),
  };
}

function nothingFound({ state }: LiveLibrary): Item {
  const label =
    state === 'indexing' || state === 'searching'
      ? vscode.l10n.t('The reviews are still being read')
      : vscode.l10n.t('No review holds these words');
  return { label, alwaysShow: true };
}

function toShown({ review, passage, line }: SearchRow): Shown {
  return { review, ...(passage === undefined ? {} : { passage }), ...(line === undefined ? {} : { line }) };
}

/**
 * Asks VS Code to leave our order alone: it would sort what it finds in a label to the top, and drop the separators.
 *
 * The property works in every VS Code so far but is not among the typings (microsoft/vscode#73904). Where it is missing, rows are
 * sorted by VS Code, and all of them are still there.
 */
function keepOrder(picker: vscode.QuickPick<Item>): void {
  Object.assign(picker, { sortByLabel: false });
}
