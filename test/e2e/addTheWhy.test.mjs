import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { clickWord, codeLens, openFile, openLightBulb, runCommand } from '../rig/ui.mjs';

const code = `package holds

/** INC-24 */
func expire(batch []Hold) {
	sleep(jitter()) // INC-12
}

// INC-7: the holds went out together.
`;

describe('adding the why', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({ files: { 'src/expire.go': code }, settings: { 'files.autoSave': 'off' } });
    page = vscode.page;
    editor = await openFile(page, 'src/expire.go');
    await codeLens(editor, '').first().waitFor(); // the reviews are read
  });

  after(() => vscode?.close());

  const text = async () => (await editor.locator('.view-line').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');

  async function offered(word) {
    await clickWord(page, editor, word);
    return openLightBulb(page, 'Add the why');
  }

  async function shoot(name) {
    await vscode.screenshot(`why-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`why-${name}-light`);
    await vscode.prefer('dark');
  }

  it('offers sentences of the review on a bare comment', async () => {
    const offers = await offered('INC-12');
    assert.equal(await offers.count(), 3);
    await shoot('menu');
    await page.keyboard.press('Escape');
  });

  it('puts one of them above the code, and takes it back with one undo', async () => {
    const offers = await offered('INC-12');
    await offers.filter({ hasText: 'what was difficult' }).first().click();
    await editor.locator('.view-line', { hasText: '// INC-12:' }).waitFor();
    await shoot('written');
    assert.match(await text(), /\t?\/\/ INC-12: “Every service's own dashboard/);
    await page.keyboard.press('ControlOrMeta+Z');
    await editor.locator('.view-line', { hasText: 'sleep(jitter()) // INC-12' }).waitFor();
    await runCommand(page, 'File: Save');
    assert.equal(readFileSync(join(vscode.folder, 'src/expire.go'), 'utf8'), code);
  });

  it('opens a block comment up', async () => {
    const offers = await offered('INC-24');
    await offers.first().click();
    await editor.locator('.view-line', { hasText: '* INC-24:' }).waitFor();
    await shoot('block');
    await page.keyboard.press('ControlOrMeta+Z');
  });
});
