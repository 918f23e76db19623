import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hostFolder } from './paths.mjs';

/**
 * The Node that VS Code's server was built for (24), which need not be the one that runs this.
 *
 * It comes as an optional package for each system; where there is none, ours has to be new enough.
 */
export function hostNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  const found = names
    .map((name) => join(hostFolder, 'node_modules', name, 'bin', file))
    .find((path) => existsSync(path));
  if (found) return found;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(`There is no packaged Node 24 for ${system}-${process.arch}. Run this with Node 24 or later.`);
}
