import { ensureBrowser } from './ensureBrowser.mjs';

/** Quiet, and unable to reach anything but this machine. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage', // /dev/shm is small in a container
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts a browser, installing one where there is none. HEADED=1 shows its window. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  const { executablePath, env } = await ensureBrowser();
  const headless = !process.env.HEADED;
  return chromium.launch({ executablePath, headless, args: switches, env: { ...process.env, ...env } });
}
