import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { editorOf, goToLine, openFile, quickPickInput, runCommand, tab } from '../rig/ui.mjs';

describe('the search', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample();
    page = vscode.page;
    await openFile(page, 'README.md');
    await page.keyboard.press('Escape');
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`search-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`search-${name}-light`);
    await vscode.prefer('dark');
  }

  /** Opens the list and types; resolves to what its rows say, in the order in which they stand. */
  async function search(words, wanted) {
    await runCommand(page, 'Precedent: Search Reviews…');
    await quickPickInput(page).fill(words);
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    await rows.filter({ hasText: wanted }).first().waitFor();
    return rows;
  }

  const leave = () => page.keyboard.press('Escape');

  it('lists the latest reviews before one types', async () => {
    const rows = await search('', /Gates open/);
    assert.match(await rows.first().textContent(), /2026/);
    await shoot('empty');
    await leave();
  });

  it('finds a review by its number alone', async () => {
    const rows = await search('7', /Summer sale/);
    assert.match(await rows.first().textContent(), /Summer sale/);
    await leave();
  });

  it('finds a review by a word with a typo, although VS Code would not', async () => {
    const rows = await search('sumer sael', /Summer sale/);
    assert.match(await rows.first().textContent(), /Summer sale/);
    await shoot('typo');
    await leave();
  });

  it('keeps our order and the headings, where VS Code would sort by label', async () => {
    const rows = await search('holds', /The flat line|Holds|holds/);
    await page.locator('.quick-input-widget .quick-input-list-separator', { hasText: 'Passages' }).first().waitFor();
    const separators = await page.locator('.quick-input-widget .quick-input-list-separator:visible').allInnerTexts();
    assert.deepEqual(separators.filter(Boolean), ['Reviews', 'Passages']);
    assert.match(await rows.first().textContent(), /hold/i);
    await shoot('passages');
    await leave();
  });

  it('finds a passage by its words, one of them misspelt, and opens it there', async () => {
    await search('avtive holds calm', /What surprised us/);
    await shoot('passage-typo');
    await page.keyboard.press('Enter');
    const editor = await editorOf(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await editor.locator('.view-line', { hasText: 'The flat line' }).waitFor();
    assert.equal(await tab(page, /INC-7-summer/).getAttribute('aria-selected'), 'true');
  });

  it('shows what the cursor is on, and gives back editor and cursor on Escape', async () => {
    await openFile(page, 'README.md');
    await goToLine(page, 5);
    await search('quay displays disagree', /./);
    await page.locator('.quick-input-widget .quick-input-list-separator', { hasText: 'Passages' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    const shown = page.locator('.tabs-container').getByRole('tab', { name: /^INC-2026-014/ });
    await shown.waitFor();
    assert.ok(await quickPickInput(page).isVisible());
    await shoot('preview');
    await leave();
    await tab(page, /README\.md/)
      .and(page.locator('[aria-selected="true"]'))
      .waitFor();
    await shown.waitFor({ state: 'detached' });
    await page.locator('.statusbar').getByText(/Ln 5,/).waitFor();
  });

  it('gives back how far an editor was scrolled', async () => {
    const editor = await openFile(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await goToLine(page, 60);
    const top = () =>
      editor.locator('.line-numbers').evaluateAll((all) => Math.min(...all.map((each) => +each.textContent)));
    const before = await top();
    await search('expired certificate gateway', /./);
    await page.locator('.quick-input-widget .quick-input-list-separator', { hasText: 'Passages' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('.monaco-editor[data-uri$="INC-7-summer-sale-holds.md"]').waitFor({ state: 'detached' });
    await leave();
    await page
      .locator('.statusbar')
      .getByText(/Ln 60,/)
      .waitFor();
    assert.equal(await top(), before);
  });

  it('gives back how far an editor was scrolled where the cursor is not at its middle, with sticky headings', async () => {
    for (const [path, down] of [
      ['docs/incidents/INC-31-slow-search.adoc', 400],
      ['services/booking/internal/holds/expiry.go', 300],
    ]) {
      const editor = await openFile(page, path);
      await page.waitForTimeout(1000); // CodeLenses
      const box = await editor.boundingBox();
      await page.mouse.move(box.x + 300, box.y + 200);
      await page.mouse.wheel(0, down);
      await page.waitForTimeout(500);
      const top = () =>
        page
          .locator(`.monaco-editor[data-uri$="/${path}"] .margin-view-overlays .line-numbers`)
          .evaluateAll((all) => Math.min(...all.map((each) => +each.textContent)));
      const before = await top();
      assert.ok(before > 1, `${path} did not scroll`);
      await search('expired certificate gateway', /./);
      await page.locator('.quick-input-widget .quick-input-list-separator', { hasText: 'Passages' }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator(`.monaco-editor[data-uri$="/${path}"]`).waitFor({ state: 'detached' });
      await leave();
      await editorOf(page, path);
      await page.waitForTimeout(1000);
      assert.equal(await top(), before, path);
    }
  });

  it('says that nothing was found', async () => {
    await search('zeppelinschraube', /No review holds these words/);
    await shoot('nothing');
    await leave();
  });

  it('has no errors of its own', () => {
    assert.deepEqual(vscode.problems, []);
  });
});
