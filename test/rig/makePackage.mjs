import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { out, root, vsix } from './paths.mjs';
import { runNode } from './run.mjs';

/** Builds the extension for users and packs it into out/precedent.vsix. Throws with what was printed. */
export async function makePackage() {
  mkdirSync(out, { recursive: true });
  const made = join(out, `${process.pid}.vsix`);
  await step(['esbuild.mjs', '--production']);
  await step([
    fileURLToPath(import.meta.resolve('@vscode/vsce/vsce')),
    'package',
    '--no-dependencies', // esbuild has put them into dist/
    '--allow-missing-repository',
    '--no-rewrite-relative-links', // there is nowhere to point them to
    ...(existsSync(join(root, 'LICENSE')) ? [] : ['--skip-license']),
    ...['--out', made],
  ]);
  renameSync(made, vsix); // at once: someone may be installing the last one
}

async function step(args) {
  const { code, output } = await runNode(args);
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed:\n${output}`);
}
