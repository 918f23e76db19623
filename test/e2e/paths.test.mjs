import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { foldView, quickPickInput, runCommand, showContainer, tab, treeItem, webview } from '../rig/ui.mjs';

describe('the reading paths', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({ files: { 'docs/incidents/INC-60-the-quay.md': aYearAgo() } });
    page = vscode.page;
    await showContainer(page, 'Precedent');
    await foldView(page, 'This File');
    await treeItem(page, /INC-7/).waitFor();
    // One view at a time: rows below the fold are not drawn.
    await foldView(page, 'Library');
    await page.locator('.sidebar .pane-header[aria-label^="Paths"]').click();
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await page.mouse.move(700, 500);
    await vscode.screenshot(`paths-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`paths-${name}-light`);
    await vscode.prefer('dark');
  }

  it('show those that people wrote and those that make themselves', async () => {
    await treeItem(page, /^Before you touch the boats/).waitFor();
    await treeItem(page, /^Your first weeks/).waitFor();
    await treeItem(page, /^Most cited in this repository/).waitFor();
    await shoot('view');
  });

  it('stand below what the history brings back today, until it is put aside', async () => {
    const entry = treeItem(page, /^From the history: The quay, a year ago today/);
    await entry.waitFor();
    await entry.hover();
    await entry.getByRole('button', { name: 'Put Aside' }).click();
    await entry.waitFor({ state: 'detached' });
  });

  it('are walked by a command, and remember what was read', async () => {
    await runCommand(page, 'Precedent: Next on Your Path');
    await (await webview(page))
      .getByRole('heading', { name: /Boats that lived in the past/ })
      .first()
      .waitFor();
    await runCommand(page, 'Precedent: Next on Your Path');
    await tab(page, /A key the boats had not met/).waitFor();
    await page.locator('.sidebar').getByRole('checkbox', { checked: true }).first().waitFor();
    await shoot('walked');
  });

  it('are walked in one tab, and the view goes along', async () => {
    // The pointer would hold what it is over.
    await page.mouse.move(700, 500);
    await page
      .locator('.sidebar')
      .getByRole('treeitem', { name: /INC-29.*you are here/, selected: true })
      .waitFor();
    await webview(page).locator('.step-next').focus();
    await page.keyboard.press('Enter');
    await tab(page, /Boat gateway/).waitFor();
    await page
      .locator('.sidebar')
      .getByRole('treeitem', { name: /INC-38.*you are here/, selected: true })
      .waitFor();
    assert.equal(await tab(page, /Boats that lived|A key the boats|Boat gateway/).count(), 1);
    const heading = webview(page).getByRole('heading', { level: 1 });
    await heading.filter({ hasText: /Boat gateway/ }).waitFor();
    assert.ok(await heading.evaluate((node) => node === node.ownerDocument.activeElement));
  });

  it('are put in another order by dragging, which writes the file', async () => {
    const file = join(vscode.folder, 'docs/incidents/paths/before-you-touch-the-boats.md');
    await treeItem(page, /^Boat gateway/)
      .first()
      .dragTo(treeItem(page, /^Boats that lived/).first());
    const written = /INC-38: .*\n[^\n]*INC-19: /;
    for (let tries = 40; tries > 0 && !written.test(await readFile(file, 'utf8')); tries--)
      await page.waitForTimeout(250);
    assert.match(await readFile(file, 'utf8'), written);
    await shoot('dragged');
  });

  it('are made of reviews that one chooses', async () => {
    await runCommand(page, 'Precedent: New Reading Path…');
    await quickPickInput(page).fill('INC-31');
    await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'INC-31' }).click();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget:visible input[type=text]').last().fill('Slow searches');
    await page.keyboard.press('Enter');
    await tab(page, /slow-searches\.md/).waitFor();
    const text = await readFile(join(vscode.folder, 'docs/incidents/paths/slow-searches.md'), 'utf8');
    assert.match(text, /^- INC-31 — /m);
    await treeItem(page, /^Slow searches/).waitFor();
    await shoot('new');
  });
});

/** A review of what happened on this day of last year. */
function aYearAgo() {
  const now = new Date();
  const two = (part) => String(part).padStart(2, '0');
  const date = `${now.getFullYear() - 1}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `---\nid: INC-60\ndate: ${date}\n---\n# The quay\n\nNobody was there.\n`;
}
