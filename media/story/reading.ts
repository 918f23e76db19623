/** Who has the end of a story before their eyes so long, in ms, has not just passed by. */
const dwell = 2000;

/**
 * Says once that the reader has come to the end of what the review tells, or below it, and stays a moment. `begin` takes a new version of the
 * page.
 */
export function watchEnd(page: HTMLElement, reached: () => void): { begin(): void } {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(waiting);
      if (!entries.at(-1)?.isIntersecting) return;
      waiting = setTimeout(() => {
        observer.disconnect();
        reached();
      }, dwell);
    },
    // What is above the window was before the reader's eyes, too.
    { root: document, rootMargin: '10000000px 0px 0px 0px' },
  );
  return {
    begin() {
      clearTimeout(waiting);
      observer.disconnect();
      const end = page.querySelector('.end');
      if (end) observer.observe(end);
    },
  };
}
