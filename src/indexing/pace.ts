import type { Steps } from '../core/steps';

/** How long work may go on before others get their turn, in ms. A frame is 16. */
const slice = 8;

/** Lets others have their turn where the work since the last turn took longer than a slice. Await it between pieces of work. */
export type Pace = () => Promise<void>;

/** A pace for one piece of long work; its concurrent parts share it, so that together they keep to the slice. */
export function startPace(): Pace {
  let begun = performance.now();
  let turn: Promise<void> | undefined;
  return async () => {
    if (turn === undefined) {
      if (performance.now() - begun < slice) return;
      turn = nextTurn().then(() => {
        begun = performance.now();
        turn = undefined;
      });
    }
    await turn;
  };
}

/** Does work that is divided into steps, at this pace. */
export async function inSlices<Result>(work: Steps<Result>, pace: Pace): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await pace();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
