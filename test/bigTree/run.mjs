// node test/bigTree/run.mjs [TREE] [--compressed]: a large real tree with 10,000 reviews in a real VS Code: that the window stays usable while they are read and
// citations are gathered, that the search can be stopped, that a switched branch and a burst of saves end in the answers of a cold start, and that a
// second start, from what the first one kept, answers the same. Before, how usable the window is without us when it opens the folder, for other branches and a burst of saves. TREE is one of Go sources,
// as Debian's golang-src brings it; where it is absent, this says so and ends.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { ensureHost } from '../rig/ensureHost.mjs';
import { hostPage } from '../rig/hostPage.mjs';
import { launchBrowser } from '../rig/launchBrowser.mjs';
import { makeProfile } from '../rig/makeProfile.mjs';
import { startServer } from '../rig/startServer.mjs';
import { remoteUri, workbenchUrl } from '../rig/workbenchUrl.mjs';
import { checkOut, makeBigTree } from './makeBigTree.mjs';

const tree = process.argv.slice(2).find((each) => !each.startsWith('--')) ?? '/usr/share/go-1.19';
if (!existsSync(join(tree, 'src'))) {
  console.log(`skipped: there is no tree of Go sources at ${tree} (Debian: apt-get install golang-src)`);
  process.exit(0);
}
/**
 * The window and its hosts talk as those of a desktop do, without compression: with the server's, what is asked of a busy host
 * waits several times as long. `--compressed` measures that.
 */
const connection = process.argv.includes('--compressed') ? [] : ['--disable-websocket-compression'];
/** VS Code keeps what belongs to a folder by the address of its server, too: a start at another port would find nothing. */
let port = 0;
const reviews = 10_000;
const built = resolve('out/test/bigTree');
await build({
  entryPoints: [
    ...['alone', 'inHost', 'again'].map((name) => `test/bigTree/${name}.ts`),
    'test/bench/generateReviews.ts',
  ],
  outdir: built,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  logLevel: 'warning',
  entryNames: '[name]',
});
const { generateReviews } = createRequire(import.meta.url)(join(built, 'generateReviews.js'));

const place = mkdtempSync(join(tmpdir(), 'precedent-big-'));
try {
  const folder = makeBigTree(tree, join(place, 'go'), generateReviews(resolve('out/bench'), reviews));
  const expected = {};
  for (const branch of ['other', 'main']) {
    checkOut(folder, branch);
    const begun = Date.now();
    const answer = execFileSync(
      process.execPath,
      [resolve('dist/cli.js'), 'citations', '--root', folder, '--format', 'json'],
      {
        maxBuffer: 2 ** 28,
      },
    );
    expected[branch] = JSON.parse(answer).citations;
    console.log(
      `${branch}: ${expected[branch].length} citations, cold, by the command line, in ${Date.now() - begun} ms`,
    );
  }
  writeFileSync(join(place, 'expected.json'), JSON.stringify(expected));
  process.exitCode = await inVsCode(folder, place);
} finally {
  rmSync(place, { recursive: true, force: true });
}

/** Without us, and then twice with one profile, so that the second start finds what the first one kept. */
async function inVsCode(folder, files) {
  await ensureHost();
  const env = { PRECEDENT_EXPECTED: join(files, 'expected.json'), PRECEDENT_ANSWERS: join(files, 'answers.json') };
  const settings = { 'security.workspace.trust.enabled': false };
  const [empty, profile] = [makeProfile(settings), makeProfile(settings)];
  let code = await oneStart(folder, empty, env, 'alone', noExtension(files));
  checkOut(folder, 'main');
  for (const name of ['inHost', 'again'])
    if (code === 0) code = await oneStart(folder, profile, env, name, resolve('.'));
  for (const each of [empty, profile]) each.dispose();
  return code;
}

/** VS Code runs tests only beside an extension. */
function noExtension(files) {
  const folder = join(files, 'none');
  mkdirSync(folder);
  const manifest = { name: 'none', publisher: 'precedent', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

async function oneStart(folder, profile, env, name, extension) {
  const [browser, server] = await Promise.all([
    launchBrowser(),
    startServer(profile, { port, args: ['--enable-smoke-test-driver', ...connection], env }),
  ]);
  port = Number(new URL(server.origin).port);
  let figures;
  const log = join('out', `bigTree-${name}.log`);
  rmSync(log, { force: true });
  const shots = [];
  const { page, ended } = await hostPage(browser, log, (line) => {
    if (line.startsWith('@@bench ')) figures = line.slice('@@bench '.length);
    if (line.startsWith('@@shot ')) shots.push(shoot(page, `big-${line.slice('@@shot '.length)}`));
  });
  await page.goto(
    workbenchUrl(server.origin, folder, [
      ['extensionDevelopmentPath', remoteUri(server.origin, extension)],
      ['extensionTestsPath', remoteUri(server.origin, join(built, `${name}.js`))],
      ['skipWelcome', 'true'],
    ]),
  );
  const code = await ended;
  await Promise.all(shots);
  await browser.close();
  await server.stop();
  console.log(
    figures ? JSON.stringify(JSON.parse(figures), undefined, 1) : `It failed. What VS Code logged is in ${log}`,
  );
  return figures ? code : 1;
}

async function shoot(page, name) {
  await page.screenshot({ path: join('out', 'screenshots', `${name}.png`) });
}
