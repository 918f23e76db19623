import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { hover, openFile, runCommand, showContainer, tab, treeItem } from '../rig/ui.mjs';

describe('the library where there is none yet', () => {
  let vscode;
  let page;
  let empty;

  before(async () => {
    empty = mkdtempSync(join(tmpdir(), 'precedent-empty-'));
    writeFileSync(join(empty, 'worker.ts'), '// see 2024-03-14-example-empty-queue\nexport {};\n');
    vscode = await openSample({ from: empty });
    page = vscode.page;
    await showContainer(page, 'Precedent');
  });

  after(async () => {
    await vscode?.close();
    rmSync(empty, { recursive: true, force: true });
  });

  async function shoot(name) {
    await vscode.screenshot(`welcome-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`welcome-${name}-light`);
    await vscode.prefer('dark');
  }

  it('says where it looked, and offers to make one', async () => {
    await page
      .locator('.sidebar')
      .getByText(/No reviews found in this folder/)
      .waitFor();
    await shoot('no-library');
  });

  it('makes a folder with one example, opens it, and cites it at once', async () => {
    await page.locator('.sidebar').getByRole('button', { name: 'Create a Library Here' }).click();
    await tab(page, /2024-03-14-example-empty-queue\.md/).waitFor();
    await treeItem(page, /The queue that looked empty/).waitFor();
    await shoot('created');
    const editor = await openFile(page, 'worker.ts');
    await editor.locator('.view-line', { hasText: 'empty-queue' }).waitFor();
    await hover(page, editor, 'example-empty-queue');
    await page.locator('.monaco-hover:visible', { hasText: 'The queue that looked empty' }).first().waitFor();
  });

  it('writes over nothing when asked again', async () => {
    const file = join(vscode.folder, 'docs/incidents/2024-03-14-example-empty-queue.md');
    writeFileSync(file, '# Ours now\n');
    await runCommand(page, 'Precedent: Create a Library Here');
    await page.locator('.view-line', { hasText: 'Ours' }).waitFor();
    assert.equal(readFileSync(file, 'utf8'), '# Ours now\n');
  });

  it('asks for a folder where none is open', async () => {
    await Promise.all([page.waitForURL(/ew=true/), runCommand(page, 'Workspaces: Close Workspace').catch(() => {})]);
    await page.locator('.activitybar').getByRole('tab', { name: 'Precedent' }).waitFor();
    await showContainer(page, 'Precedent');
    await page.locator('.sidebar').getByRole('button', { name: 'Open Folder' }).waitFor();
    await shoot('no-folder');
  });

  it('has no errors of its own', () => {
    assert.deepEqual(vscode.problems, []);
  });
});
