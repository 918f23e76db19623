import { openSample } from '../rig/openSample.mjs';
import { goToLine, openFile, runCommand, webview } from '../rig/ui.mjs';

const proposal = 'docs/design/proposal-my-trips-at-the-edge.md';

describe('the Companion beside a half-written proposal', () => {
  let vscode;
  let page;
  let companion;

  before(async () => {
    vscode = await openSample({ viewport: { width: 1440, height: 900 } });
    page = vscode.page;
    await openFile(page, proposal);
    await runCommand(page, 'Precedent: Show Companion');
    companion = webview(page, 'view');
    // Its page takes the focus when it comes, also from what was opened meanwhile.
    await companion.getByText(/\w/).first().waitFor();
  });

  after(() => vscode?.close());

  it('suggests the review that bears on the paragraph, and says why', async () => {
    await goToLine(page, 15);
    const first = companion.getByRole('listitem').first();
    await first.getByRole('heading', { name: "Other people's trips" }).waitFor();
    await first.getByText(/^In both: /).waitFor();
    await vscode.screenshot('companion-dark');
  });

  it('brings back at once what was put away, though the focus is in it', async () => {
    const entry = companion.getByRole('listitem').filter({ hasText: "Other people's trips" });
    await entry.getByRole('button', { name: /^Not Relevant/ }).click();
    await entry.waitFor({ state: 'detached' });
    await runCommand(page, 'Precedent: Show What You Dismissed in This Document');
    await entry.waitFor();
  });
});
