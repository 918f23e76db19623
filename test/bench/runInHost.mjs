// Runs one compiled module inside VS Code's Node extension host on a folder, without any extension, and prints the JSON of its `@@bench` line.
// node test/bench/runInHost.mjs MODULE FOLDER
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureHost } from '../rig/ensureHost.mjs';
import { hostPage } from '../rig/hostPage.mjs';
import { launchBrowser } from '../rig/launchBrowser.mjs';
import { makeProfile } from '../rig/makeProfile.mjs';
import { startServer } from '../rig/startServer.mjs';
import { remoteUri, workbenchUrl } from '../rig/workbenchUrl.mjs';

const [, , module = '', folder = ''] = process.argv;
await ensureHost();
const profile = makeProfile({ 'security.workspace.trust.enabled': false, 'precedent.hover.enabled': true });
const [browser, server] = await Promise.all([
  launchBrowser(),
  startServer(profile, { args: ['--enable-smoke-test-driver'] }),
]);
let result;
const log = join('out', 'bench', 'host.log');
rmSync(log, { force: true });
const { page, ended } = await hostPage(browser, log, (line) => {
  if (line.startsWith('@@bench ')) result = line.slice('@@bench '.length);
});
await page.goto(
  workbenchUrl(server.origin, resolve(folder), [
    ['extensionDevelopmentPath', remoteUri(server.origin, resolve('.'))],
    ['extensionTestsPath', remoteUri(server.origin, resolve(module))],
    ['skipWelcome', 'true'],
  ]),
);
await ended;
await browser.close();
await server.stop();
profile.dispose();
if (result === undefined) {
  console.error(`The module ended without a result. What VS Code logged is in ${log}`);
  process.exit(1);
}
console.log(result);
process.exit(0);
