import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { clickWord, editorOf, notification, openFile, runCommand } from '../rig/ui.mjs';

const code = `const help = 'INC-7';
// INC-98
`;

describe('“Why Is There No Hover Here?”', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({ files: { 'src/why.ts': code } });
    page = vscode.page;
    editor = await openFile(page, 'src/why.ts');
  });

  after(() => vscode?.close());

  it('says that an id stands outside of comments, and offers the setting', async () => {
    await clickWord(page, editor, 'INC-7');
    await runCommand(page, 'Precedent: Why Is There No Hover Here?');
    const message = notification(page, 'stands in a string');
    await message.waitFor();
    await vscode.screenshot('why-dark');
    await vscode.prefer('light');
    await vscode.screenshot('why-light');
    await vscode.prefer('dark');
    await message.getByRole('button', { name: 'Open Settings', exact: true }).click();
    await page.locator('.settings-editor').getByText('Match In').first().waitFor();
    await vscode.screenshot('why-settings-dark');
    await page.keyboard.press('Escape');
  });

  it('offers the review with the closest id', async () => {
    editor = await openFile(page, 'src/why.ts');
    await clickWord(page, editor, 'INC-98');
    await runCommand(page, 'Precedent: Why Is There No Hover Here?');
    const message = notification(page, 'INC-98 is recognised, but no review here has this id.');
    await message.waitFor();
    await vscode.screenshot('why-unknown-dark');
    const button = message.getByRole('button', { name: /^Open INC-/ }).first();
    assert.match((await button.textContent()) ?? '', /Open INC-\d+/);
    await button.click();
    await editorOf(page, 'docs/incidents/INC-38.rst');
  });
});
