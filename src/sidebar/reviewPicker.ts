import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import type { LibrarySearch } from '../core/reviews/search';
import { escapeIcons } from '../core/wording/escapeIcons';
import { quoteOf } from '../core/wording/quoteOf';
import { shortLine } from '../core/wording/shortLine';
import { runCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import { type PendingWork, pendingReading, type Reading } from '../host/pendingWork';
import { inSlices, startPace, turnForOthers } from '../indexing/pace';
import { PreviewTab, type Shown } from './previewTab';
import { isSameRow, partRows, passageRows, type SearchRow, titleRows } from './searchRows';

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

/** What the list asks of the library. */
export type SearchedLibrary = Pick<LiveLibrary, 'library' | 'state' | 'onDidChange'> & Reading;

/** What finds the rows of the list. */
export type RowSearch = Pick<
  LibrarySearch,
  'findTitles' | 'findPassages' | 'isReady' | 'preparing' | 'preparingTitles'
>;

interface Item extends vscode.QuickPickItem {
  readonly row?: SearchRow;
}

/** ms of quiet in typing before passages are searched; ids and titles are looked up at once. */
const quietForPassages = 60;

/** ms after which it is said that passages are being waited for. */
const patience = 300;

/** Shorter words are in every review. */
const shortestQuery = 3;

/**
 * One list for search and for citing: reviews by id and title at once, passages as one types more. What is shown keeps its place: more comes
 * below it. Enter takes the row under the cursor, or the first one for all that was typed, never one that came into its place on the way.
 *
 * The review under the cursor is shown in a preview tab; however the choice ends, that is over when the promise ends: on Escape, and
 * where the choice is to cite, everything is as it was before.
 */
export async function pickFromLibrary(
  library: SearchedLibrary,
  search: RowSearch,
  cite?: CiteOptions,
): Promise<Choice | undefined> {
  const preview = new PreviewTab();
  const choice = await new Picker(library, search, cite, preview).ask();
  if (choice?.action === 'open') await preview.keep(choice.shown);
  else await preview.restore();
  return choice;
}

class Picker {
  readonly #library: SearchedLibrary;
  readonly #searcher: RowSearch;
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
  readonly #goOn: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('debug-continue'),
    tooltip: vscode.l10n.t('Read the Rest of the Reviews'),
  };
  /** The reading that the title tells of: what is not read yet cannot be found. */
  #pending: PendingWork | undefined;
  /** What the rows of reviews say of them, as far as it was read. */
  readonly #told = new Map<ReviewDocument, string>();
  /** While another list is asked first. */
  #isAside = false;
  /** What was typed last, without blanks around it, and its number. */
  #words: string | undefined;
  #query = 0;
  /** The number of the query that the rows below answer. */
  #answered = 0;
  #titles: readonly SearchRow[] = [];
  #passages: readonly SearchRow[] = [];
  #isMoreToCome = false;
  /** Whether it is said what is waited for. */
  #isWaiting = false;
  /** The row under the cursor on the screen, as far as VS Code has told. */
  #active: SearchRow | undefined;
  /** Whether the rows that VS Code has on the screen are those that answer the last query. */
  #isSeen = false;
  /** Whether Enter was pressed while they were not. */
  #isEntered = false;
  /** Whether somebody moved the cursor in the list that is shown. */
  #isMoved = false;
  /** The row that is to be under the cursor when the next list is there. */
  #again: SearchRow | undefined;
  /** The item that VS Code was asked to move the cursor to; until it is there, the cursor is on its way. */
  #awaited: Item | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #choose: (choice: Choice | undefined) => void = () => {};

  constructor(library: SearchedLibrary, search: RowSearch, cite: CiteOptions | undefined, preview: PreviewTab) {
    this.#library = library;
    this.#searcher = search;
    this.#toCite = cite;
    this.#preview = preview;
    const picker = this.#picker;
    this.#pending = pendingReading(library);
    this.#name();
    picker.placeholder = vscode.l10n.t(
      'An id, words of a title, a date, or words of what happened; id# for its passages',
    );
    picker.matchOnDetail = true;
    keepOrder(picker);
  }

  ask(): Promise<Choice | undefined> {
    const picker = this.#picker;
    const following = this.#library.onDidChange(() => this.#follow());
    return new Promise<Choice | undefined>((resolve) => {
      this.#choose = resolve;
      picker.onDidChangeValue((value) => this.#search(value));
      picker.onDidChangeActive(([active]) => this.#look(active));
      picker.onDidAccept(() => this.#enter());
      const press = (row: SearchRow | undefined, button: vscode.QuickInputButton) => {
        if (button === this.#format) void this.#chooseFormat(row);
        else if (button === this.#goOn) void runCommand('precedent.refreshLibrary');
        else if (!row) return;
        else if (button === this.#parts) this.#showParts(row);
        else resolve({ shown: toShown(row), action: button === this.#cite ? 'cite' : 'openBeside' });
      };
      picker.onDidTriggerItemButton(({ item, button }) => this.#isSeen && press(item.row, button));
      picker.onDidTriggerButton((button) => press(this.#active, button));
      picker.onDidHide(() => this.#isAside || resolve(undefined));
      // First of all, so that what is typed at once goes here and not into the document.
      picker.busy = true;
      picker.show();
      this.#search('');
      // Nobody has typed yet.
      void inSlices(this.#searcher.preparingTitles(), startPace());
    }).finally(() => {
      following.dispose();
      clearTimeout(this.#timer);
      this.#query++;
      picker.dispose();
    });
  }

  /** In the title, what will be done with the choice, and which reviews cannot be found; beside it, what can be done about that. */
  #name(): void {
    const format = this.#toCite?.formatName();
    const title = !this.#toCite
      ? vscode.l10n.t('Search Reviews')
      : format === undefined
        ? vscode.l10n.t('Cite a Review')
        : vscode.l10n.t('Cite a Review · {0}', format);
    this.#picker.title = [title, ...(this.#pending ? [this.#pending.words] : [])].join(' · ');
    const toGoOn = this.#pending?.kind === 'readingStopped' ? [this.#goOn] : [];
    this.#picker.buttons = [...toGoOn, ...(this.#toCite ? [this.#parts, this.#beside, this.#format] : [])];
  }

  /** Tells how far the reading is; once it is over, the query is asked of all that was read. */
  #follow(): void {
    const before = this.#pending;
    this.#pending = pendingReading(this.#library);
    if (before?.words === this.#pending?.words) return;
    this.#name();
    if (before?.kind !== 'reading' || this.#pending || this.#isAside) return;
    const active = this.#active;
    this.#words = undefined;
    this.#search(this.#picker.value);
    this.#again = active;
  }

  /** Another list takes the place of this one, which comes back as it was. */
  async #chooseFormat(row: SearchRow | undefined): Promise<void> {
    this.#isAside = true;
    await this.#toCite?.chooseFormat(row && toShown(row));
    this.#name();
    this.#picker.show();
    this.#isAside = false;
    // Its rows went when it was hidden.
    this.#words = undefined;
    this.#search(this.#picker.value);
    this.#again = row;
  }

  #showParts({ review }: SearchRow): void {
    this.#picker.value = `${review.id}#`;
    this.#search(this.#picker.value);
  }

  /** Ids and titles now; passages when typing rests. An answer that comes after the next question is dropped. */
  #search(value: string): void {
    const words = value.trim();
    if (words === this.#words) return;
    this.#words = words;
    this.#query++;
    this.#isMoved = false;
    this.#isSeen = false;
    this.#isEntered = false;
    this.#again = undefined;
    this.#awaited = undefined;
    this.#isWaiting = false;
    clearTimeout(this.#timer);
    this.#picker.busy = true;
    void this.#answer(words, this.#query);
  }

  async #answer(words: string, query: number): Promise<void> {
    // Of letters that came together, the last one is answered.
    await turnForOthers();
    if (query !== this.#query) return;
    const parts = partRows(this.#library.library, words);
    if (parts.length > 0) {
      this.#show([], parts, false);
      return;
    }
    if (words !== '') await this.#prepare(this.#searcher.preparingTitles(), query);
    if (query !== this.#query) return;
    const titles = titleRows(this.#searcher, this.#library.library.reviews, words);
    const isLong = words.length >= shortestQuery;
    this.#show(titles, [], isLong);
    if (this.#toCite) void this.#tell(titles, query);
    if (isLong) this.#timer = setTimeout(() => void this.#findPassages(words, query), quietForPassages);
  }

  /** Passages of what is findable now, and below them those of the rest when all of the library is. */
  async #findPassages(words: string, query: number): Promise<void> {
    if (!this.#searcher.isReady) {
      this.#show(this.#titles, passageRows(this.#searcher, words), true);
      this.#timer = setTimeout(() => this.#wait(true), patience);
    }
    await this.#prepare(this.#searcher.preparing(), query);
    if (query !== this.#query) return;
    clearTimeout(this.#timer);
    this.#wait(false);
    const shown = this.#passages;
    const isNew = (row: SearchRow) => !shown.some((each) => isSameRow(each, row));
    this.#show(this.#titles, [...shown, ...passageRows(this.#searcher, words).filter(isNew)], false);
  }

  /** Says, below what is found by now, that the rest is waited for. */
  #wait(isWaiting: boolean): void {
    if (this.#isWaiting === isWaiting) return;
    this.#isWaiting = isWaiting;
    if (!this.#isAside) this.#render();
  }

  /** Reads what the rows of reviews have to say, in slices, and puts it there. Where all of it is there already, nothing is shown again. */
  async #tell(rows: readonly SearchRow[], query: number): Promise<void> {
    const pace = startPace();
    const silent = rows.filter(({ review }) => !this.#told.has(review));
    for (const { review } of silent) {
      await pace();
      if (query !== this.#query) return;
      this.#told.set(review, shortLine(quoteOf(review, undefined) ?? '', 200));
    }
    if (silent.length > 0 && query === this.#query && !this.#isAside) this.#render();
  }

  /** The second line of a row; it is there before it says anything, so that nothing moves. */
  #detailOf(row: SearchRow): { readonly detail?: string } {
    if (row.kind === 'passage' || !this.#toCite)
      return row.detail === undefined ? {} : { detail: escapeIcons(row.detail) };
    return { detail: escapeIcons(this.#told.get(row.review) || '…') };
  }

  /** Makes what is new in the library findable, in slices that leave the editor alone, while the query is the last one. */
  async #prepare(steps: Generator<void, void>, query: number): Promise<void> {
    const pace = startPace();
    for (const _ of steps) {
      await pace();
      if (query !== this.#query) return;
    }
  }

  /** Shows rows that answer the last query. Those that are shown for it already stand at the same places in them. */
  #show(titles: readonly SearchRow[], passages: readonly SearchRow[], isMoreToCome: boolean): void {
    this.#picker.busy = isMoreToCome;
    const isFirst = this.#answered !== this.#query;
    const isSame =
      !isFirst &&
      passages.length === this.#passages.length &&
      (titles.length + passages.length > 0 || isMoreToCome === this.#isMoreToCome);
    this.#titles = titles;
    this.#passages = passages;
    this.#isMoreToCome = isMoreToCome;
    this.#answered = this.#query;
    this.#picker.keepScrollPosition = !isFirst;
    if (!isSame) this.#render();
    this.#takeIfMeant();
  }

  /** VS Code moves the cursor to the first of new items, and then to where it is asked to. */
  #render(): void {
    const picker = this.#picker;
    const buttons = this.#toCite ? [this.#parts, this.#beside] : [this.#beside, this.#cite];
    const toItems = (rows: readonly SearchRow[]) =>
      rows.map((row): Item => ({ ...toItem(row, buttons), ...this.#detailOf(row) }));
    const items = [
      ...section(vscode.l10n.t('Reviews'), toItems(this.#titles)),
      ...section(vscode.l10n.t('Passages'), toItems(this.#passages)),
      ...(this.#isWaiting ? [beingMadeFindable()] : []),
    ];
    const again = this.#again ?? (this.#isMoved ? this.#active : undefined);
    const active = again && items.find(({ row }) => row && isSameRow(row, again));
    picker.items = items.length > 0 || this.#isMoreToCome ? items : [nothingFound(this.#library)];
    this.#isMoved = active !== undefined;
    this.#awaited = active;
    if (active) picker.activeItems = [active];
  }

  /** Takes the row under the cursor; where VS Code had yet to show the rows for what is typed, see below. */
  #enter(): void {
    if (this.#isSeen) this.#take(this.#picker.selectedItems[0]?.row);
    else {
      this.#isEntered = true;
      this.#takeIfMeant();
    }
  }

  /**
   * What Enter means that came before VS Code told of the rows for what is typed: the one to which somebody moved the cursor, else the first of
   * them, as in all lists of VS Code. It goes by what was typed, not by the place in a list on the way, where another row may stand.
   */
  #takeIfMeant(): void {
    if (!this.#isEntered || this.#answered !== this.#query) return;
    this.#isEntered = false;
    const [first] = [...this.#titles, ...this.#passages];
    this.#take((this.#isMoved ? this.#active : undefined) ?? first);
  }

  #take(row: SearchRow | undefined): void {
    if (row) this.#choose({ shown: toShown(row), action: this.#toCite ? 'cite' : 'open' });
  }

  /** Shows what the cursor is on once somebody moved it; not what it is on when a list appears. */
  #look(active: Item | undefined): void {
    if (this.#awaited && active !== this.#awaited) return;
    this.#awaited = undefined;
    this.#again = undefined;
    this.#isSeen = this.#answered === this.#query;
    this.#active = active?.row;
    const isFirst = active === this.#picker.items.find(({ row }) => row);
    if (!active?.row || (isFirst && !this.#isMoved)) return;
    this.#isMoved = true;
    this.#preview.show(toShown(active.row));
  }
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

function beingMadeFindable(): Item {
  const label = vscode.l10n.t('The texts are still being made findable; ids and titles are searched already');
  return { label: `$(loading~spin) ${label}`, alwaysShow: true };
}

function nothingFound({ state, isStopped }: SearchedLibrary): Item {
  const label =
    state === 'indexing' || state === 'searching'
      ? vscode.l10n.t('The reviews are still being read')
      : isStopped
        ? vscode.l10n.t('None of the reviews that were read holds these words')
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
