import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { clickWord, foldView, openFile, quickPickInput, runCommand, showContainer, treeItem } from '../rig/ui.mjs';

const code = `export function claim(deck: Deck): Hold {
  // Kept for five minutes, no longer.
  const hold = deck.hold();
  return hold;
}
`;
const prose = `# Waiting room

We met this before, and again.

As in .
`;

describe('citing', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({ files: { 'src/claim.ts': code, 'docs/design/room.md': prose } });
    page = vscode.page;
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`cite-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`cite-${name}-light`);
    await vscode.prefer('dark');
  }

  async function cite(words) {
    await runCommand(page, 'Precedent: Cite…');
    await quickPickInput(page).fill(words);
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('.quick-input-widget .monaco-progress-container.active'));
    return page.locator('.quick-input-widget .monaco-list-row');
  }

  const text = async (editor) =>
    (await editor.locator('.view-line').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');

  it('writes into code at two cursors, in a comment and beside code, and is undone at once', async () => {
    const editor = await openFile(page, 'src/claim.ts');
    await clickWord(page, editor, 'longer.');
    await clickWord(page, editor, 'return', { modifiers: ['Alt'] });
    await page.keyboard.press('End');
    await cite('inc7');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await editor.locator('.view-line', { hasText: 'longer. INC-7' }).waitFor();
    const now = await text(editor);
    assert.match(now, /\/\/ Kept for five minutes, no longer\. INC-7/);
    assert.match(now, /return hold; \/\/ see INC-7: Summer sale/);
    await shoot('code');
    await page.keyboard.press('ControlOrMeta+Z');
    await editor.locator('.view-line', { hasText: 'INC-7' }).first().waitFor({ state: 'detached' });
  });

  it('writes a link into Markdown, with the way from one file to the other', async () => {
    const editor = await openFile(page, 'docs/design/room.md');
    await clickWord(page, editor, 'again.');
    await page.keyboard.press('End');
    await clickWord(page, editor, 'in .', { modifiers: ['Alt'] });
    await cite('inc7');
    await page.keyboard.press('Enter');
    await editor.locator('.view-line', { hasText: 'As in [INC-7: Summer sale' }).waitFor();
    const links = (await text(editor)).replaceAll('\n', '').match(/\[INC-7: [^\]]*\]\(\.\.\/incidents\/INC-7-[^)]*\)/g);
    assert.equal(links?.length, 2);
    await shoot('markdown');
  });

  it('cites from a row of the Library, where one was writing', async () => {
    const editor = await openFile(page, 'docs/design/room.md');
    await clickWord(page, editor, 'Waiting');
    await page.keyboard.press('End');
    await showContainer(page, 'Precedent');
    await foldView(page, 'This File');
    const row = treeItem(page, /Other people/);
    await row.click(); // a preview takes the place of the editor
    await row.hover();
    await shoot('row');
    await row.getByRole('button', { name: 'Cite' }).click();
    await page.locator('.view-line', { hasText: /Waiting.room.*2023-02-14/ }).waitFor();
    await shoot('from-row');
  });

  it('has no errors of its own', () => {
    assert.deepEqual(vscode.problems, []);
  });
});
