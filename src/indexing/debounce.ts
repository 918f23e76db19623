/** A call that waits for quiet. */
export interface Debounced {
  /** Asks for a run; it comes after `quiet` ms without a further call, and at most `most` ms after the first. */
  (): void;
  /** Drops a run that is waiting. */
  cancel(): void;
}

/** Bundles bursts of calls into one run. Times are in ms. */
export function debounce(run: () => void, quiet: number, most: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first: number | undefined;
  const fire = () => {
    timer = undefined;
    first = undefined;
    run();
  };
  const call = () => {
    const now = Date.now();
    first ??= now;
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(fire, Math.max(0, Math.min(quiet, first + most - now)));
  };
  call.cancel = () => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    first = undefined;
  };
  return call;
}
