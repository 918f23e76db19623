import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { actUntil, clickWord, editorOf, foldView, openFile, runCommand, showContainer, tab } from '../rig/ui.mjs';

describe('This File in the sidebar', () => {
  let vscode;
  let page;
  let view;

  before(async () => {
    vscode = await openSample({ settings: { 'precedent.codeLens.enabled': false } });
    page = vscode.page;
    await showContainer(page, 'Precedent');
    view = page.locator('.pane', { has: page.locator('.pane-header[aria-label^="This File"]') });
    await page.getByText('Open a file to see which incidents bear on it').waitFor();
    await shoot('no-file');
    // The Library leaves its room to the view that is looked at.
    await foldView(page, 'Library');
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await page.mouse.move(900, 600);
    await vscode.screenshot(`this-file-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`this-file-${name}-light`);
    await vscode.prefer('dark');
  }

  const row = (name) => view.getByRole('treeitem', { name });

  /** The rows as a screen reader is told them, once there is one with these words. */
  async function rowsWith(words) {
    await row(words).first().waitFor();
    return view
      .getByRole('treeitem')
      .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label') ?? each.textContent));
  }

  it('tells what a file cites, and which review names it', async () => {
    await openFile(page, 'firmware/validator/clock.c');
    const rows = await rowsWith(/^names this file/);
    const expected = [
      /^Cited here/,
      /^Boats that lived in the past, INC-19 · 11 February 2024, lines 5, 27, 47, names this file/,
      /^lines 5, 27, 47/,
      /^names this file/,
      /^A key the boats had not met, .*, line 46/,
      /^line 46/,
    ];
    assert.equal(rows.length, expected.length, rows.join('\n'));
    for (const [at, words] of expected.entries()) assert.match(rows[at], words);
    await shoot('code');
  });

  it('follows the editor, and tells what is cited near and what is about the same service', async () => {
    await openFile(page, 'web/src/components/DeckCountdown.tsx');
    const rows = await rowsWith(/imported here/);
    assert.ok(
      rows.some((each) => /^INC-70, no review has this id, line 23/.test(each)),
      rows.join('\n'),
    );
    assert.ok(
      rows.some((each) => /^Login outage .* about web/.test(each)),
      rows.join('\n'),
    );
    await shoot('nearby');
  });

  it('shows the card under the pointer, below why the review is here', async () => {
    // VS Code says “Loading…” until the card is made, and says nothing more where the rows were told anew meanwhile.
    const hovers = page.locator('.monaco-hover:not(.hidden)').filter({ visible: true });
    const card = hovers.filter({ hasText: 'Precedent · INC-12' }).first();
    await actUntil(card, async () => {
      await page.mouse.move(900, 600);
      await row(/^We kept the provider.*imported here/).hover();
    });
    const text = await card.textContent();
    assert.match(text, /Cited in web\/src\/booking\/holdClient\.ts:18 \(imported here\)/);
    assert.match(text, /Precedent · INC-12/);
    await vscode.screenshot('this-file-card-dark');
  });

  it('keeps its rows while a review is looked at from it, and goes there with who goes there', async () => {
    await row(/^Login outage .*about web/).click();
    await tab(page, /2025-05-28-login-outage/).waitFor();
    const editor = await editorOf(page, 'docs/incidents/2025-05-28-login-outage.md');
    await row(/^in holdClient/).waitFor();
    await shoot('looked-at');
    await clickWord(page, editor, 'Ascension');
    await row(/^in holdClient/).waitFor({ state: 'detached' });
    await row(/^Boats that lived in the past/).waitFor();
  });

  it('goes to the citation near by from the reason', async () => {
    await openFile(page, 'web/src/components/DeckCountdown.tsx');
    await row(/^in holdClient\.ts, imported here/).click();
    await tab(page, /holdClient\.ts/).waitFor();
    await page.locator('.view-line', { hasText: 'charged twice (INC-12)' }).waitFor();
    assert.ok(await page.evaluate(() => document.activeElement.closest('.sidebar') !== null), 'the focus has gone');
    await row(/^in holdClient\.ts, imported here/).waitFor();
  });

  it('offers what a document mentions as a citation, with one click', async () => {
    const editor = await openFile(page, 'docs/design/waiting-room.md');
    const mention = row(/^Login outage .*the 2025-05-28 login outage/);
    await mention.waitFor();
    await shoot('document');
    await mention.hover();
    await mention.getByRole('button', { name: 'Make It a Citation' }).click();
    await editor.locator('.view-line', { hasText: '[the 2025-05-28 login outage](../' }).waitFor();
    await mention.waitFor({ state: 'detached' });
    await row(/^Login outage .*, line 38$/).waitFor();
    await runCommand(page, 'Undo');
    await mention.waitFor();
  });

  it('says what was looked for where nothing is known', async () => {
    await openFile(page, 'docs/design/proposal-my-trips-at-the-edge.md');
    await view.getByText('Nothing known bears on this document').waitFor();
    await shoot('nothing');
  });

  it('remembers what is folded, whatever file comes next', async () => {
    await openFile(page, 'deploy/edge.conf');
    await row(/^in boat-gateway.yaml and 1 more/).waitFor();
    await row(/^Cited nearby/).click();
    await row(/^in boat-gateway.yaml and 1 more/).waitFor({ state: 'detached' });
    // The row that comes under the mouse would tell of itself, over the next one.
    await page.mouse.move(800, 600);
    await openFile(page, 'infra/dns.tf');
    await row(/^names this file/).waitFor();
    assert.equal(await row(/^in queues\.tf/).count(), 0);
    await row(/^Cited nearby/).click();
    await row(/^in queues\.tf/).waitFor();
  });

  it('is reached by a command, and read with the keyboard', async () => {
    await openFile(page, 'ops/restart-in-freeze.sh');
    await rowsWith(/INC-44, no review has this id/);
    await runCommand(page, 'Precedent: Focus on This File View');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tab(page, /INC-38/).waitFor();
  });
});
