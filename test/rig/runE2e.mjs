import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from './paths.mjs';
import { runNode } from './run.mjs';

const folder = join(root, 'test', 'e2e');

/**
 * Runs the browser tests on the packaged extension; with `names`, those whose file name holds one of them.
 *
 * `lanes` files run side by side, each in a process and a window of its own. A file that fails is run once more when the others
 * are done, alone and in a new window: a browser on a busy machine can miss a click. What fails then has failed; what passes then
 * is said in a `note:`, so that it is looked into. `grep` is mocha's: only tests whose title holds it.
 *
 * Resolves to { passed, failed, skipped: titles, output }; throws when no file is called so.
 */
export async function runE2e({ names = [], grep, lanes = 1, print = false } = {}) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));
  const wanted = files.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  if (wanted.length === 0) throw new Error(`No file of test/e2e is called ${names.join(' or ')}.`);
  const first = await inLanes(wanted, lanes, (file) => runFile(file, { grep, print }));
  const results = [];
  for (const result of first) results.push(result.failed > 0 ? await again(result, { grep, print }) : result);
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    skipped: results.flatMap(({ skipped }) => skipped),
    // What failed comes first: a summary of the output is cut after some screenfuls.
    output: results
      .sort((a, b) => b.failed - a.failed)
      .map(({ output }) => output)
      .join('\n'),
  };
}

/** Runs a file that failed once more; what it printed the first time goes along. */
async function again(first, options) {
  const second = await runFile(first.file, options);
  const tries = `${first.output}\n${second.output}`;
  if (second.failed > 0) return { ...second, output: tries };
  const titles = first.failures.join('; ') || 'it broke down';
  return { ...second, output: `${tries}\nnote: ${first.file} passed at the second try; the first: ${titles}\n` };
}

async function runFile(file, { grep, print }) {
  const summary = join(out, 'results', `e2e.${file}.json`);
  mkdirSync(join(out, 'results'), { recursive: true });
  rmSync(summary, { force: true });
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const plugins = ['--reporter', join(import.meta.dirname, 'summaryReporter.cjs')];
  const hooks = ['--require', join(import.meta.dirname, 'e2eHooks.mjs')];
  const filter = grep ? ['--fgrep', grep] : [];
  const options = ['--no-config', '--timeout', '60000', '--slow', '5000', '--exit'];
  const { code, output } = await runNode([mocha, ...options, ...plugins, ...hooks, ...filter, join(folder, file)], {
    env: { ...process.env, TEST_SUMMARY: summary },
    print,
  });
  const nothing = { passed: 0, failed: 0, skipped: [], failures: [] };
  const counts = existsSync(summary) ? JSON.parse(readFileSync(summary, 'utf8')) : nothing;
  return { file, ...counts, failed: code === 0 ? 0 : Math.max(1, counts.failed), output };
}

/** Does something with each item, `lanes` at a time; resolves to what came of them, in their order. */
async function inLanes(items, lanes, work) {
  const results = [];
  const waiting = [...items.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
