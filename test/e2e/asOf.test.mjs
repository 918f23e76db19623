import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHistory } from '../rig/gitHistory.mjs';
import { openSample } from '../rig/openSample.mjs';
import { clickWord, codeLens, hover, notification, openFile, quickPick, runCommand, tab } from '../rig/ui.mjs';

const old = `package holds

const seconds = 300

func claim() Hold {
	return take(seconds)
}

// Claims deck space for as long as the bank takes, and gives it back when nobody pays.
func claimOn(sailing Sailing, length int) (Hold, error) {
	if sailing.Free() < length {
		return Hold{}, errFull
	}
	return sailing.Hold(length, seconds)
}
`;
const now = `package holds

// The herd of INC-7 went out together. INC-900 came later.
const seconds = 300 + jitter

func claim() Hold {
	return take(seconds)
}

// Claims deck space for as long as the bank takes, and gives it back when nobody pays.
func claimOn(sailing Sailing, length int) (Hold, error) {
	if sailing.Free() < length {
		return Hold{}, errFull
	}
	return sailing.Hold(length, seconds)
}
`;

describe('a file as of the incident', () => {
  let vscode;
  let page;
  let editor;
  let hashes;

  before(async () => {
    vscode = await openSample({
      files: {
        'docs/incidents/INC-900-long-ago.md': '---\ntitle: Long ago\ndate: 2001-05\n---\n\n# Long ago\n\nSome words.\n',
      },
    });
    page = vscode.page;
    hashes = makeHistory(vscode.folder, [
      {
        date: '2023-01-10T12:00:00Z',
        files: { 'src/old.go': old, 'docs/design/calm.md': '# Calm\n\nNobody was called since INC-900.\n' },
      },
      { date: '2023-06-07T23:30:00Z', files: { 'src/old.go': `${old}// that night\n` } },
      {
        date: '2023-06-08T00:30:00Z',
        files: { 'src/old.go': undefined, 'src/claim.go': `${old}// the morning after\n` },
      },
      { date: '2024-01-01T12:00:00Z', files: { 'src/claim.go': now } },
    ]);
    editor = await openFile(page, 'src/claim.go');
    await codeLens(editor, 'INC-7').waitFor();
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`as-of-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`as-of-${name}-light`);
    await vscode.prefer('dark');
  }

  it('opens from the card, read-only, under its former name, at the last commit of that day', async () => {
    const card = await hover(page, editor, 'INC-7');
    const action = card.getByRole('link', { name: 'This File as of 7 June 2023' });
    await action.waitFor();
    await shoot('card');
    await (await hover(page, editor, 'INC-7')).getByRole('link', { name: 'This File as of 7 June 2023' }).click();
    const title = `old.go (2023-06-07, ${hashes[1].slice(0, 7)})`;
    await tab(page, title).waitFor();
    await page.locator('.view-line', { hasText: 'that night' }).waitFor();
    await shoot('opened');
    await page.keyboard.type('x');
    assert.equal(readFileSync(join(vscode.folder, 'src/claim.go'), 'utf8'), now);
  });

  it('compares it with what it is now', async () => {
    await page.getByRole('button', { name: 'Compare with What It Is Now' }).first().click();
    await page.locator('.monaco-diff-editor').first().waitFor();
    await tab(page, /old\.go \(2023-06-07, .*↔ Now/).waitFor();
    await shoot('compared');
  });

  it('says why, where the history begins later', async () => {
    await runCommand(page, 'View: Close All Editors');
    editor = await openFile(page, 'src/claim.go');
    await clickWord(page, editor, 'INC-900');
    await runCommand(page, 'Precedent: Open This File as of the Incident');
    await notification(page, 'The history that is here begins after May 2001.').waitFor();
    await shoot('refused');
    const card = await hover(page, editor, 'INC-900');
    await card.getByText('Precedent · INC-900').waitFor();
    await card.getByText('This File as of May 2001: The history that is here begins after May 2001.').waitFor();
    assert.equal(await card.getByRole('link', { name: 'This File as of' }).count(), 0);
  });

  it('asks which incident is meant, where the file cites several', async () => {
    await clickWord(page, editor, 'package');
    await runCommand(page, 'Precedent: Open This File as of the Incident');
    await quickPick(page, 'INC-7').first().waitFor();
    await shoot('pick');
    await page.keyboard.press('Escape');
  });

  it('names on the title of a review the newest sentence that cites it, by the history', async () => {
    const review = await openFile(page, 'docs/incidents/INC-900-long-ago.md');
    await codeLens(
      review,
      'Cited in claim.go: “The herd of INC-7 went out together. INC-900 came later.” and 1 more…',
    ).waitFor();
    await shoot('newest');
  });
});
