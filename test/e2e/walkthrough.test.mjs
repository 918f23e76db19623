import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { quickPick, runCommand } from '../rig/ui.mjs';

describe('the walkthrough', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample();
    page = vscode.page;
    await page.setViewportSize({ width: 1680, height: 900 }); // pictures have room beside the steps only in a wide window
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await quickPick(page, /Get Started with Precedent/).click();
  });

  after(() => vscode?.close());

  it('has a step for each of its readers, with a picture in the colours of the theme', async () => {
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    for (const at of [0, 1, 2, 3, 4]) {
      await steps.nth(at).click();
      const picture = page.locator('iframe.webview.ready').last().contentFrame().locator('iframe#active-frame');
      await picture.contentFrame().locator('svg').waitFor();
      await vscode.screenshot(`walkthrough-${at + 1}-dark`);
    }
    await vscode.prefer('light');
    await vscode.screenshot('walkthrough-light');
    await vscode.prefer('dark');
  });
});
