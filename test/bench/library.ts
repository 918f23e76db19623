import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Figure, median } from './figures';
import { generateReviews } from './generateReviews';
import type { StartFigures } from './libraryOnce';

const rounds = 5;
const megabyte = 2 ** 20;

/** The library as the editor starts it: cold and warm, how busy the main thread is meanwhile, what is kept in memory. */
export function library(): Figure[] {
  const { cold, warm } = starts(10_000, rounds);
  const of = (all: readonly StartFigures[], key: keyof StartFigures) => median(all.map((each) => each[key]));
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const figure = (name: string, ratio: number, target: number, measured: string): Figure => ({
    name: `10,000 reviews: ${name}`,
    ratio,
    target,
    measured,
  });
  const [usable, all] = [of(warm, 'usable'), of(cold, 'usable')];
  const memory = (key: 'recordMemory' | 'nameMemory' | 'textMemory') => of(cold, key) / megabyte;
  return [
    figure(
      'warm start, usable / cold',
      usable / all,
      0.01,
      `warm ${ms(usable)} (records ${ms(of(warm, 'records'))}, then names), cold ${ms(all)}; medians of ${rounds}, a process each`,
    ),
    figure(
      'warm start, compared with the files / cold',
      of(warm, 'validated') / all,
      0.1,
      `warm ${ms(of(warm, 'validated'))}`,
    ),
    figure(
      'main thread busy while it is read for the first time / 50 ms',
      of(cold, 'busy') / 50,
      1,
      `${ms(of(cold, 'busy'))} until the names are known; when warm ${ms(of(warm, 'busy'))}`,
    ),
    figure(
      'longest turn of the main thread / 16 ms',
      of(cold, 'longest') / 16,
      1,
      `${of(cold, 'longest').toFixed(1)} ms; when warm ${of(warm, 'longest').toFixed(1)} ms`,
    ),
    figure(
      'memory of records / 12 MB',
      memory('recordMemory') / 12,
      1,
      `${memory('recordMemory').toFixed(1)} MB, and ${memory('nameMemory').toFixed(1)} MB for names`,
    ),
    figure('memory of full text / 12 MB', memory('textMemory') / 12, 1, `${memory('textMemory').toFixed(1)} MB`),
  ];
}

/** The same with 100,000 reviews, once each: it takes minutes. */
export function largeLibrary(): Figure[] {
  const { cold, warm } = starts(100_000, 1);
  const [first, again] = [cold[0], warm[0]];
  if (!first || !again) return [];
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
  const figure = (name: string, ratio: number, measured: string): Figure => ({
    name: `100,000 reviews: ${name}`,
    ratio,
    target: 1,
    measured,
  });
  return [
    figure('first reviews / 2 s', first.first / 2000, seconds(first.first)),
    figure('cold / 40 s', first.usable / 40_000, `${seconds(first.usable)}; with full text ${seconds(first.texts)}`),
    figure('warm, usable / 2 s', again.usable / 2000, `${seconds(again.usable)}; compared ${seconds(again.validated)}`),
    figure(
      'memory of records, names and full text / 400 MB',
      (again.recordMemory + again.nameMemory + again.textMemory) / (400 * megabyte),
      [again.recordMemory, again.nameMemory, again.textMemory]
        .map((each) => `${(each / megabyte).toFixed(0)} MB`)
        .join(' + '),
    ),
    figure(
      'longest turn of the main thread / 200 ms',
      Math.max(first.longest, again.longest) / 200,
      `cold ${first.longest.toFixed(0)} ms, warm ${again.longest.toFixed(0)} ms`,
    ),
  ];
}

function starts(count: number, times: number) {
  const folder = generateReviews(join('out', 'bench'), count);
  const storage = join('out', 'bench', `storage-${count}`);
  const all: Record<'cold' | 'warm', StartFigures[]> = { cold: [], warm: [] };
  for (let round = 0; round < times; round++) {
    for (const way of ['cold', 'warm'] as const) {
      const script = join('out', 'test', 'bench', 'libraryOnce.mjs');
      const printed = execFileSync(process.execPath, [script, way, folder, storage], {
        encoding: 'utf8',
      });
      const figures = JSON.parse(printed) as StartFigures;
      if (figures.reviews !== count) throw new Error(`${way} knew ${figures.reviews} reviews of ${count}.`);
      all[way].push(figures);
    }
  }
  return all;
}
