/** Lets one walk through the moments of the timeline: by arrow keys in it, by the bar, by command. */
export class Steps {
  readonly #page: HTMLElement;
  readonly #inView = new Set<Element>();
  /** The bar stands over the text, so it is there only while there is something to walk through in the window. */
  readonly #observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) this.#inView.add(target);
      else this.#inView.delete(target);
    }
    this.#page.querySelector<HTMLElement>('.walker')?.toggleAttribute('hidden', this.#inView.size === 0);
  });
  readonly #withAll: (then: () => void) => void;
  #current: HTMLElement | undefined;

  /** `withAll` does something once all of the story is on the page. */
  constructor(page: HTMLElement, withAll: (then: () => void) => void) {
    this.#page = page;
    this.#withAll = withAll;
    page.addEventListener('keydown', (event) => this.#pressed(event));
    // With Alt the arrows are commands of ours, which take the way over VS Code; the browser would turn a page over as well.
    document.addEventListener('keydown', (event) => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
      const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
      if (isArrow && altKey && !ctrlKey && !metaKey && !shiftKey) event.preventDefault();
    });
    page.addEventListener('focusin', ({ target }) => {
      const moment = target instanceof Element ? target.closest<HTMLElement>('.moment') : null;
      if (moment) this.#become(moment);
    });
    page.addEventListener('click', ({ target }) => {
      const by = target instanceof Element ? target.closest<HTMLElement>('[data-step]')?.dataset.step : undefined;
      if (by !== undefined) this.step(Number(by));
    });
  }

  /** Forgets where one was: the page tells of another review. */
  leave(): void {
    this.#current = undefined;
  }

  /** Takes a new version of the page; the moment one was at stays the current one where it is still there. */
  begin(): void {
    const id = this.#current?.id;
    this.#current = undefined;
    this.#observer.disconnect();
    this.#inView.clear();
    for (const each of this.#moments) this.#observer.observe(each);
    const [first] = this.#moments;
    if (first) first.tabIndex = 0;
    const again = id === undefined ? undefined : this.#moments.find((each) => each.id === id);
    if (again) this.#become(again);
    else this.#tell();
  }

  /** Goes so many moments on, or to the first where none is the current one. */
  step(by: number): void {
    this.#withAll(() => {
      const all = this.#moments;
      const at = this.#current ? all.indexOf(this.#current) : -1;
      const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
      next?.focus();
      next?.scrollIntoView({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' });
    });
  }

  get #moments(): HTMLElement[] {
    return [...this.#page.querySelectorAll<HTMLElement>('.moment')];
  }

  #pressed(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!(target instanceof HTMLElement) || !target.classList.contains('moment')) return;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -1e6, End: 1e6 }[key];
    if (by === undefined) return;
    event.preventDefault();
    this.step(by);
  }

  #become(moment: HTMLElement): void {
    for (const each of this.#moments) {
      each.tabIndex = each === moment ? 0 : -1;
      if (each === moment) each.setAttribute('aria-current', 'step');
      else each.removeAttribute('aria-current');
    }
    this.#current = moment;
    this.#tell();
  }

  #tell(): void {
    const walked = this.#page.querySelector('.walked');
    const all = this.#moments;
    const at = this.#current ? all.indexOf(this.#current) + 1 : 0;
    // Who has not begun sees what the bar is for: its first words are the host's.
    if (walked && at > 0) walked.textContent = `${this.#current?.dataset.passage ?? ''} ${at}/${all.length}`.trim();
  }
}

function isStill(): boolean {
  return (
    window.matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion')
  );
}
