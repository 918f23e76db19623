import { Presets, SingleBar } from 'cli-progress';

/** How far long work is. */
export interface Progress {
  /** `total` may grow while the work goes on. */
  show(done: number, total: number): void;
  stop(): void;
}

/** Work that takes no longer shows nothing; in ms. */
const patience = 500;

const nothing: Progress = { show: () => {}, stop: () => {} };

/** A bar on stderr for work that takes long, where a person watches; nothing elsewhere. `what` says what is counted: "reviews read". */
export function startProgress(what: string, isWatched: boolean): Progress {
  if (!isWatched) return nothing;
  const begun = performance.now();
  let bar: SingleBar | undefined;
  return {
    show(done, total) {
      if (!bar) {
        if (performance.now() - begun < patience) return;
        bar = new SingleBar(
          { format: `{bar} {value}/{total} ${what}`, clearOnComplete: true, gracefulExit: false },
          Presets.shades_grey,
        );
        bar.start(total, done);
      }
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar?.stop(),
  };
}
