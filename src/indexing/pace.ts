import type { Steps } from '../core/steps';

/** How long work may go on before others get their turn, in ms. */
const slice = 4;

/**
 * Lets others have their turn where the work since the last turn took longer than a slice. Await it between pieces of work; there is nothing to
 * wait for where nothing comes back, which is for those with so many pieces that waiting would be most of the work.
 */
export type Pace = () => Promise<void> | undefined;

/** When the slice of this turn began; nothing where nobody has worked in it yet. */
let begun: number | undefined;
/** Those whose work is to go on in a later turn, in their order. */
const waiting: (() => void)[] = [];
let isTurnDue = false;
/** ms that others have for themselves between two slices. */
let rest = 0;

/**
 * Has long work of this thread leave others so many ms between slices, from now on. VS Code takes in what it is sent over many turns, one message after
 * the other: where each turn has a slice of work, whoever asks for something waits for dozens of slices.
 */
export function restBetweenSlices(ms: number): void {
  rest = ms;
}

/**
 * A pace for long work. All such work of a thread shares the slice of a turn, however much of it there is at once: of ten that each took a slice,
 * the turn would be ten slices long. Who has waited longest goes first. A slice is
 * 4 ms; {@link restBetweenSlices} says how long others have between two.
 */
export function startPace(): Pace {
  isOver();
  return () => (isOver() ? waited() : undefined);
}

/** Lets others have their turn, however short the work before it was: timers and messages, too, which may come after what was begun in this turn. */
export function turnForOthers(): Promise<void> {
  return new Promise((resolve) => afterOthers(() => afterOthers(resolve)));
}

function isOver(): boolean {
  const now = performance.now();
  if (begun === undefined) {
    begun = now;
    afterOthers(() => {
      begun = undefined;
    });
  }
  return now - begun >= slice;
}

function waited(): Promise<void> {
  const turn = new Promise<void>((resolve) => waiting.push(resolve));
  takeTurn();
  return turn;
}

function takeTurn(): void {
  if (isTurnDue) return;
  isTurnDue = true;
  const turn = async () => {
    isTurnDue = false;
    begun = undefined;
    while (waiting.length > 0 && !isOver()) {
      waiting.shift()?.();
      // What it leads to at once is done before the next one.
      for (let hop = 0; hop < hops; hop++) await undefined;
    }
    if (waiting.length > 0) takeTurn();
  };
  if (rest > 0) setTimeout(turn, rest);
  else afterOthers(turn);
}

/** Promises that may lie between a pace and the work that waits for it. */
const hops = 8;

/** Does work that is divided into steps, at this pace. */
export async function inSlices<Result>(work: Steps<Result>, pace: Pace): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const turn = pace();
    if (turn) await turn;
  }
}

function afterOthers(run: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(run);
  else setTimeout(run, 0);
}
