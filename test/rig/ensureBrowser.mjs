import { readFileSync } from 'node:fs';
import { findBrowser } from './findBrowser.mjs';
import { packagedBrowser } from './packagedBrowser.mjs';
import { run } from './run.mjs';

/**
 * The browser to test in: { executablePath, env }. It is this machine's; else Debian's, installed, where we are root; else one from an
 * npm package. Throws one sentence about what to do when none of that works.
 */
export async function ensureBrowser() {
  const executablePath = (await findBrowser()) ?? (await debianBrowser());
  if (executablePath) return { executablePath, env: {} };
  const packaged = await packagedBrowser();
  if (packaged) return packaged;
  throw new Error(
    'No browser was found to test in: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to the program of one.',
  );
}

/** Installs Debian's Chromium where we may; undefined where we may not or it fails. Ubuntu's is a snap, which does not run in a container. */
async function debianBrowser() {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  console.log("Installing Debian's Chromium …");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq'], { env });
  const install = await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
  const found = await findBrowser();
  if (!found) console.log(`That failed:\n${update.output}${install.output}`);
  return found;
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
