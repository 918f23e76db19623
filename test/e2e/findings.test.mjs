import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { actUntil, clickWord, editorOf, hover, openFile, problems, quickPick, runCommand, tab } from '../rig/ui.mjs';

const code = `// Holds end one by one, see INC-8.
// The order comes from inc-12 and INC-41.
export const patience = 300;

// A countdown that jumps looks broken: INC-7#what-suprised-us.
export const steps = 4;
`;
const design = `# Waiting

The queue stood behind a lock: [the lock](../incidents/2024-03-13-migration-lock.md).
`;

describe('findings', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({ files: { 'src/wait.ts': code, 'docs/design/wait.md': design } });
    page = vscode.page;
    editor = await openFile(page, 'src/wait.ts');
  });

  after(() => vscode?.close());

  const text = () => readFileSync(join(vscode.folder, 'src/wait.ts'), 'utf8');
  const lightBulbMenu = () => page.locator('.action-widget:not(.action-list-submenu-panel)');

  /** Opens the light bulb's menu at a word. */
  async function openFixes(word) {
    await clickWord(page, editor, word);
    await actUntil(lightBulbMenu(), () => page.keyboard.press('Control+.'));
  }

  async function shoot(name) {
    await vscode.screenshot(`findings-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`findings-${name}-light`);
    await vscode.prefer('dark');
  }

  it('are quiet squiggles, and rows in Problems', async () => {
    await editor.locator('.squiggly-info').first().waitFor();
    const rows = await problems(page, /No review with the id INC-8 here/);
    await rows.first().waitFor();
    await (await problems(page, /There is no passage “what-suprised-us” in INC-7/)).first().waitFor();
    await shoot('problems');
  });

  it('say in the hover what is the matter, above the card', async () => {
    await page.keyboard.press('Escape');
    const card = await hover(page, editor, 'INC-8');
    await card.getByText(/No review with the id INC-8 here/).waitFor();
    await shoot('hover');
    await page.mouse.move(0, 0);
  });

  it('offer what was probably meant, and change only that', async () => {
    await openFixes('INC-8');
    await lightBulbMenu()
      .getByText(/^Change to INC-7: /)
      .waitFor();
    await shoot('menu');
    await lightBulbMenu()
      .getByText(/^Change to INC-7: /)
      .click();
    await page.keyboard.press('Control+S');
    await editor.locator('.view-line', { hasText: 'see\u00a0INC-7.' }).waitFor();
    await poll(() => text() === code.replace('INC-8', 'INC-7'));
  });

  it('let the user choose the passage', async () => {
    await openFixes('suprised-us');
    await shoot('passage-menu');
    await lightBulbMenu().getByText('Choose the Passage…').click();
    await quickPick(page, 'The whole review').waitFor();
    await shoot('passages');
    await quickPick(page, 'What surprised us').first().click();
    await page.keyboard.press('Control+S');
    await poll(() => text() === code.replace('INC-8', 'INC-7').replace('suprised', 'surprised'));
  });

  it('are silenced by a comment', async () => {
    await runCommand(page, 'File: Revert File');
    const before = text();
    await openFixes('inc-12');
    await lightBulbMenu().getByText('Ignore inc-12 in This File').click();
    await page.keyboard.press('Control+S');
    await poll(() => text() === `// precedent-ignore inc-12\n${before}`);
    await editor.locator('.view-line', { hasText: 'precedent-ignore' }).waitFor();
    await shoot('ignored');
  });

  it('lead to their explanation', async () => {
    const rows = await problems(page, /There is no review at \.\.\/incidents/);
    const document = await openFile(page, 'docs/design/wait.md');
    await document.locator('.squiggly-info').first().waitFor();
    await rows.first().waitFor();
    await shoot('markdown');
    await rows.first().locator('.marker-source').waitFor();
    await rows
      .first()
      .locator('a.monaco-link')
      .click({ modifiers: ['ControlOrMeta'] });
    await tab(page, /findings\.md/).waitFor();
    const explained = await editorOf(page, 'docs/findings.md');
    await explained.locator('.view-line', { hasText: 'broken-link' }).first().waitFor();
    await shoot('explained');
  });
});

async function poll(holds) {
  const end = Date.now() + 10_000;
  while (!holds()) {
    assert.ok(Date.now() < end, 'it did not come');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
