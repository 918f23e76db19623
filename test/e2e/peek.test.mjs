import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { clickWord, editorOf, openFile, quickPick, runCommand } from '../rig/ui.mjs';

const code = `// INC-7#what-was-difficult
// INC-7
export const seconds = 300;
`;

describe('going to a review', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({ files: { 'src/wait.ts': code } });
    page = vscode.page;
    editor = await openFile(page, 'src/wait.ts');
  });

  after(() => vscode?.close());

  it('peeks at the cited passage', async () => {
    await clickWord(page, editor, 'INC-7#');
    await runCommand(page, 'Peek Definition');
    const peek = page.locator('.peekview-widget');
    await peek.locator('.view-line', { hasText: 'What was difficult' }).first().waitFor();
    assert.match((await peek.locator('.peekview-title').textContent()) ?? '', /INC-7-summer/);
    await vscode.screenshot('peek-dark');
    await vscode.prefer('light');
    await vscode.screenshot('peek-light');
    await vscode.prefer('dark');
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('goes there with Ctrl and a click', async () => {
    await clickWord(page, editor, 'INC-7#', { modifiers: ['ControlOrMeta'] });
    const review = await editorOf(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await review.locator('.view-line', { hasText: 'What was difficult' }).first().waitFor();
    await vscode.screenshot('peek-gone-dark');
  });

  it('finds a review among the symbols of the workspace', async () => {
    await page.keyboard.press('ControlOrMeta+T');
    await page.locator('.quick-input-widget:visible input').fill('#boats past');
    await quickPick(page, /INC-19/)
      .first()
      .waitFor();
    await vscode.screenshot('peek-symbols-dark');
    await page.keyboard.press('Enter');
    await editorOf(page, 'docs/incidents/INC-19%20Boats%20that%20lived%20in%20the%20past.md');
  });

  it('opens the review of the line with the cursor by a command', async () => {
    editor = await openFile(page, 'src/wait.ts');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ArrowDown');
    await runCommand(page, 'Precedent: Show Review at Cursor');
    await editorOf(page, 'docs/incidents/INC-7-summer-sale-holds.md');
  });
});
