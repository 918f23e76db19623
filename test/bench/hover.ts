import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { type Figure, median, quantile } from './figures';
import { generateReviews } from './generateReviews';

/** Hover with 10,000 reviews in a real VS Code: the provider's own code, and its round trip against an empty provider's. */
export function hover(): Figure[] {
  const folder = dirname(generateReviews(join('out', 'bench'), 10_000));
  const module = join('out', 'test', 'bench', 'hoverInHost.js');
  const printed = execFileSync(process.execPath, [join('test', 'bench', 'runInHost.mjs'), module, folder], {
    encoding: 'utf8',
  });
  const { reviews, code500, code10000, lenses500, lenses10000, trips } = JSON.parse(
    printed.trim().split('\n').at(-1) ?? '',
  ) as {
    reviews: number;
    code500: number[];
    code10000: number[];
    lenses500: number[];
    lenses10000: number[];
    trips: { ours: number[]; empty: number[] };
  };
  if (reviews !== 10_000) throw new Error(`The host read ${reviews} reviews of 10000.`);
  const both = (all: number[]) => `p50 ${median(all).toFixed(3)} ms, p95 ${quantile(all, 0.95).toFixed(3)} ms`;
  const withFirst = (all: number[]) =>
    `${both(all)}, the first ${all[0]?.toFixed(1)} ms, the longest ${Math.max(...all).toFixed(1)} ms`;
  return [
    {
      name: 'hover provider p95 at 500 lines / 1 ms',
      ratio: quantile(code500, 0.95),
      target: 1,
      measured: withFirst(code500),
    },
    {
      name: 'hover provider p95 at 10,000 lines / 5 ms',
      ratio: quantile(code10000, 0.95) / 5,
      target: 1,
      measured: withFirst(code10000),
    },
    {
      name: 'lens provider after a keystroke, p95 at 500 lines / 1 ms',
      ratio: quantile(lenses500, 0.95),
      target: 1,
      measured: withFirst(lenses500),
    },
    {
      name: 'lens provider after a keystroke, p95 at 10,000 lines / 5 ms',
      ratio: quantile(lenses10000, 0.95) / 5,
      target: 1,
      measured: withFirst(lenses10000),
    },
    {
      name: 'hover round trip p50: Precedent / empty provider',
      ratio: median(trips.ours) / median(trips.empty),
      target: 1.3,
      measured: `ours ${both(trips.ours)}; empty ${both(trips.empty)}`,
    },
  ];
}
