import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { actUntil, codeLens, completions, openFile } from '../rig/ui.mjs';

describe('the completion', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({ files: { 'src/wait.ts': '// see \nexport const seconds = 300; // INC-12\n' } });
    page = vscode.page;
    editor = await openFile(page, 'src/wait.ts');
    await codeLens(editor, 'outage going').first().waitFor(); // the library has been read
  });

  after(() => vscode?.close());

  async function writeComment(text) {
    await editor.click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type(text);
  }

  const ask = (name) => actUntil(completions(page, name), () => page.keyboard.press('Control+Space'));

  it('comes by itself after the beginning of a known id', async () => {
    await writeComment('// see INC-');
    await completions(page, 'INC-7').first().waitFor();
    await completions(page, 'INC-19').first().waitFor();
    await page.keyboard.type('7');
    await completions(page, 'INC-19').first().waitFor({ state: 'detached' });
    await vscode.screenshot('completion-id-dark');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (node) => node.querySelector('.view-line').textContent.replaceAll('\u00a0', ' ') === '// see INC-7',
      await editor.elementHandle(),
    );
  });

  it('offers reviews by words of their title when asked, and tells their story', async () => {
    await writeComment('// see past');
    await ask('INC-19');
    const details = page.locator('.suggest-details');
    // The key hides them where they come by themselves meanwhile.
    await actUntil(details.getByText('Precedent · INC-'), async () => {
      if (!(await details.isVisible())) await page.keyboard.press('Control+Space');
    });
    await vscode.screenshot('completion-title-dark');
    await vscode.prefer('light');
    await vscode.screenshot('completion-title-light');
    await vscode.prefer('dark');
    await page.keyboard.press('Escape');
  });

  it('puts the id in the place of the words of the title', async () => {
    await writeComment('// see boats that li');
    await ask('INC-19');
    await vscode.screenshot('completion-words-dark');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (node) => node.querySelector('.view-line').textContent.replaceAll('\u00a0', ' ') === '// see INC-19',
      await editor.elementHandle(),
    );
  });

  it('offers the passages of a review', async () => {
    await writeComment('// see INC-7#');
    await ask('what-surprised-us');
    await vscode.screenshot('completion-passage-dark');
    await page.keyboard.press('Escape');
  });

  it('keeps quiet in code', async () => {
    await writeComment('const a = INC-');
    await page.keyboard.type('1');
    await page.waitForTimeout(500); // nothing to wait for: nothing shall come
    assert.equal(await completions(page, 'INC-19').count(), 0);
  });
});
