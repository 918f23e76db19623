import { join, resolve } from 'node:path';

/** The checkout that the rig works on: its own. */
export const root = resolve(import.meta.dirname, '..', '..');

/** Where everything goes that the rig makes, apart from the profiles it removes again. */
export const out = join(root, 'out');

/** The package that carries VS Code: a folder of its own, so that `npm ci` of the extension stays small. */
export const hostFolder = join(root, 'test', 'rig', 'vscode');

/** VS Code itself, as code-server ships it. */
export const vscodeFolder = join(hostFolder, 'node_modules', 'code-server', 'lib', 'vscode');

/** The extension as users get it; `npm run package` writes it. */
export const vsix = join(out, 'precedent.vsix');

/** The workspace that `npm start` and the tests open a copy of. */
export const sample = join(root, 'test', 'sample');
