import type { Steps } from '../core/steps';

/** How long work may go on before others get their turn, in ms. A frame is 16. */
const slice = 8;

/**
 * Lets others have their turn where the work since the last turn took longer than a slice. Await it between pieces of work; there is nothing to
 * wait for where nothing comes back, which is for those with so many pieces that waiting would be most of the work.
 */
export type Pace = () => Promise<void> | undefined;

/** A pace for one piece of long work; its concurrent parts share it, so that together they keep to the slice. */
export function startPace(): Pace {
  let begun = performance.now();
  let isTurnDue = false;
  const isOver = () => performance.now() - begun >= slice;
  const waited = async () => {
    // Each part waits for itself, so that it sees what those before it have left of the slice.
    while (isOver()) {
      if (!isTurnDue) {
        isTurnDue = true;
        afterOthers(() => {
          begun = performance.now();
          isTurnDue = false;
        });
      }
      await new Promise<void>(afterOthers);
    }
  };
  return () => (isOver() ? waited() : undefined);
}

/** Lets others have their turn, however short the work before it was: timers and messages, too, which may come after what was begun in this turn. */
export function turnForOthers(): Promise<void> {
  return new Promise((resolve) => afterOthers(() => afterOthers(resolve)));
}

/** Does work that is divided into steps, at this pace. */
export async function inSlices<Result>(work: Steps<Result>, pace: Pace): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const turn = pace();
    if (turn) await turn;
  }
}

/** Those called in one turn come in their order, and what each leads to at once is done before the next. */
function afterOthers(run: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(run);
  else setTimeout(run, 0);
}
