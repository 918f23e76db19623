import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'glob';
import { openSample } from '../rig/openSample.mjs';
import { codeLens, openFile, runCommand } from '../rig/ui.mjs';

const review = 'docs/incidents/INC-7-summer-sale-holds.md';

// Both keep what they read in the same place, although VS Code gives each a storage of its own.
describe('two windows on one folder', () => {
  let vscode;
  let second;
  let editors;

  before(async () => {
    vscode = await openSample({ files: { 'src/wait.ts': '// Waits on purpose, see INC-7.\nexport {};\n' } });
    second = await vscode.another();
    editors = [await openFile(vscode.page, 'src/wait.ts'), await openFile(second.page, 'src/wait.ts')];
  });

  after(async () => {
    await second?.close();
    await vscode?.close();
  });

  /** Both show this title above the citation. */
  async function both(title) {
    for (const editor of editors) await codeLens(editor, title).waitFor();
  }

  /** As somebody writes it who works with another program. */
  function retitle(title) {
    const place = join(vscode.folder, review);
    writeFileSync(place, readFileSync(place, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
  }

  it('show the same, and both see what changes', async () => {
    await both('Summer sale');
    retitle('A sale in winter');
    await both('A sale in winter');
  });

  it('can both rebuild the index, and a new start has the same answers', async () => {
    const pages = [vscode.page, second.page];
    await Promise.all(pages.map((page) => runCommand(page, 'Precedent: Rebuild the Index')));
    // At the same time: what VS Code says goes away again.
    await Promise.all(pages.map((page) => page.getByText('reviews were read anew').first().waitFor()));
    await both('A sale in winter');
    await second.close();
    second = await vscode.another();
    editors[1] = await openFile(second.page, 'src/wait.ts');
    await codeLens(editors[1], 'A sale in winter').waitFor({ timeout: 40_000 });
    retitle('A sale in autumn');
    await both('A sale in autumn');
    const storages = join(vscode.profile.folder, 'data', 'User', 'workspaceStorage');
    assert.equal(globSync('*/vscode.lock', { cwd: storages }).length, 2);
    assert.equal(globSync('*/precedent.precedent/library.bin', { cwd: storages }).length, 1);
  });
});
