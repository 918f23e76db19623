/** Everything that came from a line of the source, in the order of the page. */
export function lined(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('main [data-line]')];
}

/** The 1-based line of the source that an element came from. */
export function lineOf(element: HTMLElement): number {
  return Number(element.dataset.line);
}

/** The first thing that is on the screen. */
export function topmost(page: HTMLElement): HTMLElement | undefined {
  const all = lined(page);
  // The order of lines is that of the page but for what comes last, so halving would mislead; a look at each is quick enough.
  return all.find((each) => each.getBoundingClientRect().bottom > 8);
}

/** What came from a line, or from the last one before it. */
export function elementAt(page: HTMLElement, line: number): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  for (const each of lined(page)) {
    const own = lineOf(each);
    if (own <= line && (!best || own >= lineOf(best))) best = each;
  }
  return best;
}
