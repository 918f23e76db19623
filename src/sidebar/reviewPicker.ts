import * as vscode from 'vscode';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from '../host/liveLibrary';
import { PreviewTab, type Shown } from './previewTab';
import { passageRows, type SearchRow, titleRows } from './searchRows';
import { shortDescription } from './shortDescription';

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
export async function pickFromLibrary(library: LiveLibrary, purpose: 'open' | 'cite'): Promise<Choice | undefined> {
  const preview = new PreviewTab();
  const choice = await new Picker(library, purpose, preview).ask();
  if (choice?.action === 'open') await preview.keep(choice.shown);
  else await preview.restore();
  return choice;
}

class Picker {
  readonly #library: LiveLibrary;
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
  #isSettled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #query = 0;

  constructor(library: LiveLibrary, purpose: 'open' | 'cite', preview: PreviewTab) {
    this.#library = library;
    this.#purpose = purpose;
    this.#preview = preview;
    const picker = this.#picker;
    picker.title = purpose === 'cite' ? vscode.l10n.t('Cite a Review') : vscode.l10n.t('Search Reviews');
    picker.placeholder = vscode.l10n.t('An id, words of a title, or words of what happened');
    picker.matchOnDescription = true;
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
      this.#search('');
      picker.show();
    }).finally(() => {
      clearTimeout(this.#timer);
      this.#query++;
      picker.dispose();
    });
  }

  /** Ids and titles now; passages when typing rests. An answer that comes after the next question is dropped. */
  #search(value: string): void {
    const query = ++this.#query;
    const words = value.trim();
    clearTimeout(this.#timer);
    const titles = titleRows(this.#library.library, words);
    const isLong = words.length >= shortestQuery;
    this.#show(titles, [], isLong);
    this.#picker.busy = isLong;
    if (!isLong) return;
    this.#timer = setTimeout(async () => {
      const passages = await passageRows(this.#library.library, words);
      if (query !== this.#query) return;
      this.#picker.busy = false;
      this.#show(titles, passages, false);
    }, quietForPassages);
  }

  #show(titles: readonly SearchRow[], passages: readonly SearchRow[], isMoreToCome: boolean): void {
    const buttons = this.#purpose === 'cite' ? [this.#beside] : [this.#beside, this.#cite];
    const items = [
      ...section(vscode.l10n.t('Reviews'), titles, buttons),
      ...section(vscode.l10n.t('Passages'), passages, buttons),
    ];
    this.#isSettled = false;
    this.#picker.items = items.length > 0 || isMoreToCome ? items : [nothingFound(this.#library)];
  }

  /** Shows what the cursor is on once it was moved; not what a list begins with when it appears. */
  #look(active: Item | undefined): void {
    const isFirst = active === this.#picker.items.find(({ row }) => row);
    const isMoved = this.#isSettled || !isFirst;
    this.#isSettled = true;
    if (active?.row && isMoved) this.#preview.show(toShown(active.row));
  }
}

function section(label: string, rows: readonly SearchRow[], buttons: readonly vscode.QuickInputButton[]): Item[] {
  if (rows.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows.map((row) => toItem(row, buttons))];
}

function toItem(row: SearchRow, buttons: readonly vscode.QuickInputButton[]): Item {
  const { review, heading, excerpt } = row;
  const title = escapeIcons(shortLine(review.title || review.id, 120));
  const about = escapeIcons(shortDescription(review));
  const shared = { row, alwaysShow: true, buttons };
  if (excerpt === undefined) {
    return {
      ...shared,
      label: title,
      description: about,
      iconPath: new vscode.ThemeIcon(review.isDraft ? 'edit' : 'book'),
    };
  }
  return {
    ...shared,
    label: escapeIcons(shortLine(heading ?? '', 120)) || title,
    description: heading ? `${title} · ${about}` : about,
    detail: escapeIcons(shortLine(excerpt, 240)),
  };
}

function nothingFound({ state }: LiveLibrary): Item {
  const label =
    state === 'indexing' || state === 'searching'
      ? vscode.l10n.t('The reviews are still being read')
      : vscode.l10n.t('No review holds these words');
  return { label, alwaysShow: true };
}

function toShown({ review, passage }: SearchRow): Shown {
  return { review, ...(passage === undefined ? {} : { passage }) };
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
