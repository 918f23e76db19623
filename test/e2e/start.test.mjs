import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { runCommand } from '../rig/ui.mjs';

describe('a window with Precedent in it', () => {
  let vscode;

  before(async () => {
    vscode = await openSample();
  });

  after(() => vscode?.close());

  it('is calm: the explorer, and nothing that asks for attention', async () => {
    assert.equal(await vscode.page.locator('.notification-toast:visible').count(), 0);
    assert.equal(await vscode.page.locator('.part.auxiliarybar:visible').count(), 0);
    assert.equal(await vscode.page.locator('.tabs-container .tab:visible').count(), 0);
    await vscode.screenshot('start-dark');
    await vscode.prefer('light');
    await vscode.screenshot('start-light');
    await vscode.prefer('dark');
  });

  it('has the extension running', async () => {
    await vscode.page.setViewportSize({ width: 1280, height: 2400 }); // the list draws only the rows on the screen
    await runCommand(vscode.page, 'Developer: Show Running Extensions');
    const row = vscode.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Precedent' });
    await row.locator('.activation-time', { hasText: /Activation: \d+ms/ }).waitFor();
  });

  it('has no errors of its own', () => {
    assert.deepEqual(vscode.problems, []);
  });
});
