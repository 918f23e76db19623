// npm run e2e [-- NAME… [--grep TITLE] [--keep]]: packs the extension and runs the browser tests whose file is called so.
import { parseArgs } from 'node:util';
import { ensureHost } from './ensureHost.mjs';
import { ensurePackages } from './ensurePackages.mjs';
import { main } from './main.mjs';
import { makePackage } from './makePackage.mjs';
import { runE2e } from './runE2e.mjs';

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      grep: { type: 'string' }, // only tests whose title holds this
      keep: { type: 'boolean' }, // do not pack again: the extension has not changed
    },
  });
  await ensurePackages();
  await ensureHost();
  if (!values.keep) await makePackage();
  const { passed, failed, output } = await runE2e({ names: positionals, grep: values.grep, print: true });
  for (const note of output.match(/^note: .*$/gm) ?? []) console.log(note);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
