import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { out, root, vsix } from './paths.mjs';
import { runNode } from './run.mjs';

const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** Builds the extension for users and packs it into out/precedent.vsix. Resolves to the path; throws with what was printed. */
export async function makePackage() {
  rmSync(join(root, 'dist'), { recursive: true, force: true }); // else what was built before for working on it goes along
  await step(['esbuild.mjs', '--production']);
  mkdirSync(out, { recursive: true });
  rmSync(vsix, { force: true });
  await step([
    vsce,
    'package',
    '--no-dependencies', // esbuild has put them into dist/
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    ...(existsSync(join(root, 'LICENSE')) ? [] : ['--skip-license']),
    ...['--out', vsix],
  ]);
  return vsix;
}

/** Its size in kB, for people. */
export function packageSize() {
  return `${Math.round(statSync(vsix).size / 1000)} kB`;
}

async function step(args) {
  const { code, output } = await runNode(args);
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed:\n${output}`);
}
