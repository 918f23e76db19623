/** So far below the upper edge of the window, in pixels, something is still at the top. */
const nearTop = 100;

/** Marks in the outline the part that one reads. */
export class Outline {
  readonly #page: HTMLElement;
  #entries: { readonly link: HTMLAnchorElement; readonly part: HTMLElement }[] = [];

  constructor(page: HTMLElement) {
    this.#page = page;
  }

  /** Takes a new version of the page. */
  begin(): void {
    const links = [...this.#page.querySelectorAll<HTMLAnchorElement>('.outline a')];
    this.#entries = links.flatMap((link) => {
      const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return part ? [{ link, part }] : [];
    });
    this.follow();
  }

  /** Looks again where the reader is: in the part of `at`, else in the last one that begins near the top of the window. */
  follow(at?: HTMLElement): void {
    const holder = at && this.#entries.findLast(({ part }) => part.contains(at));
    const current = holder ?? this.#entries.findLast(({ part }) => part.getBoundingClientRect().top <= nearTop);
    for (const { link } of this.#entries) {
      if (link === current?.link) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
    const link = current?.link;
    const list = link?.closest('nav');
    // Only the outline itself is scrolled: the page stays where the reader has it.
    if (link && list && list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
  }
}
