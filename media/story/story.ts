import DOMPurify from 'dompurify';
import { readState, readToPage, type StoryState, type ToHost, type ToPage } from '../../src/story/messages';
import { asked, askWhereSelected } from './ask';
import { Outline } from './outline';
import { elementAt, lineOf, topmost } from './place';
import { watchEnd } from './reading';
import { Rest } from './rest';
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
const steps = new Steps(page, (then) => rest.when(() => false, then));
const outline = new Outline(page);
/** What the page told before VS Code made it again. */
const kept = readState(host.getState());
let review = kept?.review;
let isTold = false;
/** 1-based line of the source at the top of the window, and how many pixels below the upper edge it stands. */
let place = { line: kept?.line ?? 1, top: 0 };

enlargeImages(page);
askWhereSelected(page, byId('ask'), () => ask());
const readingEnd = watchEnd(page, () => host.postMessage({ type: 'end' }));
const rest = new Rest({
  ask: () => host.postMessage({ type: 'rest' }),
  add: (piece) => addTo(page.querySelector('main') ?? page, piece),
  whole: settle,
  // The frame is drawn between the two.
  afterFrame: (run) => requestAnimationFrame(() => setTimeout(run)),
});

window.addEventListener('message', ({ data }) => {
  const message = readToPage(data);
  if (message?.type === 'story') tell(message);
  else if (message?.type === 'rest') rest.came(message.pieces);
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

/** Puts a story, or a new version of it, into the page and goes to where the reader was; the rest of a long one comes after that. */
function tell(message: Extract<ToPage, { type: 'story' }>): void {
  const isOther = review !== undefined && (review.key !== message.review.key || review.id !== message.review.id);
  review = message.review;
  const focused = document.activeElement?.id;
  if (isOther) {
    place = { line: 1, top: 0 };
    steps.leave();
    rest.leave();
  }
  page.replaceChildren();
  // Of a long story, not all is laid out at once.
  page.classList.toggle('long', !message.isAll);
  page.classList.remove('whole');
  addTo(page, message.html);
  page.setAttribute('aria-busy', 'false');
  if (!message.isAll) {
    steps.begin();
    outline.begin();
  }
  rest.begin(message.isAll);
  goToPlace();
  if (isOther) {
    window.scrollTo({ top: 0, behavior: 'instant' });
    // Who walks on from step to step reads on from the title.
    page.querySelector('h1')?.focus({ preventScroll: true });
  } else if (isTold && focused) withElement(focused, (element) => element.focus({ preventScroll: true }));
  isTold = true;
  remember();
}

/** Puts HTML behind what a parent holds. The host has cleaned it; this is the second look, by the library that knows browsers best. */
function addTo(parent: Element, html: string): void {
  const clean = DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, USE_PROFILES: { html: true } });
  for (const each of clean.querySelectorAll<HTMLElement>('[data-passage], [data-line]')) {
    const { passage, line } = each.dataset;
    each.dataset.vscodeContext = JSON.stringify({ passage, line: line === undefined ? undefined : Number(line) });
  }
  parent.append(clean);
}

/** All of the story is there. */
function settle(): void {
  page.classList.add('whole');
  steps.begin();
  outline.begin();
  readingEnd.begin();
  window.dispatchEvent(new Event('precedent:story'));
}

/** Has the reader see again what they saw. */
function goToPlace(): void {
  const { line, top } = place;
  if (line <= 1) return;
  withLine(line, () => {
    const there = elementAt(page, line);
    const most = Math.min(top, window.innerHeight / 2);
    if (there) window.scrollBy({ top: there.getBoundingClientRect().top - most, behavior: 'instant' });
  });
}

/** Does something with the element that has this id, once it is there; nothing where there is none. */
function withElement(id: string, then: (element: HTMLElement) => void): void {
  const found = () => document.getElementById(id) ?? undefined;
  rest.when(
    () => found() !== undefined,
    () => {
      const element = found();
      if (element && page.contains(element)) then(element);
    },
  );
}

/** Does something once what came from a line is on the page. */
function withLine(line: number, then: () => void): void {
  rest.when(() => page.querySelector(`main [data-line="${line}"]`) !== null, then);
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
  withElement(id, (found) => {
    for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    if (found.tabIndex < 0 && !found.hasAttribute('tabindex')) found.tabIndex = -1;
    found.scrollIntoView({ block: found.tagName === 'SECTION' ? 'start' : 'center' });
    found.focus({ preventScroll: true });
    tellPlace();
  });
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
