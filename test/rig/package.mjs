// npm run package: the extension as users get it, in out/precedent.vsix.
import { ensurePackages } from './ensurePackages.mjs';
import { makePackage, packageSize } from './makePackage.mjs';

await ensurePackages();
console.log(`${await makePackage()} (${packageSize()})`);
