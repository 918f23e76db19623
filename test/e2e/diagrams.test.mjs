import { openSample } from '../rig/openSample.mjs';
import { clickWord, codeLens, hover, openFile, quickPick, quickPickInput, runCommand } from '../rig/ui.mjs';

const room = `flowchart TD
  B[Browsers at 14:00] --> W{Waiting room}
  W --> H[("holds, 300 to 480 s (INC-7)")]
  %% the only retries are here, INC-12
`;

describe('diagrams', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({
      files: { 'docs/design/room.mmd': room, 'src/notes.ts': '// see INC-7\n' },
      settings: { 'editor.wordWrap': 'on' },
    });
    page = vscode.page;
    const code = await openFile(page, 'src/notes.ts');
    await codeLens(code, 'Summer sale').waitFor(); // the reviews are read
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`diagrams-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`diagrams-${name}-light`);
    await vscode.prefer('dark');
  }

  it('show the card of what a label of Mermaid cites', async () => {
    const editor = await openFile(page, 'docs/design/room.mmd');
    const card = await hover(page, editor, 'INC-7');
    await card.getByText('Precedent · INC-7').waitFor();
    await shoot('mermaid');
  });

  it('show the card in the source of a drawing', async () => {
    const editor = await openFile(page, 'docs/architecture/boat-gateway.drawio');
    const card = await hover(page, editor, 'INC-38#how');
    await card.getByText('Precedent · INC-38').waitFor();
    await shoot('drawio');
  });

  it('take a citation as a label, in a fence of a document too', async () => {
    const editor = await openFile(page, 'docs/design/waiting-room.md');
    await clickWord(page, editor, 'claim deck space');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await runCommand(page, 'Precedent: Cite…');
    await quickPickInput(page).fill('INC-12');
    await quickPick(page, /INC-12/)
      .first()
      .waitFor();
    await page.waitForFunction(() => !document.querySelector('.quick-input-widget .monaco-progress-container.active'));
    await page.keyboard.press('Enter');
    await editor.locator('.view-line', { hasText: 'C[claim deck space INC-12]' }).waitFor();
    await shoot('cite');
  });
});
