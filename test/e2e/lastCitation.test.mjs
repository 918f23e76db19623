import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { clickWord, codeLens, lightBulbRows, openFile, openLightBulb, runCommand, tab } from '../rig/ui.mjs';

const review = `---
title: The ferry that was two ferries
date: 2024-02-03
---

# The ferry that was two ferries

## What surprised us

Two boats had one name for a week, and the timetable did not mind.
`;
const code = `package boats

// Names are not unique, see INC-901.
func byName(name string) []Boat {
	return find(name)
}
`;

describe('the last citation', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({
      files: {
        'docs/incidents/INC-901-two-ferries.md': review,
        'src/boats.go': code,
        'src/other.go': 'package boats\n',
      },
      settings: { 'files.autoSave': 'off', 'editor.lightbulb.enabled': 'on' },
    });
    page = vscode.page;
    editor = await openFile(page, 'src/boats.go');
    await codeLens(editor, 'two ferries').waitFor();
  });

  after(() => vscode?.close());

  const hint = () => editor.locator('.squiggly-hint');

  async function deleteLine() {
    await clickWord(page, editor, 'INC-901');
    await runCommand(page, 'Delete Line');
    await editor.locator('.view-line', { hasText: 'INC-901' }).waitFor({ state: 'detached' });
  }

  async function shoot(name) {
    await vscode.screenshot(`last-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`last-${name}-light`);
    await vscode.prefer('dark');
  }

  it('leaves a hint where it stood, and no notification', async () => {
    await deleteLine();
    await hint().first().waitFor();
    assert.equal(await page.locator('.notification-toast').count(), 0);
    await clickWord(page, editor, 'func');
    await page.keyboard.press('Home');
    await openLightBulb(page, 'Show what INC-901 said');
    await lightBulbRows(page, 'Let INC-901 go').waitFor();
    await shoot('menu');
    await page.keyboard.press('Escape');
  });

  it('takes the hint back when the citation comes back', async () => {
    await page.keyboard.press('ControlOrMeta+Z');
    await editor.locator('.view-line', { hasText: 'INC-901' }).waitFor();
    await hint().first().waitFor({ state: 'detached' });
  });

  it('shows what the review said, beside, and is gone', async () => {
    await deleteLine();
    await hint().first().waitFor();
    await clickWord(page, editor, 'func');
    await page.keyboard.press('Home');
    await (await openLightBulb(page, 'Show what INC-901 said')).click();
    await tab(page, 'INC-901-two-ferries.md').waitFor();
    await hint().first().waitFor({ state: 'detached' });
    await shoot('shown');
    assert.equal(readFileSync(join(vscode.folder, 'src/boats.go'), 'utf8'), code, 'nothing is saved for the user');
  });
});
