import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import {
  codeLens,
  editorOf,
  goToLine,
  hover,
  quickPick,
  quickPickInput,
  runCommand,
  showContainer,
  treeItem,
  webview,
} from '../rig/ui.mjs';

// A repository that is browsed: no disk, no Node, nothing that can be written.
describe('a virtual folder that cannot be written', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({ readOnly: true });
    page = vscode.page;
  });

  after(() => vscode?.close());

  /** Opens a file by its path. */
  async function open(path) {
    await runCommand(page, 'Test: Open a Read-Only File');
    await quickPickInput(page).fill(path);
    await page.keyboard.press('Enter');
    return editorOf(page, path);
  }

  it('has lenses and cards', async () => {
    const editor = await open('web/src/session/keys.ts');
    await codeLens(editor, 'INC-12').first().waitFor();
    await goToLine(page, 23);
    const card = await hover(page, editor, 'INC-12');
    assert.match(await card.innerText(), /Precedent · INC-12/);
    await vscode.screenshot('read-only-hover');
  });

  it('has a Library', async () => {
    await showContainer(page, 'Precedent');
    await treeItem(page, /INC-12/)
      .first()
      .waitFor();
    await vscode.screenshot('read-only-library');
  });

  it('is searched, in titles and in text', async () => {
    await runCommand(page, 'Precedent: Search Reviews…');
    for (const [words, found] of [
      ['summer sale', /Summer sale/],
      ['clock skew', /./],
    ]) {
      await quickPickInput(page).fill(words);
      await quickPick(page, found).first().waitFor();
    }
    await page.keyboard.press('Escape');
  });

  it('has a citation copied that cannot be written', async () => {
    await open('web/src/session/keys.ts');
    await runCommand(page, 'Precedent: Cite…');
    await quickPickInput(page).fill('INC-7');
    await quickPick(page, /INC-7/).first().waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('.part.statusbar, .notification-toast')
      .getByText(/copied/)
      .first()
      .waitFor();
    await vscode.screenshot('read-only-cite');
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /INC-7/);
  });

  it('tells the story of a review', async () => {
    await open('docs/incidents/INC-7-summer-sale-holds.md');
    await runCommand(page, 'Precedent: Open Story…');
    const story = webview(page);
    await story.getByRole('heading', { level: 1, name: 'Summer sale: every hold expired' }).waitFor();
    await vscode.screenshot('read-only-story');
  });
});
