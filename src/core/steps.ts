/** Long work divided into steps, for whoever has a clock to let others have their turn between them. */
export type Steps<Result> = Generator<void, Result>;

/** Does such work in one go. */
export function allSteps<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
