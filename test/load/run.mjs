// npm run test:load [-- PART…]: what is much, long or large, processes that are killed, and what is left in VS Code after doing the same many
// times. Prints a line for each figure and ends with 1 where a limit is missed. Parts: code, large, kills; in VS Code cycles, refreshes, branch,
// windows; all without a name. It takes some minutes. 100,000 reviews are a benchmark (largeLibrary).
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { ensureHost } from '../rig/ensureHost.mjs';
import { hostPage } from '../rig/hostPage.mjs';
import { launchBrowser } from '../rig/launchBrowser.mjs';
import { makeProfile } from '../rig/makeProfile.mjs';
import { makeWorkspace } from '../rig/makeWorkspace.mjs';
import { startServer } from '../rig/startServer.mjs';
import { remoteUri, workbenchUrl } from '../rig/workbenchUrl.mjs';
import { windows } from './windows.mjs';

const inNode = ['code', 'large', 'kills'];
const inVsCode = ['cycles', 'refreshes', 'branch'];
const parts = [...inNode, ...inVsCode, 'windows'];
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !parts.includes(name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. There are: ${parts.join(', ')}.`);
  process.exit(2);
}
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
const out = resolve('out', 'test', 'load');
execFileSync(process.execPath, ['esbuild.mjs', '--tests'], { stdio: 'inherit' });
await build({
  entryPoints: ['test/load/inNode.ts', 'test/load/inHost.ts'],
  outdir: out,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  logLevel: 'warning',
});

let missed = 0;
const place = mkdtempSync(join(tmpdir(), 'precedent-load-'));
try {
  for (const part of inNode.filter(isWanted)) print(part, await measure(part));
  for (const part of inVsCode.filter(isWanted)) print(part, await measureInVsCode(part));
  if (isWanted('windows')) print('windows', await windows());
} finally {
  rmSync(place, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);

/** Figures are { name, value, limit?, unit }; what is above its limit is missed. */
function print(part, figures) {
  for (const { name, value, limit, unit = '' } of figures) {
    const isMissed = limit !== undefined && value > limit;
    if (isMissed) missed++;
    const of = limit === undefined ? '' : `, at most ${limit}${unit}`;
    console.log(`${isMissed ? '✗' : ' '} ${part}: ${name}: ${Math.round(value * 10) / 10}${unit}${of}`);
  }
}

async function measure(part) {
  const child = spawn(process.execPath, ['--expose-gc', join(out, 'inNode.js'), part, join(place, part)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  let files = 0;
  const timer = setInterval(() => {
    files = Math.max(files, openFilesOf(child.pid));
  }, 20);
  await new Promise((done) => child.once('close', done));
  clearInterval(timer);
  const figures = JSON.parse(text.slice(text.indexOf('[')));
  return files > 0 ? [...figures, { name: 'files open at a time', value: files, limit: 64 }] : figures;
}

/** Regular files alone, where the system tells. */
function openFilesOf(pid) {
  try {
    return (
      execFileSync('sh', ['-c', `ls -l /proc/${pid}/fd 2>/dev/null | grep -c "${place}"`], {
        encoding: 'utf8',
      }).trim() * 1
    );
  } catch {
    return 0;
  }
}

/** A part that runs in VS Code's Node host, on a copy of the sample. */
async function measureInVsCode(part) {
  await ensureHost();
  const folder = makeWorkspace(join(place, part));
  const profile = makeProfile({ 'security.workspace.trust.enabled': false });
  const [browser, server] = await Promise.all([
    launchBrowser(),
    startServer(profile, { args: ['--enable-smoke-test-driver'], env: { PRECEDENT_LOAD: part } }),
  ]);
  let figures;
  const log = join('out', 'load.log');
  rmSync(log, { force: true });
  const { page, ended } = await hostPage(browser, log, (line) => {
    if (line.startsWith('@@load ')) figures = JSON.parse(line.slice('@@load '.length));
  });
  await page.goto(
    workbenchUrl(server.origin, folder, [
      ['extensionDevelopmentPath', remoteUri(server.origin, handingOver())],
      ['extensionTestsPath', remoteUri(server.origin, join(out, 'inHost'))],
      ['skipWelcome', 'true'],
    ]),
  );
  await ended;
  await browser.close();
  await server.stop();
  profile.dispose();
  if (figures) return figures;
  missed++;
  console.log(`✗ ${part}: it failed. What VS Code logged is in ${log}`);
  return [];
}

/** The extension, but for its entry: that hands over its context, and the part starts the rest as often as it likes. */
function handingOver() {
  const folder = join(place, 'extension');
  const { browser: _, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: './handOver.js' }));
  writeFileSync(join(folder, 'handOver.js'), 'exports.activate = (context) => context;');
  for (const name of ['package.nls.json', 'dist', 'media', 'schemas', 'skills'])
    cpSync(name, join(folder, name), { recursive: true });
  return folder;
}
