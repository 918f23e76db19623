import { installPackages } from './installPackages.mjs';
import { root } from './paths.mjs';

/** Installs the packages of the extension itself, when they are not there or not those of the lock file. */
export function ensurePackages() {
  return installPackages(root, () => console.log('Installing the packages of the extension …'));
}
