import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Figure, median } from './figures';
import { generateReviews } from './generateReviews';

const rounds = 5;

/** Cold index of 10,000 reviews: ours against VS Code's Markdown language service on the same files, and against reading their bytes. */
export function coldIndex(): Figure[] {
  const folder = generateReviews(join('out', 'bench'), 10_000);
  const took: Record<string, number[]> = {
    bytes: [],
    precedent: [],
    withText: [],
    whole: [],
    service: [],
  };
  const once = (what: string) => {
    const printed = execFileSync(process.execPath, [join('out', 'test', 'bench', 'coldIndexOnce.mjs'), what, folder], {
      encoding: 'utf8',
    });
    const { ms, documents } = JSON.parse(printed) as { ms: number; documents: number };
    if (documents !== 10_000) throw new Error(`${what} read ${documents} documents of 10000.`);
    return ms;
  };
  for (const what of Object.keys(took)) once(what);
  for (let round = 0; round < rounds; round++) for (const [what, all] of Object.entries(took)) all.push(once(what));
  // It takes minutes on a slow machine.
  took.foam = [once('foam')];
  const of = (what: string) => median(took[what] ?? []);
  const ms = (what: string) => `${what} ${of(what).toFixed(0)} ms`;
  return [
    {
      name: 'cold index of 10,000 reviews: language service / Precedent',
      ratio: of('service') / of('precedent'),
      target: 7,
      atLeast: true,
      measured: `${ms('service')}, ${ms('precedent')}; medians of ${rounds}, a process each`,
    },
    {
      name: 'cold index of 10,000 reviews: Foam’s core / Precedent',
      ratio: of('foam') / of('precedent'),
      target: 25,
      atLeast: true,
      measured: `${ms('foam')} (once), ${ms('precedent')}`,
    },
    {
      name: 'the same with full text: language service / Precedent',
      ratio: of('service') / of('withText'),
      target: 3,
      atLeast: true,
      measured: `${ms('service')}, ${ms('withText')}`,
    },
    {
      name: 'the same with full text: Foam’s core / Precedent',
      ratio: of('foam') / of('withText'),
      target: 10,
      atLeast: true,
      measured: `${ms('foam')} (once), ${ms('withText')}`,
    },
    {
      name: 'the same with every story read: language service / Precedent',
      ratio: of('service') / of('whole'),
      measured: `${ms('service')}, ${ms('whole')}`,
    },
    {
      name: 'cold index of 10,000 reviews: Precedent / reading the bytes',
      ratio: of('precedent') / of('bytes'),
      measured: `${ms('precedent')}, ${ms('bytes')}`,
    },
  ];
}
