import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { showContainer, treeItem } from '../rig/ui.mjs';

describe('a library that is not where one is looked for', () => {
  let vscode;
  let page;
  let folder;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-elsewhere-'));
    const reports = join(folder, 'handbook/source/incident-reports');
    mkdirSync(reports, { recursive: true });
    writeFileSync(join(reports, '2026-05-09-login.md'), '# Nobody could log in\n\nOn 2026-05-09, for an hour.\n');
    vscode = await openSample({ from: folder });
    page = vscode.page;
    await showContainer(page, 'Precedent');
  });

  after(async () => {
    await vscode?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is noticed when it is looked for, and taken by one click', async () => {
    await page.locator('.sidebar').getByText('Look for them').first().click();
    const option = page.locator('.quick-input-widget:visible').getByRole('option', { name: /incident-reports/ });
    await option.waitFor();
    await vscode.screenshot('use-folder-dark');
    await vscode.prefer('light');
    await vscode.screenshot('use-folder-light');
    await vscode.prefer('dark');
    await option.click();
    await treeItem(page, /Nobody could log in/).waitFor();
    const settings = readFileSync(join(vscode.folder, '.vscode/settings.json'), 'utf8');
    assert.deepEqual(JSON.parse(settings)['precedent.sources'], ['handbook/source/incident-reports']);
  });

  it('has no errors of its own', () => {
    assert.deepEqual(vscode.problems, []);
  });
});
