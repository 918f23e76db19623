import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHistory } from '../rig/gitHistory.mjs';
import { openSample } from '../rig/openSample.mjs';
import { sampleHistory } from '../rig/sampleHistory.mjs';
import { actUntil, runCommand, tab, webview } from '../rig/ui.mjs';

describe('learning signals', () => {
  let vscode;
  let page;
  before(async () => {
    vscode = await openSample();
    makeHistory(vscode.folder, sampleHistory());
    await runCommand(vscode.page, 'Precedent: Show Learning Signals');
    page = webview(vscode.page);
    await page.getByRole('heading', { name: 'Learning signals' }).waitFor();
  });
  after(() => vscode?.close());

  it('tells what cites the reviews and since when, with a drawing and its table', async () => {
    await page.getByText(/^\d+ citations in code, of \d+ reviews\. The newest first:$/).waitFor();
    await page.getByRole('img', { name: 'Citations in code at the end of each quarter' }).waitFor();
    await vscode.screenshot('signals-dark');
    await vscode.prefer('light');
    await vscode.screenshot('signals-light');
    await page.getByText('As a table').first().click();
    await page.getByRole('row', { name: 'the third quarter of 2024' }).first().waitFor();
    await page.getByRole('heading', { name: 'Not cited yet' }).scrollIntoViewIfNeeded();
    await vscode.screenshot('signals-below');
  });

  it('looks again when it is asked', async () => {
    writeFileSync(join(vscode.folder, 'services', 'new.ts'), '// What INC-24 told us holds here, too.\n');
    const fresh = page.getByText('What INC-24 told us holds here, too.');
    await actUntil(fresh, () => page.getByRole('button', { name: 'Look Again' }).click());
    await page.getByText('not committed yet').first().waitFor();
  });

  it('opens the place of a citation by the keyboard, and the story of a review', async () => {
    await page.getByRole('link', { name: 'web/src/components/DeckCountdown.tsx:28' }).press('Enter');
    await vscode.page.locator('.monaco-editor[data-uri$="/DeckCountdown.tsx"]').waitFor();
    await page
      .getByRole('link', { name: /^INC-52 · / })
      .first()
      .click();
    await tab(vscode.page, 'INC-52').waitFor();
  });
});

describe('learning signals in Restricted Mode', () => {
  let vscode;
  before(async () => {
    vscode = await openSample({ restricted: true });
  });
  after(() => vscode?.close());

  it('tells what needs no git, and why nothing is dated', async () => {
    const { page } = vscode;
    await runCommand(page, 'Precedent: Show Learning Signals');
    const signals = webview(page);
    await signals.getByText('in Restricted Mode git is not started').waitFor();
    await signals.getByText(/^\d+ citations in code, of \d+ reviews\./).waitFor();
    await vscode.screenshot('signals-restricted');
  });
});

describe('learning signals where extensions run in the browser', () => {
  let vscode;
  before(async () => {
    vscode = await openSample({ settings: { 'remote.extensionKind': { 'precedent.precedent': ['web'] } } });
  });
  after(() => vscode?.close());

  it('tells what needs no git, and why nothing is dated', async () => {
    const { page } = vscode;
    await runCommand(page, 'Precedent: Show Learning Signals');
    const signals = webview(page);
    await signals.getByText('in the browser there is no git to ask').waitFor();
    await signals.getByText(/^\d+ citations in code, of \d+ reviews\. By file:$/).waitFor();
    await vscode.screenshot('signals-web');
  });
});
