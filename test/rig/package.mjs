// npm run package: the extension as users get it, in out/precedent.vsix.
import { ensurePackages } from './ensurePackages.mjs';
import { main } from './main.mjs';
import { makePackage } from './makePackage.mjs';
import { vsix } from './paths.mjs';
import { readZip } from './readZip.mjs';

await main(async () => {
  await ensurePackages();
  await makePackage();
  const files = readZip(vsix);
  const bytes = files.reduce((sum, { packed }) => sum + packed, 0);
  for (const { name, size } of files) console.log(`${String(size).padStart(9)}  ${name}`);
  console.log(`${vsix}: ${files.length} files, ${Math.round(bytes / 1000)} kB`);
});
