import { lined, lineOf, topmost } from './place';

/** So much of a passage goes with a question, in UTF-16 units. */
const longest = 300;

/** What a question is about. */
export interface About {
  /** 1-based line of the source. */
  readonly line: number;
  readonly words: string;
  readonly passage?: string;
}

/** The words that came from a line (1-based); without one, those that are selected, else those of what has the focus or is at the top. */
export function asked(page: HTMLElement, line?: number): About | undefined {
  const selection = selected(page);
  // A menu on the selected words means these words.
  if (selection && (line === undefined || selection.line === line)) return selection;
  const at =
    line === undefined
      ? (document.activeElement?.closest<HTMLElement>('main [data-line]') ?? topmost(page))
      : lined(page).findLast((each) => lineOf(each) === line);
  return at && about(at, wordsOf(at));
}

/** Shows `button` below the words that the reader selects, until they are no longer selected. */
export function askWhereSelected(page: HTMLElement, button: HTMLElement, ask: () => void): void {
  document.addEventListener('selectionchange', () => {
    const range = selected(page) && document.getSelection()?.getRangeAt(0);
    button.hidden = !range;
    if (!range) return;
    const { bottom, right } = range.getBoundingClientRect();
    const most = document.documentElement.clientWidth - button.offsetWidth - 8;
    // What is selected down to the edge of the window has its button at that edge.
    const lowest = document.documentElement.clientHeight - button.offsetHeight - 8;
    button.style.setProperty('top', `${window.scrollY + Math.max(8, Math.min(lowest, bottom + 6))}px`);
    button.style.setProperty('left', `${Math.max(8, Math.min(most, right - button.offsetWidth))}px`);
  });
  // A press would take the selection away before the click.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    ask();
    document.getSelection()?.removeAllRanges();
  });
}

function selected(page: HTMLElement): About | undefined {
  const selection = document.getSelection();
  const words = collapse(selection?.toString() ?? '');
  if (!selection || selection.rangeCount === 0 || words.length < 2) return undefined;
  const { startContainer } = selection.getRangeAt(0);
  const start = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const at = start?.closest<HTMLElement>('main [data-line]');
  if (!at || !page.contains(at)) return undefined;
  // Of a selection over several passages, the words of the first are what a question can stand at.
  const own = wordsOf(at, Number.POSITIVE_INFINITY);
  return about(at, own.includes(words) ? words.slice(0, longest) : own.slice(0, longest));
}

function about(at: HTMLElement, words: string): About {
  const passage = at.closest<HTMLElement>('[data-passage]')?.dataset.passage;
  return { line: lineOf(at), words, ...(passage === undefined ? {} : { passage }) };
}

function wordsOf(at: HTMLElement, most = longest): string {
  const copy = at.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const each of copy.querySelectorAll('.tools, .copy, .margin')) each.remove();
  return collapse(copy.textContent ?? '').slice(0, most);
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
