import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertAccessible } from '../rig/assertAccessible.mjs';
import { openSample } from '../rig/openSample.mjs';
import { editorOf, goToLine, markdownPreview, openFile, runCommand, tab, webview } from '../rig/ui.mjs';

const proposal = 'docs/design/proposal-my-trips-at-the-edge.md';
const moorings = 'docs/design/moorings.md';
const strangers = /^Other people's trips/;
const oldShop = 'Half the islands were still in the old shop';

// As entities, so that what reads as a tag is text of the review.
const hostile = `# &lt;img src=x onerror=alert(1)&gt; [click](command:workbench.action.quit)

## &lt;script&gt;alert(2)&lt;/script&gt; What \u202Eflipped

The *zeppelin* moored at the &lt;b onclick=alert(3)&gt;lighthouse&lt;/b&gt; with a ballast of [quicksilver](command:x).
`;

describe('the Companion beside a half-written proposal', () => {
  let vscode;
  let page;
  let companion;

  before(async () => {
    vscode = await openSample({
      viewport: { width: 1440, height: 900 },
      files: {
        'docs/incidents/INC-66-hostile.md': hostile,
        [moorings]: '# Moorings\n\nA zeppelin needs ballast of quicksilver near the lighthouse.\n',
      },
    });
    page = vscode.page;
    await openFile(page, proposal);
    await runCommand(page, 'Precedent: Show Companion');
    companion = webview(page, 'view');
    // Its page takes the focus when it comes, also from what was opened meanwhile.
    await companion.getByText(/\w/).first().waitFor();
  });

  after(() => vscode?.close());

  const first = () => companion.getByRole('listitem').first();
  const entry = (title) =>
    companion.getByRole('listitem').filter({ has: companion.getByRole('heading', { name: title }) });
  const firstIs = (title) => first().getByRole('heading', { name: title }).waitFor();

  /** Puts the cursor at the beginning of a line of a file, and the pointer where it disturbs nothing. */
  async function goTo(file, line) {
    await openFile(page, file);
    await page.mouse.move(700, 880);
    await goToLine(page, line);
  }

  async function shoot(name) {
    await vscode.screenshot(`companion-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`companion-${name}-light`);
    await vscode.prefer('dark');
  }

  it('suggests the review that bears on the paragraph, and says why', async () => {
    await goTo(proposal, 12);
    await firstIs(strangers);
    await first()
      .getByText(/^In both: .*\bheader\b/)
      .waitFor();
    await first().locator('mark').first().waitFor();
    await shoot('idea');
  });

  it('brings back at once what was put away, though the focus is in it', async () => {
    await entry(strangers)
      .getByRole('button', { name: /^Not Relevant/ })
      .click();
    await entry(strangers).waitFor({ state: 'detached' });
    await runCommand(page, 'Precedent: Show What You Dismissed in This Document');
    await entry(strangers).waitFor();
  });

  it('suggests another review one section further, keeps still under the pointer, and cites where one writes', async () => {
    await goTo(proposal, 25);
    await firstIs(oldShop);
    await shoot('getting-there');
    await first()
      .getByRole('button', { name: `Cite: ${oldShop}` })
      .click();
    const editor = await editorOf(page, proposal);
    await editor.locator('.view-line', { hasText: 'INC-43' }).first().waitFor();
    await first().getByText('Cited in this document').waitFor();
    await goToLine(page, 15);
    await firstIs(oldShop);
    await page.mouse.move(700, 880);
    await firstIs(strangers);
  });

  it('is used with the keyboard alone: from passage to passage, and to what can be done with one', async () => {
    await runCommand(page, 'Precedent: Show Companion');
    await first()
      .getByRole('button', { name: /^Cite: Other people/ })
      .focus();
    await page.keyboard.press('ArrowDown');
    await companion.getByRole('listitem').nth(1).locator('button.cite:focus').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await first()
      .getByRole('button', { name: /^Open Beside: Other people/ })
      .and(companion.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Enter');
    await tab(page, /other-peoples-trips/).waitFor();
    // What one looks at from the Companion does not become what one writes.
    await firstIs(strangers);
    await vscode.screenshot('companion-beside-dark');
    await runCommand(page, 'View: Close All Editors in Group');
  });

  it('shows a hostile review as plain text', async () => {
    await goTo(moorings, 3);
    await firstIs('<img src=x onerror=alert(1)> click');
    assert.equal(await companion.locator('main img, main a, main script, main b').count(), 0);
    assert.match(await first().locator('.excerpt').innerText(), /<b onclick=alert\(3\)>lighthouse/);
    assert.match(
      await first().locator('.about').innerText(),
      /<script>alert\(2\)<\/script> What \\u\{?202E\}?flipped/i,
    );
    await vscode.screenshot('companion-hostile-dark');
  });

  it('says where it is switched off', async () => {
    settings({ '[markdown]': { 'precedent.companion.enabled': false } });
    await goTo(proposal, 15);
    await companion.getByText('The Companion is switched off for markdown.').waitFor();
    settings({});
    await entry(strangers).waitFor();
  });

  it('can be read in high contrast, and axe finds nothing serious', async () => {
    await assertReadable();
    settings({ 'window.autoDetectColorScheme': false, 'workbench.colorTheme': 'Default High Contrast' });
    await companion.locator('body.vscode-high-contrast').waitFor();
    await vscode.screenshot('companion-contrast');
    await assertReadable();
    settings({});
    await companion.locator('body.vscode-dark').waitFor();
  });

  it('leaves a proposal whose readers see the title and the card', async () => {
    const preview = await markdownPreview(page, proposal);
    const link = preview.getByRole('link', { name: /INC-43/ }).first();
    await link.hover();
    await preview.locator('.precedent-card', { visible: true }).getByText('Half the islands').first().waitFor();
    await vscode.screenshot('companion-preview-dark');
  });

  /** The page has no background of its own; axe must not take white for it. */
  async function assertReadable() {
    await companion.locator('body').evaluate((body) => {
      body.style.background = getComputedStyle(body).getPropertyValue('--vscode-sideBar-background');
    });
    await assertAccessible(companion);
  }

  function settings(values) {
    const folder = join(vscode.folder, '.vscode');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(values));
  }
});
