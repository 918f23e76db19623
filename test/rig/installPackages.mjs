import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * Installs a folder's packages with `npm ci` when they are missing or not those of its lock file.
 *
 * `before` is told when there is something to install. Throws with npm's output when npm fails.
 */
export async function installPackages(folder, before) {
  if (isInstalled(folder)) return;
  before();
  const { code, output } = await run('npm', ['ci', '--loglevel=error'], { cwd: folder, env: withoutNpm() });
  if (code !== 0) throw new Error(`npm ci in ${folder} failed:\n${output}`);
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
