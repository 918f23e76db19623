import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { clickWord, codeLens, editorOf, openFile, quickPick, runCommand } from '../rig/ui.mjs';

const code = `import { lock } from './lock';

/**
 * Waits until nobody holds the lock.
 *
 * The wait ends at random on purpose, see INC-7.
 */
export function wait() {
  return lock.free();
}

// INC-12, INC-19: once more, but slower.
export const patience = 300;
`;

describe('the lens', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({ files: { 'src/wait.ts': code } });
    page = vscode.page;
    editor = await openFile(page, 'src/wait.ts');
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`lens-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`lens-${name}-light`);
    await vscode.prefer('dark');
  }

  it('names the review above the comment that cites it', async () => {
    await codeLens(editor, 'Summer sale').waitFor();
    await codeLens(editor, 'INC-12 · INC-19').waitFor();
    await shoot('two');
  });

  it('does not go while its id is written anew', async () => {
    const lens = codeLens(editor, 'INC-12 · INC-19');
    await clickWord(page, editor, '// INC-12');
    await page.keyboard.press('Home');
    for (let at = 0; at < 9; at++) await page.keyboard.press('ArrowRight');
    const seen = editor.evaluate(
      (node) =>
        new Promise((resolve) => {
          const counts = new Set();
          const look = () => counts.add(node.querySelectorAll('.codelens-decoration').length);
          const timer = setInterval(look, 10);
          setTimeout(() => {
            clearInterval(timer);
            resolve([...counts]);
          }, 1200);
        }),
    );
    await page.keyboard.type('34', { delay: 150 });
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    assert.deepEqual(await seen, [2]);
    await lens.waitFor();
  });

  it('opens the review to the side, and leaves the focus in the code', async () => {
    await codeLens(editor, 'Summer sale').click();
    await editorOf(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await page.locator('.monaco-editor.focused[data-uri$="/src/wait.ts"]').waitFor();
    await shoot('beside');
  });

  it('asks which review, where a comment cites several', async () => {
    await codeLens(editor, 'INC-12 · INC-19').click();
    await quickPick(page, /INC-19/).waitFor();
    await shoot('pick');
    await quickPick(page, /INC-19/).click();
    await editorOf(page, 'docs/incidents/INC-19%20Boats%20that%20lived%20in%20the%20past.md');
  });

  it('goes and comes back by a command', async () => {
    await editor.click();
    await runCommand(page, 'Precedent: Toggle CodeLens');
    await codeLens(editor, 'Summer sale').waitFor({ state: 'detached' });
    await runCommand(page, 'Precedent: Toggle CodeLens');
    await codeLens(editor, 'Summer sale').waitFor();
  });
});
