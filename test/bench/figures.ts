/** The middle of some numbers; the mean of the two middle ones where their count is even. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the numbers lies, interpolated; 0 where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** One line of the bench's table. `target` is the most the ratio may be, or the least where `atLeast`. */
export interface Figure {
  readonly name: string;
  readonly ratio: number;
  readonly target?: number;
  readonly atLeast?: boolean;
  /** What was measured, in ms or ms each, for whoever reads. */
  readonly measured: string;
}

/** The line as it is printed: figure, ratio, target and whether it was met. */
export function toLine({ name, ratio, target, atLeast = false, measured }: Figure): string {
  const isMet = target === undefined || (atLeast ? ratio >= target : ratio <= target);
  const wanted = target === undefined ? '–' : `${atLeast ? '≥' : '≤'} ${target}`;
  return `${isMet ? ' ' : '✗'} ${name.padEnd(64)} ${ratio.toFixed(2).padStart(8)} × ${wanted.padStart(8)}   ${measured}`;
}
