// Runs the compiled suites inside VS Code's extension host, with this extension under development: the Node host, or with
// --web the worker host, or with --restricted the Node host in Restricted Mode and those suites alone that are called
// NAME.restricted[.both].test.ts. Counts go to out/results/{host,web,restricted}.json, everything VS Code logs to ….log.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureHost } from './ensureHost.mjs';
import { hostPage } from './hostPage.mjs';
import { installConsumer } from './installConsumer.mjs';
import { launchBrowser } from './launchBrowser.mjs';
import { makeProfile } from './makeProfile.mjs';
import { makeWorkspace } from './makeWorkspace.mjs';
import { out, root } from './paths.mjs';
import { startServer } from './startServer.mjs';
import { remoteUri, workbenchUrl } from './workbenchUrl.mjs';

const { values } = parseArgs({
  options: { web: { type: 'boolean' }, restricted: { type: 'boolean' }, grep: { type: 'string', default: '' } },
});
const name = values.web ? 'web' : values.restricted ? 'restricted' : 'host';
const patience = Number(process.env.TEST_TIMEOUT_MS ?? 600_000);

const results = join(out, 'results');
const [report, summary, log] = ['txt', 'json', 'log'].map((ending) => join(results, `${name}.${ending}`));
mkdirSync(results, { recursive: true });
for (const file of [report, summary, log]) rmSync(file, { force: true });

await ensureHost();
const profile = makeProfile({
  // In a browser window this setting decides the host; the payload's extensionDevelopmentKind has no effect there.
  ...(values.web ? { 'remote.extensionKind': { 'precedent.precedent': ['web'] } } : {}),
  ...(values.restricted
    ? { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' }
    : {}),
});
if (!values.web) installConsumer(profile);
const folder = values.web ? 'tmp:/workspace' : makeWorkspace(join(profile.folder, 'sample')); // tmp: is in memory
const [browser, server] = await Promise.all([
  launchBrowser(),
  startServer(profile, {
    args: ['--enable-smoke-test-driver'], // else a built VS Code ignores the payload below
    env: values.web ? {} : { TEST_REPORT: report, TEST_SUMMARY: summary, TEST_GREP: values.grep, TEST_SUITES: name },
    restricted: values.restricted,
  }),
]);
const { page, ended } = await hostPage(browser, log, (line) => {
  // The worker host cannot write files.
  if (line.startsWith('@@report ')) appendFileSync(report, `${line.slice('@@report '.length)}\n`);
  if (line.startsWith('@@summary ')) writeFileSync(summary, line.slice('@@summary '.length));
  // Only a person can do that.
  if (line.startsWith('@@trust')) trust(page).catch((error) => console.error(error.message));
});
await page.goto(
  workbenchUrl(server.origin, folder, [
    ['extensionDevelopmentPath', remoteUri(server.origin, root)],
    ['extensionTestsPath', remoteUri(server.origin, join(out, 'test', values.web ? 'web' : 'integration', 'index'))],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]),
);

let code = 1;
try {
  code = await Promise.race([ended, serverEnd(server), timeUp()]);
} catch (error) {
  console.error(`${error.message} What VS Code logged is in ${log}`);
}
if (existsSync(report)) process.stdout.write(readFileSync(report));
if (existsSync(summary)) {
  const { passed, failed, skipped } = JSON.parse(readFileSync(summary, 'utf8'));
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
} else {
  console.error(`No suite has come to its end. What VS Code logged is in ${log}`);
  code ||= 1;
}
await browser.close();
await server.stop();
profile.dispose();
process.exit(code);

/** Trusts the folder, in the editor that a suite has opened for it. */
async function trust(window) {
  await window.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
}

function serverEnd({ process: child }) {
  return new Promise((_, reject) =>
    child.once('exit', (status) => reject(new Error(`The server ended with ${status}.`))),
  );
}

function timeUp() {
  const seconds = Math.round(patience / 1000);
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The suites did not end within ${seconds} s.`)), patience).unref();
  });
}
