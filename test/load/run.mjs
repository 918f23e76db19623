// npm run test:load [-- PART…]: what is much, long or large, and processes that are killed. Prints a line for each figure and ends with 1 where
// a limit is missed. Parts: code, large, kills; all without a name. It takes some minutes. 100,000 reviews are a benchmark (largeLibrary).
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const parts = ['code', 'large', 'kills'];
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !parts.includes(name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. There are: ${parts.join(', ')}.`);
  process.exit(2);
}
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
const out = resolve('out', 'test', 'load');
execFileSync(process.execPath, ['esbuild.mjs', '--tests'], { stdio: 'inherit' });
await build({
  entryPoints: ['test/load/inNode.ts'],
  outdir: out,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});

let missed = 0;
const place = mkdtempSync(join(tmpdir(), 'precedent-load-'));
try {
  for (const part of parts.filter(isWanted)) print(part, await measure(part));
} finally {
  rmSync(place, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);

/** Figures are { name, value, limit?, unit }; what is above its limit is missed. */
function print(part, figures) {
  for (const { name, value, limit, unit = '' } of figures) {
    const isMissed = limit !== undefined && value > limit;
    if (isMissed) missed++;
    const of = limit === undefined ? '' : `, at most ${limit}${unit}`;
    console.log(`${isMissed ? '✗' : ' '} ${part}: ${name}: ${Math.round(value * 10) / 10}${unit}${of}`);
  }
}

async function measure(part) {
  const child = spawn(process.execPath, ['--expose-gc', join(out, 'inNode.js'), part, join(place, part)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  let files = 0;
  const timer = setInterval(() => {
    files = Math.max(files, openFilesOf(child.pid));
  }, 20);
  await new Promise((done) => child.once('close', done));
  clearInterval(timer);
  const figures = JSON.parse(text.slice(text.indexOf('[')));
  return files > 0 ? [...figures, { name: 'files open at a time', value: files, limit: 64 }] : figures;
}

/** Regular files alone, where the system tells. */
function openFilesOf(pid) {
  try {
    return (
      execFileSync('sh', ['-c', `ls -l /proc/${pid}/fd 2>/dev/null | grep -c "${place}"`], {
        encoding: 'utf8',
      }).trim() * 1
    );
  } catch {
    return 0;
  }
}
