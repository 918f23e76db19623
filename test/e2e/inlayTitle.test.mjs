import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { actUntil, openFile } from '../rig/ui.mjs';

const code = `package holds

// INC-7, INC-31: a full batch means a pile-up. Leave the rest for the next one.
func expire(batch []Hold) {
	sleep(jitter()) // INC-12
}
`;

describe('titles behind ids', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({
      files: { 'src/expire.go': code },
      settings: { 'precedent.inlayTitle.enabled': true, 'precedent.codeLens.enabled': false },
    });
    page = vscode.page;
  });

  after(() => vscode?.close());

  it('stand behind the id as virtual text', async () => {
    const editor = await openFile(page, 'src/expire.go');
    const title = editor.locator('.view-line', { hasText: 'kept the provider' });
    await title.waitFor();
    assert.match(
      (await editor.locator('.view-line').nth(2).innerText()).replaceAll('\u00a0', ' '),
      /INC-7.*Summer sale/s,
    );
    await vscode.screenshot('inlay-dark');
    await vscode.prefer('light');
    await actUntil(page.locator('.monaco-hover:visible').getByText('Precedent · INC-7'), async () => {
      await page.mouse.move(0, 0);
      await editor.getByText('Summer sale').first().hover();
    });
    await vscode.screenshot('inlay-light');
  });
});
