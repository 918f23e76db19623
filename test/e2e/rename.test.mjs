import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { actUntil, clickWord, codeLens, openFile, runCommand } from '../rig/ui.mjs';

const files = {
  'docs/incidents/INC-910-the-pump.md':
    '---\r\nid: INC-910 # ours\r\ntitle: The pump\r\n---\r\n\r\n# The pump of INC-910\r\n\r\nIt was kind.\r\n',
  'docs/incidents/INC-920-the-quay.md': '# The quay\n\nNobody was there.\n',
  'docs/design/pumps.md': '# Pumps\n\nAs in [INC-910](../incidents/INC-910-the-pump.md#the-pump).\n',
  'src/pump.go': 'package a\n\n// see INC-910\nconst a = "INC-910"\n\n// and INC-920\n',
  'analysis/pump.ipynb': `${JSON.stringify({
    cells: [{ cell_type: 'markdown', id: 'a1', metadata: {}, source: ['Asked after INC-910.'] }],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  })}\n`,
  'src/other.go': '\ufeffpackage a\r\n\r\n// inc-910, too\r\n',
};

describe('renaming an id', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({ files });
    page = vscode.page;
    editor = await openFile(page, 'src/pump.go');
    await codeLens(editor, 'The pump').waitFor();
  });

  after(() => vscode?.close());

  const read = (path) => readFileSync(join(vscode.folder, path), 'utf8');
  const box = () => page.locator('.rename-box input').filter({ visible: true });

  async function shoot(name) {
    await vscode.screenshot(`rename-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`rename-${name}-light`);
    await vscode.prefer('dark');
  }

  async function eventually(holds) {
    for (let tries = 100; ; tries--) {
      try {
        return holds();
      } catch (error) {
        if (tries === 0) throw error;
        await page.waitForTimeout(100);
      }
    }
  }

  async function begin(where, word) {
    await clickWord(page, where, word);
    await actUntil(box(), () => page.keyboard.press('F2'));
  }

  it('refuses an id that is taken, where it is typed', async () => {
    await begin(editor, 'INC-910');
    assert.equal(await box().inputValue(), 'INC-910');
    await box().fill('INC-7');
    await page.keyboard.press('Enter');
    await page.getByText('INC-7 is taken: it means docs/incidents/INC-7').first().waitFor();
    await shoot('refused');
  });

  it('shows everything that would change', async () => {
    await begin(editor, 'INC-910');
    await box().fill('INC-911');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.locator('.part.panel .monaco-list-row', { hasText: 'pumps.md' }).waitFor();
    await shoot('preview');
    await page.getByRole('button', { name: 'Apply' }).first().click();
    await eventually(() => assert.ok(existsSync(join(vscode.folder, 'docs/incidents/INC-911-the-pump.md'))));
  });

  it('has changed what was promised and nothing else', async () => {
    await eventually(() => {
      assert.equal(read('src/pump.go'), files['src/pump.go'].replace('see INC-910', 'see INC-911'));
      assert.equal(read('src/other.go'), files['src/other.go'].replace('inc-910', 'INC-911'));
      assert.equal(read('analysis/pump.ipynb'), files['analysis/pump.ipynb']);
      assert.equal(read('docs/design/pumps.md'), files['docs/design/pumps.md'].replaceAll('INC-910', 'INC-911'));
      assert.equal(
        read('docs/incidents/INC-911-the-pump.md'),
        files['docs/incidents/INC-910-the-pump.md']
          .replaceAll('INC-910', 'INC-911')
          .replace('title: The pump\r\n', 'title: The pump\r\naliases: [INC-910]\r\n'),
      );
      assert.ok(!existsSync(join(vscode.folder, 'docs/incidents/INC-910-the-pump.md')));
    });
    await codeLens(editor, 'The pump').waitFor();
    await shoot('done');
  });

  it('is undone as a whole, byte for byte', async () => {
    await clickWord(page, editor, 'package');
    await page.keyboard.press('ControlOrMeta+Z');
    await eventually(() => assert.ok(existsSync(join(vscode.folder, 'docs/incidents/INC-910-the-pump.md'))));
    await editor.locator('.view-line', { hasText: 'see INC-910' }).waitFor();
    // One file after the other is undone: what is not yet would not be saved.
    for (const name of ['pump.go', 'INC-910-the-pump.md', 'pumps.md', 'other.go'])
      await page.locator('.tabs-container .tab.dirty', { hasText: name }).waitFor();
    await shoot('undone');
    await runCommand(page, 'File: Save All Files');
    await eventually(() => {
      for (const [path, text] of Object.entries(files)) assert.equal(read(path), text, path);
    });
  });

  it('remembers the former id in precedent.yaml where a review has no front matter', async () => {
    await begin(editor, 'INC-920');
    await box().fill('INC-921');
    await page.keyboard.press('Enter');
    await eventually(() => {
      assert.equal(read('docs/incidents/INC-921-the-quay.md'), files['docs/incidents/INC-920-the-quay.md']);
      assert.equal(read('docs/incidents/precedent.yaml'), 'aliases:\n  INC-920: INC-921\n');
    });
  });

  it('begins at the title of the review as well', async () => {
    const review = await openFile(page, 'docs/incidents/INC-910-the-pump.md');
    await clickWord(page, review, 'The pump of');
    // VS Code is told where the cursor is, and asks us from then on; until then it would rename the heading.
    for (let tries = 10; tries > 0; tries--) {
      await actUntil(box(), () => page.keyboard.press('F2'));
      if ((await box().inputValue()) === 'INC-910') break;
      await page.keyboard.press('Escape');
      await box().waitFor({ state: 'detached' });
    }
    assert.equal(await box().inputValue(), 'INC-910');
    await shoot('title');
    await page.keyboard.press('Escape');
  });
});
