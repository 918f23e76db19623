import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Figure, median } from './figures';

const rounds = 15;
const windows = 5;

/**
 * What VS Code loads of us in every window: its size, how long the entry takes to load against a module that is empty, and how long loading and
 * activating take in a window with a library, by VS Code's own count, against its Git extension in the same windows.
 */
export function start(): Figure[] {
  const empty = resolve('out', 'bench', 'empty.js');
  mkdirSync(dirname(empty), { recursive: true });
  writeFileSync(empty, 'module.exports = {};\n');
  const entry = resolve('dist', 'extension.js');
  const took: Record<'empty' | 'entry', number[]> = { empty: [], entry: [] };
  for (let round = 0; round < rounds; round++) {
    took.empty.push(msToRequire(empty));
    took.entry.push(msToRequire(entry));
  }
  const [ours, theirs] = [median(took.entry), median(took.empty)];
  const kilobytes = ['extension.js', 'look.js'].reduce(
    (sum, file) => sum + statSync(join('dist', file)).size / 1000,
    0,
  );
  return [
    {
      name: 'files that every window loads, kB / 60',
      ratio: kilobytes / 60,
      target: 1,
      measured: `${kilobytes.toFixed(1)} kB`,
    },
    {
      name: 'to load it: Precedent / an empty module',
      ratio: ours / theirs,
      target: 1.6,
      measured: `Precedent ${ours.toFixed(2)} ms, empty ${theirs.toFixed(2)} ms; medians of ${rounds}, a process each`,
    },
    activation(),
  ];
}

function activation(): Figure {
  const printed = execFileSync(process.execPath, [join('test', 'bench', 'activationInWindow.mjs'), String(windows)], {
    encoding: 'utf8',
  });
  const { precedent, git } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Record<
    'precedent' | 'git',
    number[]
  >;
  return {
    name: 'to load and activate: Precedent / vscode.git',
    ratio: median(precedent) / median(git),
    target: 1,
    measured: `Precedent ${median(precedent)} ms, vscode.git ${median(git)} ms; medians of ${windows} windows`,
  };
}

/** In a process of its own, without VS Code: what the module asks of it at once is nothing. */
function msToRequire(file: string): number {
  const script = `
    const module_ = require('node:module');
    const load = module_._load;
    module_._load = (name, ...rest) => (name === 'vscode' ? {} : load(name, ...rest));
    const begun = performance.now();
    require(${JSON.stringify(file)});
    console.log(performance.now() - begun);`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}
