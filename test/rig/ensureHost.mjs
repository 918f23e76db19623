import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './installPackages.mjs';
import { hostFolder, vscodeFolder } from './paths.mjs';

/** Installs VS Code and the Node it runs on, when they are not there or not those of the lock file. */
export async function ensureHost() {
  await installPackages(hostFolder, () =>
    console.log('Installing VS Code into test/rig/vscode (about 460 MB, once) …'),
  );
  // VS Code looks for its modules beside its own folders, in Node and over HTTP; its TypeScript extension does, too.
  for (const folder of [vscodeFolder, join(vscodeFolder, 'extensions')]) link(join(folder, 'node_modules'));
}

function link(path) {
  if (existsSync(path)) return;
  rmSync(path, { force: true }); // one that leads nowhere, after the checkout was moved
  symlinkSync(join(hostFolder, 'node_modules'), path, 'junction');
}
