import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runNode } from './run.mjs';

const folder = join(root, 'test', 'e2e');

/**
 * Runs the browser tests on the packaged extension; with `names`, those whose file name holds one of them.
 *
 * `grep` is mocha's: only tests whose title holds it. Resolves as `run` does; throws when no
 * file is called so.
 */
export async function runE2e({ names = [], grep, env = process.env, print = false } = {}) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));
  const wanted = files.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  if (wanted.length === 0) throw new Error(`No file of test/e2e is called ${names.join(' or ')}.`);
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const options = ['--no-config', '--timeout', '60000', '--slow', '5000', '--exit'];
  const plugins = [
    '--reporter',
    join(import.meta.dirname, 'summaryReporter.cjs'),
    '--require',
    join(import.meta.dirname, 'e2eHooks.mjs'),
  ];
  const filter = grep ? ['--fgrep', grep] : [];
  return runNode([mocha, ...options, ...plugins, ...filter, ...wanted.map((file) => join(folder, file))], {
    env,
    print,
  });
}
