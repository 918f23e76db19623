// npm start [-- --port N]: Precedent in a real VS Code, on a copy of the sample, in any browser of this machine.
// Nothing is imported but what comes with Node: this installs the rest.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureHost } from './ensureHost.mjs';
import { ensurePackages } from './ensurePackages.mjs';
import { installExtension } from './installExtension.mjs';
import { main } from './main.mjs';
import { makePackage } from './makePackage.mjs';
import { makeProfile } from './makeProfile.mjs';
import { makeSampleWithHistory } from './sampleHistory.mjs';
import { startServer } from './startServer.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  await ensurePackages();
  await ensureHost();
  console.log('Packing the extension …');
  await makePackage();
  const profile = makeProfile();
  await installExtension(profile);
  const folder = makeSampleWithHistory(join(profile.folder, 'sample'));
  const server = await startServer(profile, { port: Number(values.port), args: ['--default-folder', folder] });
  console.log(`
VS Code with Precedent:  ${server.origin}/

A place to begin: open services/booking/internal/holds/expiry.go and rest on INC-7; then the open book in the activity bar.

It shows a copy of test/sample, a Git repository of its own with a made-up history: change what you like, the checkout stays as it is.
The copy is ${folder}
Ctrl+C ends VS Code and removes the copy, the settings and all else it wrote.`);
  endWithNpm();
  server.process.once('exit', (code) => {
    console.error(`VS Code's server ended with ${code}.`);
    process.exit(1);
  });
});

/** A signal to npm ends npm and the shell between it and us, and does not reach us: seen when we have another parent. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(143);
  }, 1000).unref();
}
