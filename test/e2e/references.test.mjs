import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import {
  chooseInMenu,
  clickWord,
  codeLens,
  editorOf,
  hover,
  notification,
  openFile,
  quickPick,
  runCommand,
  showContainer,
  statusItem,
  treeItem,
} from '../rig/ui.mjs';

const review = 'docs/incidents/INC-7-summer-sale-holds.md';

describe('references', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({ files: { 'src/wait.ts': '// see INC-7\nexport const seconds = 300;\n' } });
    page = vscode.page;
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`references-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`references-${name}-light`);
    await vscode.prefer('dark');
  }

  const peek = () => page.locator('.peekview-widget');

  it('are listed by file in the references view', async () => {
    const editor = await openFile(page, 'src/wait.ts');
    await clickWord(page, editor, 'INC-7');
    await runCommand(page, 'References: Find All References');
    await treeItem(page, /expiry\.go/)
      .first()
      .waitFor();
    await treeItem(page, /offline-validation\.md|waiting-room\.md/)
      .first()
      .waitFor();
    await shoot('view');
  });

  it('are offered by the card, and shown where the reader is', async () => {
    const editor = await openFile(page, 'src/wait.ts');
    const card = await hover(page, editor, 'INC-7');
    await card.getByText('Cited:').first().waitFor();
    await shoot('card');
    await (await hover(page, editor, 'INC-7')).getByText('Where It Is Cited').click();
    await peek().locator('.ref-tree .monaco-list-row').first().waitFor();
    await editorOf(page, 'src/wait.ts');
    await shoot('peek');
    await page.keyboard.press('Escape');
    await peek().waitFor({ state: 'detached' });
  });

  it('are led to by a sentence above the title of the review', async () => {
    const editor = await openFile(page, review);
    const lens = codeLens(editor, /and \d+ more…/);
    await lens.waitFor();
    await shoot('title');
    await lens.click();
    await peek().locator('.ref-tree .monaco-list-row').first().waitFor();
    await shoot('title-peek');
    await page.keyboard.press('Escape');
    await peek().waitFor({ state: 'detached' });
  });

  it('are found from a row of the Library', async () => {
    await showContainer(page, 'Precedent');
    const row = treeItem(page, /INC-12/).first();
    await row.click({ button: 'right' });
    await chooseInMenu(page, 'Find Where It Is Cited');
    await peek().locator('.ref-tree .monaco-list-row').first().waitFor();
    await shoot('library');
    await page.keyboard.press('Escape');
  });

  it('say which files are not searched, and why', async () => {
    await runCommand(page, 'Precedent: Show Files Not Searched for Citations…');
    await quickPick(page, /build/).first().waitFor();
    await shoot('skipped');
    assert.match(await quickPick(page, /build/).first().innerText(), /gitignore/);
    await page.keyboard.press('Escape');
  });
});

describe('gathering citations', () => {
  let vscode;
  let page;

  before(async () => {
    // Almost citations: each line takes a look.
    const text = `${'// INC-x, INC-y and INC-z: not one that anybody knows\n'.repeat(8000)}// INC-7\n`;
    const files = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`big/${at}.ts`, text]));
    vscode = await openSample({ files: { ...files, 'src/wait.ts': '// see INC-7\n' } });
    page = vscode.page;
  });

  after(() => vscode?.close());

  it('says how far it is, can be stopped, and goes on when it is asked to', async () => {
    await showContainer(page, 'Precedent');
    const status = statusItem(page, 'precedent.status');
    await status.filter({ hasText: /Looking for citations, [\d,]+ of [\d,]+ files/ }).waitFor();
    await page.locator('.sidebar .monaco-progress-container.active').first().waitFor();
    await vscode.screenshot('gathering-dark');
    await status.click();
    await status.filter({ hasText: 'not all files searched' }).waitFor();
    // Both views said how far it was.
    await page.locator('.sidebar').getByText('Looking for citations').first().waitFor({ state: 'hidden' });
    const goOn =
      'Not all files were searched for citations. To go on, click “Citations: not all files searched” in the status bar.';
    await page.locator('.sidebar').getByText(goOn).waitFor();
    // What bears on a file is told in part.
    await openFile(page, 'README.md');
    await page.locator('.sidebar').getByText(goOn).nth(1).waitFor();
    await vscode.prefer('light');
    await vscode.screenshot('gathering-stopped-light');
    // Who asks where it is cited gets what is known, and hears that it may not be all.
    const editor = await openFile(page, 'src/wait.ts');
    await clickWord(page, editor, 'INC-7');
    await page
      .locator('.statusbar')
      .getByText(/Ln 1, Col (?:[89]|1[0-3])\b/)
      .waitFor();
    await page.keyboard.press('Shift+F12');
    const message = notification(page, /Only [\d,]+ of [\d,]+ files were searched for citations/);
    await message.getByRole('button', { name: 'Search the Rest', exact: true }).waitFor();
    await vscode.screenshot('gathering-in-part-light');
    await status.click();
    await status.filter({ hasText: /Looking for citations/ }).waitFor();
    await status.filter({ hasText: /citations/i }).waitFor({ state: 'hidden', timeout: 120_000 });
  });
});
