// Opens the sample in a new VS Code again and again, and prints as JSON what its list of running extensions says about ours and about its own Git
// extension: ms to load and to activate each. node test/bench/activationInWindow.mjs [COUNT]
import { ensurePackages } from '../rig/ensurePackages.mjs';
import { makePackage } from '../rig/makePackage.mjs';
import { openSample } from '../rig/openSample.mjs';
import { runCommand } from '../rig/ui.mjs';

const count = Number(process.argv[2] ?? 5);
await ensurePackages();
await makePackage();
const times = { precedent: [], git: [] };
for (let run = 0; run < count; run++) {
  // High enough for the whole list: of a longer one, the page has only what is on the screen.
  const vscode = await openSample({ viewport: { width: 1280, height: 2400 } });
  const { page } = vscode;
  await runCommand(page, 'Developer: Show Running Extensions');
  const rows = page.locator('.runtime-extensions-editor .monaco-list-row');
  for (const [name, label] of [
    ['precedent', 'Precedent'],
    ['git', 'Git'],
  ]) {
    const row = rows.filter({ has: page.locator('.name', { hasText: new RegExp(`^${label}$`) }) }).first();
    const said = row.getByText(/Activation: /);
    await said.waitFor();
    times[name].push(Number(/(\d+)ms/.exec(await said.innerText())?.[1]));
  }
  await vscode.close();
}
console.log(JSON.stringify(times));
process.exit(0);
