import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './ensureBrowser.mjs';
import { ensureHost } from './ensureHost.mjs';
import { ensurePackages } from './ensurePackages.mjs';
import { makePackage } from './makePackage.mjs';
import { out, root } from './paths.mjs';
import { runNode } from './run.mjs';
import { runE2e } from './runE2e.mjs';

/**
 * What `npm test` does, in this order. A stage runs after those it `needs`, and not at all when one of them failed.
 *
 * `run` resolves to { passed, failed, skipped: titles, output }; an error it throws is one failure. A `preparation` counts
 * only when it fails.
 */
export const stages = {
  packages: { preparation: true, run: () => prepare(ensurePackages) },
  types: { needs: ['packages'], run: checkTypes },
  lint: { needs: ['packages'], run: () => tool('@biomejs/biome', 'biome', ['check']) },
  unused: { needs: ['packages'], run: () => tool('knip', 'knip', ['--no-progress']) },
  build: { needs: ['packages'], preparation: true, run: build },
  unit: { needs: ['build'], run: runUnit },
  vscode: { preparation: true, run: () => prepare(ensureHost) },
  browser: { needs: ['packages'], preparation: true, run: () => prepare(ensureBrowser) },
  host: { needs: ['build', 'vscode', 'browser'], run: () => suites('host', []) },
  restricted: { needs: ['build', 'vscode', 'browser'], run: () => suites('restricted', ['--restricted']) },
  web: { needs: ['build', 'vscode', 'browser'], run: () => suites('web', ['--web']) },
  package: { needs: ['packages'], run: checkPackage },
  e2e: { needs: ['package', 'vscode', 'browser'], run: () => runE2e({ lanes: 2 }) },
};

const results = join(out, 'results');

async function prepare(work) {
  await work();
  return { passed: 0, failed: 0, skipped: [], output: '' };
}

async function build() {
  // What an earlier build left would go into the package, and its suites would run.
  for (const folder of [join(root, 'dist'), join(out, 'test')]) rmSync(folder, { recursive: true, force: true });
  return counted(await runNode(['esbuild.mjs', '--tests', '--web-tests']));
}

/** Each tsconfig.json of the project: the root's, and those of the folders that differ. */
async function checkTypes() {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const projects = ['.', ...folders.map(({ name }) => name)].filter((name) =>
    existsSync(join(root, name, 'tsconfig.json')),
  );
  const checks = [];
  for (const project of projects) checks.push(await tool('typescript', 'tsc', ['-p', project]));
  const failures = checks.filter(({ failed }) => failed > 0);
  return { ...(failures[0] ?? checks[0]), output: failures.map(({ output }) => output).join('') };
}

async function runUnit() {
  const options = ['--enable-source-maps', '--ignore', 'out/test/integration/**', 'out/test/**/*.test.js'];
  return summed('unit', (env) => mocha(options, env));
}

async function checkPackage() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await makePackage();
  return summed('package', (env) => mocha(['--no-config', 'test/package/*.test.mjs'], env));
}

function suites(name, args) {
  return summed(name, () => runNode([join(import.meta.dirname, 'runSuites.mjs'), ...args]));
}

function mocha(args, env) {
  const reporter = ['--reporter', join(import.meta.dirname, 'summaryReporter.cjs')];
  return runNode([programOf('mocha', 'mocha'), ...reporter, ...args], { env });
}

/** A run of mocha, wherever it was: it leaves its counts in out/results/NAME.json, unless it broke down. */
async function summed(name, start) {
  const summary = join(results, `${name}.json`);
  mkdirSync(results, { recursive: true });
  rmSync(summary, { force: true });
  const { code, output } = await start({ ...process.env, TEST_SUMMARY: summary });
  const counts = existsSync(summary)
    ? JSON.parse(readFileSync(summary, 'utf8'))
    : { passed: 0, failed: 0, skipped: [] };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return { ...counts, output };
}

/** A program of a package, as one test: passed when it ends with 0. */
async function tool(packageName, program, args) {
  return counted(await runNode([programOf(packageName, program), ...args]));
}

function counted({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], output };
}

/** The file of a package's program, so that no shell and no .cmd stands between. */
function programOf(packageName, program) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin[program]);
}
