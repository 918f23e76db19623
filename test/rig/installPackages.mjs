import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * Installs a folder's packages as its lock file has them, when they are missing or others.
 *
 * `before` is told when there is something to install. Throws with npm's output when npm fails.
 */
export async function installPackages(folder, before) {
  if (isInstalled(folder)) return;
  before();
  const npm = (...args) => run('npm', [...args, '--loglevel=error'], { cwd: folder, env: withoutNpm() });
  const clean = await npm('ci');
  if (clean.code === 0) return;
  // npm 11 refuses when the registry lacks a package that only another system needs; an installation does not mind.
  const lenient = await npm('install', '--no-save');
  if (lenient.code !== 0) throw new Error(`npm ci in ${folder} failed:\n${clean.output}`);
}

/** npm ends by writing down what it has installed: what the lock file asks for, without the packages for other systems. */
function isInstalled(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(join(folder, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** npm hands its settings down as npm_…; an npm inside an npm must read the .npmrc of its own folder instead. */
function withoutNpm() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}
