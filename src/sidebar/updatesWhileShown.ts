import { debounce } from '../indexing/debounce';

/** ms of quiet in typing and moving about before passages are sought. */
const quiet = 400;
/** However long somebody types without a pause, nothing moves before there is one. */
const never = 2 ** 31 - 1;

/** Brings a view up to date in pauses, as long as it is shown; while it is hidden, a change costs no more than being told of it. */
export class UpdatesWhileShown {
  readonly #isShown: () => boolean;
  readonly #soon: ReturnType<typeof debounce>;

  constructor(isShown: () => boolean, update: () => void) {
    this.#isShown = isShown;
    this.#soon = debounce(update, quiet, never);
  }

  /** Something changed that the view may follow. */
  changed(): void {
    if (this.#isShown()) this.#soon();
  }

  /** What was to be brought up to date soon is not: the view was hidden. */
  cancel(): void {
    this.#soon.cancel();
  }
}
