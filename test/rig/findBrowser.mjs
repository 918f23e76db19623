import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The Chromium, Chrome or Edge of this machine, as the path of its program; undefined where there is none.
 *
 * CHROMIUM_PATH or CHROME_PATH go before all others. Throws when they name something that is not there.
 */
export async function findBrowser() {
  const wanted = process.env.CHROMIUM_PATH || process.env.CHROME_PATH;
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which does not exist.`);
  if (wanted) return wanted;
  const { chromium } = await import('playwright-core');
  return [...usualPlaces(), chromium.executablePath()].find((path) => path && existsSync(path));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? 'C:\\');
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
