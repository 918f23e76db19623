import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Figure, median, quantile } from './figures';

/** From the choice of a review to its story on the screen, in a real VS Code: a review of 20 kB and one of 2 MB. */
export function story(): Figure[] {
  const printed = execFileSync(process.execPath, [join('test', 'bench', 'storyInWindow.mjs')], { encoding: 'utf8' });
  const { small, large, largeInEditor } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Record<
    'small' | 'large' | 'largeInEditor',
    number[]
  >;
  const told = (all: number[]) => `p50 ${median(all).toFixed(0)} ms, p95 ${quantile(all, 0.95).toFixed(0)} ms`;
  const figure = (name: string, all: number[]) => ({
    name: `story of ${name}, p95 of ${all.length} openings / 1 s`,
    ratio: quantile(all, 0.95) / 1000,
    target: 1,
    measured: told(all),
  });
  return [figure('20 kB', small), figure('2 MB', large), figure('2 MB that is open in an editor', largeInEditor)];
}
