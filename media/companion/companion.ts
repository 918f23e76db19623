import {
  type CompanionAction,
  type CompanionEntry,
  readToCompanion,
  type ToCompanion,
  type ToCompanionHost,
} from '../../src/sidebar/companionMessages';

/** What VS Code gives the script of a webview, once. */
declare function acquireVsCodeApi(): { postMessage(message: ToCompanionHost): void };

type Show = Extract<ToCompanion, { type: 'show' }>;

const host = acquireVsCodeApi();
const page = byId('page');
const said = byId('said');
/** What is shown, and what came while somebody was in the page: it waits until they have left. */
let shown: Show | undefined;
let waiting: Show | undefined;
let isPointed = false;

window.addEventListener('message', ({ data }) => {
  const message = readToCompanion(data);
  if (message?.type === 'show') show(message);
  else if (message?.type === 'gone') remove(message.entry);
  else if (message?.type === 'cited') markCited(message.entry);
});

document.documentElement.addEventListener('pointerenter', () => {
  isPointed = true;
});
document.documentElement.addEventListener('pointerleave', () => {
  isPointed = false;
  letIn();
});
window.addEventListener('blur', letIn);

page.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (!button) return;
  const { action, offer } = button.dataset;
  if (action !== undefined)
    host.postMessage({ type: 'do', action: action as CompanionAction, entry: numberOf(button) ?? 0 });
  else if (offer !== undefined) host.postMessage({ type: 'offer', offer: offer as Show['offers'][number]['offer'] });
});

page.addEventListener('focusin', ({ target }) => {
  const entry = target instanceof Element ? numberOf(target) : undefined;
  host.postMessage({ type: 'at', ...(entry === undefined ? {} : { entry }) });
});

// Up and down go from passage to passage, Tab through what can be done with one.
page.addEventListener('keydown', (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const entries = [...page.querySelectorAll('li')];
  const at = entries.findIndex((each) => each.contains(document.activeElement));
  const next = entries[at < 0 ? 0 : at + by];
  if (!next) return;
  event.preventDefault();
  next.querySelector('button')?.focus();
});

host.postMessage({ type: 'ready' });

/**
 * Shows what resembles the text now; later, where somebody is in the page and did not ask for it: nothing moves under a pointer or a
 * focus.
 */
function show(message: Show): void {
  const isThere = isPointed || document.hasFocus();
  if (!message.isAsked && isThere && page.querySelector('li')) {
    waiting = message;
    return;
  }
  waiting = undefined;
  shown = message;
  const hadFocus = document.hasFocus() && page.contains(document.activeElement);
  page.replaceChildren(message.entries.length > 0 ? listOf(message) : emptyOf(message));
  page.setAttribute('aria-busy', 'false');
  if (hadFocus) page.querySelector('button')?.focus();
}

function letIn(): void {
  // What has the focus is told before the focus itself is gone.
  setTimeout(() => {
    if (waiting && !isPointed && !document.hasFocus()) show(waiting);
  });
}

function emptyOf({ sentence, offers }: Show): HTMLElement {
  const buttons = offers.map(({ offer, label }) => {
    const button = element('button', 'offer', label);
    button.dataset.offer = offer;
    return button;
  });
  return element('div', 'empty', element('p', '', sentence), ...buttons);
}

function listOf(message: Show): HTMLElement {
  const list = element('ol', '', ...message.entries.map((entry) => itemOf(entry, message.words)));
  list.setAttribute('aria-label', message.words.list);
  return list;
}

function itemOf(entry: CompanionEntry, words: Show['words']): HTMLElement {
  const title = element('h2', '', entry.title);
  const excerpt = element(
    'p',
    'excerpt',
    ...entry.excerpt.map(({ text, isMatched }) => (isMatched ? element('mark', '', text) : text)),
  );
  const buttons = (
    [
      ['cite', words.cite],
      ['beside', words.beside],
      ['dismiss', words.dismiss],
    ] as const
  ).map(([action, label]) => {
    const button = element('button', action, label);
    button.dataset.action = action;
    button.setAttribute('aria-label', `${label}: ${entry.name}`);
    return button;
  });
  const item = element(
    'li',
    '',
    title,
    element('p', 'about', [entry.about, entry.heading].filter((part) => part !== '').join(' · ')),
    excerpt,
    element('p', 'matched', `${words.matched} ${entry.matched.join(', ')}`),
    element('p', 'cited', words.cited),
    element('div', 'actions', ...buttons),
  );
  item.dataset.entry = String(entry.number);
  item.classList.toggle('is-cited', entry.isCited);
  item.dataset.vscodeContext = JSON.stringify({
    webviewSection: 'entry',
    entry: entry.number,
    preventDefaultContextMenuItems: true,
  });
  return item;
}

/** An element with text and elements in it; whatever is text stays text. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (made instanceof HTMLButtonElement) made.type = 'button';
  made.append(...content);
  return made;
}

/** Takes away an entry that somebody dismissed, and gives the focus that was in it to the next. */
function remove(number: number): void {
  const item = itemWith(number);
  if (!item) return;
  const neighbour = item.nextElementSibling ?? item.previousElementSibling;
  const hadFocus = item.contains(document.activeElement);
  item.remove();
  if (hadFocus) neighbour?.querySelector('button')?.focus();
  if (!neighbour && waiting) show(waiting);
}

function markCited(number: number): void {
  const item = itemWith(number);
  if (!item || !shown) return;
  item.classList.add('is-cited');
  said.textContent = `${shown.words.cited}: ${item.querySelector('h2')?.textContent ?? ''}`;
}

function itemWith(number: number): HTMLLIElement | null {
  return page.querySelector<HTMLLIElement>(`li[data-entry="${number}"]`);
}

function numberOf(inside: Element): number | undefined {
  const number = inside.closest<HTMLElement>('[data-entry]')?.dataset.entry;
  return number === undefined ? undefined : Number(number);
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element ${id}.`);
  return found;
}
