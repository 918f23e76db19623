import DOMPurify from 'dompurify';
import { readState, readToPage, type StoryName, type StoryState, type ToHost } from '../../src/story/messages';

/** What VS Code gives the script of a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: StoryState): void;
};

const host = acquireVsCodeApi();
const page = byId('page');
let review: StoryName | undefined;
/** 1-based line of the source at the top of the window. */
let line = readState(host.getState())?.line ?? 1;

window.addEventListener('message', ({ data }) => {
  const message = readToPage(data);
  if (message?.type === 'story') tell(message.html, message.review);
  else if (message?.type === 'go') document.getElementById(message.to)?.scrollIntoView();
});

// In the capturing phase: VS Code's own script would take a click for one on an address.
window.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-follow]') : undefined;
    if (!link) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    host.postMessage({ type: 'follow', target: Number(link.dataset.follow) });
  },
  true,
);

let scrolled: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(rememberPlace, 100);
});

host.postMessage({ type: 'ready' });

/** Puts a story, or a new version of it, into the page and goes to where the reader was. */
function tell(html: string, told: StoryName): void {
  review = told;
  // The host has cleaned it; this is the second look, by the library that knows browsers best.
  page.replaceChildren(DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, USE_PROFILES: { html: true } }));
  page.setAttribute('aria-busy', 'false');
  returnTo(line);
  remember();
}

function returnTo(wanted: number): void {
  if (wanted <= 1) return;
  const found = lined().findLast((each) => lineOf(each) <= wanted);
  found?.scrollIntoView();
}

function rememberPlace(): void {
  const top = lined().find((each) => each.getBoundingClientRect().bottom > 0);
  line = top && window.scrollY > 0 ? lineOf(top) : 1;
  host.postMessage({ type: 'place', line });
  remember();
}

function remember(): void {
  if (review) host.setState({ review, line });
}

/** Everything that came from a line of the source, in the order of the page. */
function lined(): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-line]')];
}

function lineOf(element: HTMLElement): number {
  return Number(element.dataset.line);
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}
