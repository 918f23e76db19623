import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { foldView, openFile, quickPick, quickPickInput, runCommand, showContainer, tab, treeItem } from '../rig/ui.mjs';

/** What a screen reader is told of the row. */
const summerSale = /^Summer sale: .*, INC-7, 7 June 2023/;

describe('the library in the sidebar', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({
      files: { 'docs/incidents/INC-99-broken.yaml': 'id: INC-99\ntitle: [The day\n  date: }\n' },
    });
    page = vscode.page;
    await showContainer(page, 'Precedent');
    await foldView(page, 'This File');
    await treeItem(page, summerSale).waitFor();
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await page.mouse.move(700, 500);
    await vscode.screenshot(`library-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`library-${name}-light`);
    await vscode.prefer('dark');
  }

  async function groupBy(name) {
    await runCommand(page, 'Precedent: Group Library By…');
    await quickPick(page, name).click();
  }

  /** The header is there, but VS Code hides it as long as the view is the only one in its container. */
  async function grouped(by) {
    await page.locator(`.sidebar .pane-header[aria-label*="by ${by}"]`).waitFor({ state: 'attached' });
  }

  it('groups reviews by year, the latest first, and says so beside its title', async () => {
    const rows = await page.locator('.sidebar').getByRole('treeitem').allInnerTexts();
    assert.match(rows[0], /^2026/);
    await grouped('year');
  });

  it('unfolds a review to its sections and materials, and opens a section at its heading', async () => {
    const review = treeItem(page, summerSale);
    await review.locator('.monaco-tl-twistie').click();
    await treeItem(page, /What surprised us/).click();
    await tab(page, /INC-7/).waitFor();
    await page.locator('.view-line', { hasText: 'The flat line' }).waitFor();
    await shoot('year');
  });

  it('opens a picture in the image preview, and keeps the focus in the list', async () => {
    await treeItem(page, /Holds made and released/).click();
    await tab(page, /holds-per-second\.png/).waitFor();
    assert.ok(await page.evaluate(() => document.activeElement.closest('.sidebar') !== null), 'the focus has gone');
    await shoot('image');
  });

  it('shows the card of the review under the pointer', async () => {
    await treeItem(page, summerSale).hover();
    const card = page.locator('.monaco-hover:not(.hidden)').filter({ visible: true }).first();
    await card.waitFor();
    assert.match(await card.textContent(), /Precedent · INC-7/);
    await vscode.screenshot('library-card-dark');
  });

  it('groups by service when asked, and remembers it in the settings', async () => {
    await groupBy(/^Service/);
    await grouped('service');
    await treeItem(page, /^booking/)
      .first()
      .waitFor();
    await shoot('service');
  });

  it('groups by difficulty with the sentence that says so', async () => {
    await groupBy(/^Difficulty/);
    await grouped('difficulty');
    await treeItem(page, /^I was confused for most of it/).waitFor();
    await shoot('difficulty');
    await treeItem(page, /^I was confused for most of it/).click();
    await page.locator('.view-line', { hasText: 'confused' }).first().waitFor();
    await page.keyboard.press('End');
    await treeItem(page, /^Not told/).waitFor();
    await groupBy(/^Year/);
  });

  it('filters while one types; Escape gives everything back', async () => {
    await runCommand(page, 'Precedent: Filter Library…');
    await quickPickInput(page).fill('power sandv');
    await treeItem(page, summerSale).waitFor({ state: 'hidden' });
    await treeItem(page, /Sandv/).waitFor();
    await page.keyboard.press('Escape');
    await treeItem(page, summerSale).waitFor();
  });

  it('shows the filter in its title until it is cleared', async () => {
    await runCommand(page, 'Precedent: Filter Library…');
    await quickPickInput(page).fill('boats');
    await page.keyboard.press('Enter');
    await page.locator('.sidebar').getByText('Reviews with “boats”').waitFor();
    await shoot('filter');
    await runCommand(page, 'Precedent: Filter Library…');
    await quickPickInput(page).fill('zeppelin');
    await page.keyboard.press('Enter');
    await page.locator('.sidebar').getByText('No review matches the filter.').waitFor();
    await shoot('no-match');
    await runCommand(page, 'Precedent: Clear Filter');
    await treeItem(page, summerSale).waitFor();
  });

  it('reveals the review that an editor shows', async () => {
    await openFile(page, 'docs/incidents/INC-31-slow-search.adoc');
    await runCommand(page, 'Precedent: Reveal in Library');
    await page
      .locator('.sidebar')
      .getByRole('treeitem', { name: /^Slow sailing search/, selected: true })
      .waitFor();
  });

  it('lists last what could not be read, or not in full, and opens it', async () => {
    await page.locator('.sidebar .monaco-list:focus').first().waitFor();
    await page.locator('.sidebar').getByRole('treeitem', { name: 'Afterwards' }).waitFor(); // the review has unfolded
    await page.keyboard.press('End');
    const last = treeItem(page, /^Not read in full/);
    await last.waitFor();
    await page.keyboard.press('ArrowRight');
    await last.and(page.locator('[aria-expanded="true"]')).waitFor();
    const broken = treeItem(page, /INC-99-broken\.yaml/);
    // What is below the last row is not drawn, and rows come a moment after the row above them has unfolded.
    for (let tries = 0; tries < 50 && (await broken.count()) === 0; tries++) {
      await page.keyboard.press('End');
      await page.waitForTimeout(100);
    }
    await broken.click();
    await tab(page, /INC-99-broken\.yaml/).waitFor();
    await shoot('unreadable');
  });

  it('lists what was left out with its reasons', async () => {
    await runCommand(page, 'Precedent: Show Files Left Out of the Library…');
    await quickPick(page, /_template\.md/).waitFor();
    await shoot('omitted');
    await page.keyboard.press('Escape');
  });

  it('has no errors of its own', () => {
    assert.deepEqual(vscode.problems, []);
  });
});
