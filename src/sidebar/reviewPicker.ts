import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import type { LibrarySearch } from '../core/reviews/search';
import { escapeIcons } from '../core/wording/escapeIcons';
import { quoteOf } from '../core/wording/quoteOf';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from '../host/liveLibrary';
import { startPace } from '../indexing/pace';
import { PreviewTab, type Shown } from './previewTab';
import { partRows, passageRows, type SearchRow, titleRows } from './searchRows';

/** What was chosen, and what is to be done with it. */
export interface Choice {
  readonly shown: Shown;
  readonly action: 'open' | 'openBeside' | 'cite';
}

/** What the list offers beside the choice of a review when it is there to cite: the form in which it will be written. */
export interface CiteOptions {
  /** The name of the form that is used now; nothing where nobody can tell. */
  readonly formatName: () => string | undefined;
  /** Lets the user choose another one, shown with a review. */
  readonly chooseFormat: (shown: Shown | undefined) => Promise<unknown>;
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
  cite?: CiteOptions,
): Promise<Choice | undefined> {
  const preview = new PreviewTab();
  const choice = await new Picker(library, search, cite, preview).ask();
  if (choice?.action === 'open') await preview.keep(choice.shown);
  else await preview.restore();
  return choice;
}

class Picker {
  readonly #library: LiveLibrary;
  readonly #searcher: LibrarySearch;
  readonly #toCite: CiteOptions | undefined;
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
  readonly #parts: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('list-selection'),
    tooltip: vscode.l10n.t('Cite a Passage or a Moment of It (Type # or @ behind the Id)'),
  };
  readonly #format: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('symbol-keyword'),
    tooltip: vscode.l10n.t('Choose How It Is Written'),
  };
  /** What the rows of reviews say of them, as far as it was read. */
  readonly #told = new Map<ReviewDocument, string>();
  /** While another list is asked first. */
  #isAside = false;
  /** Whether somebody moved the cursor in the list that is shown. */
  #isMoved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #query = 0;

  constructor(library: LiveLibrary, search: LibrarySearch, cite: CiteOptions | undefined, preview: PreviewTab) {
    this.#library = library;
    this.#searcher = search;
    this.#toCite = cite;
    this.#preview = preview;
    const picker = this.#picker;
    this.#name();
    picker.placeholder = vscode.l10n.t('An id, words of a title, or words of what happened; id# for its passages');
    if (cite) picker.buttons = [this.#parts, this.#beside, this.#format];
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
        if (chosen?.row) resolve({ shown: toShown(chosen.row), action: this.#toCite ? 'cite' : 'open' });
      });
      const press = (row: SearchRow | undefined, button: vscode.QuickInputButton) => {
        if (button === this.#format) void this.#chooseFormat(row);
        else if (!row) return;
        else if (button === this.#parts) this.#showParts(row);
        else resolve({ shown: toShown(row), action: button === this.#cite ? 'cite' : 'openBeside' });
      };
      picker.onDidTriggerItemButton(({ item, button }) => press(item.row, button));
      picker.onDidTriggerButton((button) => press(picker.activeItems[0]?.row, button));
      picker.onDidHide(() => this.#isAside || resolve(undefined));
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

  /** In the title, what will be done with the choice. */
  #name(): void {
    const format = this.#toCite?.formatName();
    this.#picker.title = !this.#toCite
      ? vscode.l10n.t('Search Reviews')
      : format === undefined
        ? vscode.l10n.t('Cite a Review')
        : vscode.l10n.t('Cite a Review · {0}', format);
  }

  /** Another list takes the place of this one, which comes back as it was. */
  async #chooseFormat(row: SearchRow | undefined): Promise<void> {
    this.#isAside = true;
    await this.#toCite?.chooseFormat(row && toShown(row));
    this.#name();
    this.#picker.show();
    this.#isAside = false;
    // Its rows went when it was hidden.
    this.#search(this.#picker.value);
    const again = row && this.#picker.items.find((item) => item.row && isSame(item.row, row));
    if (again) this.#picker.activeItems = [again];
  }

  #showParts({ review }: SearchRow): void {
    this.#picker.value = `${review.id}#`;
    this.#search(this.#picker.value);
  }

  /** Ids and titles now; passages when typing rests. An answer that comes after the next question is dropped. */
  #search(value: string): void {
    const words = value.trim();
    const query = ++this.#query;
    this.#isMoved = false;
    clearTimeout(this.#timer);
    const parts = partRows(this.#library.library, words);
    if (parts.length > 0) {
      this.#picker.busy = false;
      this.#show([], parts, false);
      return;
    }
    const titles = titleRows(this.#searcher, this.#library.library.reviews, words);
    const isLong = words.length >= shortestQuery;
    this.#show(titles, [], isLong);
    this.#picker.busy = isLong;
    if (this.#toCite) void this.#tell(titles, query);
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

  /** Reads what the rows of reviews have to say, in slices, and puts it there. */
  async #tell(rows: readonly SearchRow[], query: number): Promise<void> {
    const pace = startPace();
    for (const { review } of rows) {
      await pace();
      if (query !== this.#query) return;
      if (!this.#told.has(review)) this.#told.set(review, shortLine(quoteOf(review, undefined) ?? '', 200));
    }
    if (query !== this.#query || this.#isAside) return;
    const { items } = this.#picker;
    const active = this.#isMoved ? this.#picker.activeItems[0]?.row : undefined;
    this.#picker.items = items.map((item) =>
      item.row?.kind === 'review' ? { ...item, ...this.#detailOf(item.row) } : item,
    );
    const again = active && this.#picker.items.find(({ row }) => row === active);
    if (again) this.#picker.activeItems = [again];
  }

  /** The second line of a row; it is there before it says anything, so that nothing moves. */
  #detailOf(row: SearchRow): { readonly detail?: string } {
    if (row.kind === 'passage' || !this.#toCite)
      return row.detail === undefined ? {} : { detail: escapeIcons(row.detail) };
    return { detail: escapeIcons(this.#told.get(row.review) || '…') };
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
    const buttons = this.#toCite ? [this.#parts, this.#beside] : [this.#beside, this.#cite];
    const toItems = (rows: readonly SearchRow[]) =>
      rows.map((row): Item => ({ ...toItem(row, buttons), ...this.#detailOf(row) }));
    const items = [
      ...section(vscode.l10n.t('Reviews'), toItems(titles)),
      ...section(vscode.l10n.t('Passages'), toItems(passages)),
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

function section(label: string, items: readonly Item[]): Item[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function toItem(row: SearchRow, buttons: readonly vscode.QuickInputButton[]): Item {
  return {
    row,
    alwaysShow: true,
    buttons,
    label: escapeIcons(row.label),
    description: escapeIcons(row.description),
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
