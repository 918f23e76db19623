// node test/bigTree/run.mjs [TREE]: a large real tree in a real VS Code: that the window stays usable while citations are gathered, that
// the search can be stopped, and that a switched branch ends in the answers of a cold start. TREE is one of Go sources, as Debian's
// golang-src brings it; where it is absent, this says so and ends.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

const tree = process.argv[2] ?? '/usr/share/go-1.19';
if (!existsSync(join(tree, 'src'))) {
  console.log(`skipped: there is no tree of Go sources at ${tree} (Debian: apt-get install golang-src)`);
  process.exit(0);
}
const module = resolve('out/test/bigTree/inHost.js');
await build({
  entryPoints: ['test/bigTree/inHost.ts'],
  outfile: module,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  logLevel: 'warning',
});

const place = mkdtempSync(join(tmpdir(), 'precedent-big-'));
try {
  const folder = makeBigTree(tree, join(place, 'go'));
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
  process.exitCode = await inVsCode(folder, join(place, 'expected.json'));
} finally {
  rmSync(place, { recursive: true, force: true });
}

async function inVsCode(folder, expected) {
  await ensureHost();
  const profile = makeProfile({ 'security.workspace.trust.enabled': false });
  const [browser, server] = await Promise.all([
    launchBrowser(),
    startServer(profile, { args: ['--enable-smoke-test-driver'], env: { PRECEDENT_EXPECTED: expected } }),
  ]);
  let figures;
  const log = join('out', 'bigTree.log');
  rmSync(log, { force: true });
  const { page, ended } = await hostPage(browser, log, (line) => {
    if (line.startsWith('@@bench ')) figures = line.slice('@@bench '.length);
  });
  await page.goto(
    workbenchUrl(server.origin, folder, [
      ['extensionDevelopmentPath', remoteUri(server.origin, resolve('.'))],
      ['extensionTestsPath', remoteUri(server.origin, module)],
      ['skipWelcome', 'true'],
    ]),
  );
  const code = await ended;
  await browser.close();
  await server.stop();
  profile.dispose();
  console.log(
    figures ? JSON.stringify(JSON.parse(figures), undefined, 1) : `It failed. What VS Code logged is in ${log}`,
  );
  return figures ? code : 1;
}
