import DOMPurify from 'dompurify';
import { readState, readToPage, type StoryName, type StoryState, type ToHost } from '../../src/story/messages';
import { asked, askWhereSelected } from './ask';
import { Outline } from './outline';
import { elementAt, lineOf, topmost } from './place';
import { watchEnd } from './reading';
import { Steps } from './steps';
import { enlargeImages } from './zoom';

/** What VS Code gives the script of a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: StoryState): void;
};

const host = acquireVsCodeApi();
const page = byId('page');
const steps = new Steps(page);
const outline = new Outline(page);
let review: StoryName | undefined;
/** 1-based line of the source at the top of the window, and how many pixels below the upper edge it stands. */
let place = { line: readState(host.getState())?.line ?? 1, top: 0 };

/** From so many characters on, not all of a story is laid out at once. */
const long = 200_000;

enlargeImages(page);
askWhereSelected(page, byId('ask'), () => ask());
const readingEnd = watchEnd(page, () => host.postMessage({ type: 'end' }));

window.addEventListener('message', ({ data }) => {
  const message = readToPage(data);
  if (message?.type === 'story') tell(message.html, message.review);
  else if (message?.type === 'go') goTo(message.to);
  else if (message?.type === 'step') steps.step(message.by);
  else if (message?.type === 'ask') ask(message.line);
});

// In the capturing phase: VS Code's own script would take a click for one on an address.
window.addEventListener('click', clicked, true);

let scrolled: ReturnType<typeof setTimeout> | undefined;
let resized: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrolled);
  // What moves while the window gets wider or narrower is not moved by the reader.
  if (resized === undefined) scrolled = setTimeout(tellPlace, 100);
});
window.addEventListener('resize', () => {
  clearTimeout(scrolled);
  clearTimeout(resized);
  goToPlace();
  resized = setTimeout(() => {
    resized = undefined;
    goToPlace();
  }, 250);
});
page.addEventListener('focusin', () => tellPlace());

host.postMessage({ type: 'ready' });

/** Puts a story, or a new version of it, into the page and goes to where the reader was. */
function tell(html: string, told: StoryName): void {
  const isFirst = review === undefined;
  review = told;
  const focused = document.activeElement?.id;
  // The host has cleaned it; this is the second look, by the library that knows browsers best.
  page.replaceChildren(DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, USE_PROFILES: { html: true } }));
  page.classList.toggle('long', html.length > long);
  page.setAttribute('aria-busy', 'false');
  for (const each of page.querySelectorAll<HTMLElement>('[data-passage], main [data-line]')) {
    const { passage, line } = each.dataset;
    each.dataset.vscodeContext = JSON.stringify({ passage, line: line === undefined ? undefined : Number(line) });
  }
  steps.begin();
  outline.begin();
  readingEnd.begin();
  window.dispatchEvent(new Event('precedent:story'));
  goToPlace();
  if (!isFirst && focused) document.getElementById(focused)?.focus({ preventScroll: true });
  remember();
}

/** Has the reader see again what they saw. */
function goToPlace(): void {
  const there = place.line > 1 ? elementAt(page, place.line) : undefined;
  const top = Math.min(place.top, window.innerHeight / 2);
  if (there) window.scrollBy({ top: there.getBoundingClientRect().top - top, behavior: 'instant' });
}

function clicked(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const taken = event.target.closest<HTMLElement>('[data-follow], [data-copy], [data-ask], [data-note], a[href^="#"]');
  if (!taken) return;
  event.preventDefault();
  const { follow, copy, ask: line, note, to } = taken.dataset;
  if (copy !== undefined) host.postMessage({ type: 'copy', passage: copy });
  else if (line !== undefined) ask(Number(line));
  else if (note !== undefined && (to === 'change' || to === 'remove'))
    host.postMessage({ type: 'note', note: Number(note), to });
  else if (follow !== undefined) host.postMessage({ type: 'follow', target: Number(follow) });
  else goTo(decodeURIComponent(taken.getAttribute('href')?.slice(1) ?? ''));
  event.stopImmediatePropagation();
}

/** Tells the host about which words there is a question: those that came from a line, else those the reader is at. */
function ask(line?: number): void {
  const about = asked(page, line);
  if (about) host.postMessage({ type: 'ask', ...about });
}

/** Brings an element into sight and gives it the focus, unfolding what holds it. */
function goTo(id: string): void {
  const found = document.getElementById(id);
  if (!found || !page.contains(found)) return;
  for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  if (found.tabIndex < 0 && !found.hasAttribute('tabindex')) found.tabIndex = -1;
  found.scrollIntoView({ block: found.tagName === 'SECTION' ? 'start' : 'center' });
  found.focus({ preventScroll: true });
  tellPlace();
}

/** Tells the host what one reads: what has the focus where that is a passage or moment, else what is at the top. */
function tellPlace(): void {
  const top = topmost(page);
  const focused = document.activeElement?.closest<HTMLElement>('main [data-passage]');
  const moment = page.querySelector<HTMLElement>('.moment[aria-current]');
  const seen = [focused, moment].find((each) => each?.dataset.line !== undefined && isSeen(each)) ?? top;
  place =
    seen && window.scrollY > 0 ? { line: lineOf(seen), top: seen.getBoundingClientRect().top } : { line: 1, top: 0 };
  const passage = (focused ?? top?.closest<HTMLElement>('[data-passage]'))?.dataset.passage;
  const line = focused ? Number(focused.dataset.line) || place.line : place.line;
  outline.follow(seen === top ? undefined : seen);
  host.postMessage({ type: 'place', line, ...(passage === undefined ? {} : { passage }) });
  remember();
}

function isSeen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function remember(): void {
  if (review) host.setState({ review, line: place.line });
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}
