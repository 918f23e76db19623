import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import {
  clickWord,
  editorOf,
  foldView,
  goToLine,
  middleOf,
  notification,
  openFile,
  openLightBulb,
  quickPick,
  quickPickInput,
  runCommand,
  showContainer,
  treeItem,
} from '../rig/ui.mjs';

const code = `export function claim(deck: Deck): Hold {
  // Kept for five minutes, no longer.
  const hold = deck.hold();
  return hold;
}
`;
const prose = `# Waiting room

We met this before, and again.

As in .
`;

const plan = `# Plan

Locks were the matter in INC-7, and again last spring.

We read “the hour that happened twice” before we began.

What we take along:

`;
const drawing = `flowchart LR
  A[claim deck space] --> B[waiting room]
`;

describe('citing', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({
      files: {
        'src/claim.ts': code,
        'docs/design/room.md': prose,
        'docs/design/deep/plan.md': plan,
        'docs/design/drawing.mmd': drawing,
        'docs/design/blank.md': '# Blank\n',
      },
    });
    page = vscode.page;
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`cite-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`cite-${name}-light`);
    await vscode.prefer('dark');
  }

  /** Asks for INC-7, or its passages, to cite it; resolves to the rows, once they answer what was typed and nothing more is to come. */
  async function cite(words) {
    await runCommand(page, 'Precedent: Cite…');
    await quickPickInput(page).fill(words);
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    const first = rows.and(page.locator('[data-index="0"]')).filter({ hasText: 'INC-7 ·' });
    await first.filter({ hasNot: page.getByText('…', { exact: true }) }).waitFor(); // so it says until it was read
    await page.waitForFunction(() => !document.querySelector('.quick-input-widget .monaco-progress-container.active'));
    return rows;
  }

  const text = async (editor) =>
    (await editor.locator('.view-line').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');

  it('writes into code at two cursors, in a comment and beside code, and is undone at once', async () => {
    const editor = await openFile(page, 'src/claim.ts');
    await clickWord(page, editor, 'longer.');
    await clickWord(page, editor, 'return', { modifiers: ['Alt'] });
    await page.keyboard.press('End');
    await cite('inc7');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await editor.locator('.view-line', { hasText: 'longer. INC-7' }).waitFor();
    const now = await text(editor);
    assert.match(now, /\/\/ Kept for five minutes, no longer\. INC-7/);
    assert.match(now, /return hold; \/\/ see INC-7: Summer sale/);
    await shoot('code');
    await page.keyboard.press('ControlOrMeta+Z');
    await editor.locator('.view-line', { hasText: 'INC-7' }).first().waitFor({ state: 'detached' });
  });

  it('writes a link into Markdown, with the way from one file to the other', async () => {
    const editor = await openFile(page, 'docs/design/room.md');
    await clickWord(page, editor, 'again.');
    await page.keyboard.press('End');
    await clickWord(page, editor, 'in .', { modifiers: ['Alt'] });
    await cite('inc7');
    await page.keyboard.press('Enter');
    await editor.locator('.view-line', { hasText: 'As in [INC-7: Summer sale' }).waitFor();
    const links = (await text(editor)).replaceAll('\n', '').match(/\[INC-7: [^\]]*\]\(\.\.\/incidents\/INC-7-[^)]*\)/g);
    assert.equal(links?.length, 2);
    await shoot('markdown');
  });

  it('cites from a row of the Library, where one was writing', async () => {
    const editor = await openFile(page, 'docs/design/room.md');
    await clickWord(page, editor, 'Waiting');
    await page.keyboard.press('End');
    await showContainer(page, 'Precedent');
    await foldView(page, 'This File');
    const row = treeItem(page, /Other people/);
    await row.click(); // a preview takes the place of the editor
    await row.hover();
    await shoot('row');
    await row.getByRole('button', { name: 'Cite' }).click();
    await page.locator('.view-line', { hasText: /Waiting.room.*2023-02-14/ }).waitFor();
    await shoot('from-row');
  });

  it('cites a passage that is picked behind the id, in the form that is chosen for the language', async () => {
    const editor = await openFile(page, 'docs/design/deep/plan.md');
    await clickWord(page, editor, 'along:');
    await page.keyboard.press('End');
    const rows = await cite('INC-7#');
    await quickPick(page, 'The whole review')
      .or(rows.filter({ hasText: 'What surprised' }))
      .first()
      .waitFor();
    await shoot('passages');
    await page.locator('.quick-input-titlebar').getByRole('button', { name: 'Choose How It Is Written' }).click();
    await quickPick(page, 'Footnote').waitFor();
    await shoot('formats');
    await quickPick(page, 'Quote with Its Source').click();
    await page.locator('.quick-input-title', { hasText: 'Quote with Its Source' }).waitFor();
    await quickPick(page, /What surprised/)
      .first()
      .click();
    await editor.locator('.view-line', { hasText: '> — [INC-7' }).waitFor();
    assert.match(
      await text(editor),
      /> “.+\n>\n> — \[INC-7: Summer sale.*\(\.\.\/\.\.\/incidents\/INC-7-[^)]*#what-surprised/s,
    );
    await shoot('quote');
  });

  /** Drags a row of the Library to a word, with Shift held as VS Code asks for in text. */
  async function drop(name, editor, word) {
    const from = await treeItem(page, name).boundingBox();
    const to = await middleOf(editor, word);
    assert.ok(from);
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x, to.y + 60, { steps: 8 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
  }

  it('makes a citation of a row that is dropped into a drawing, and into a document', async () => {
    await showContainer(page, 'Precedent');
    const drawn = await openFile(page, 'docs/design/drawing.mmd');
    await drop(/Other people/, drawn, 'k s');
    await drawn.locator('.view-line', { hasText: /deck.*2023-02-14-other-peoples-trips.*space/ }).waitFor();
    await shoot('drop');
    const editor = await openFile(page, 'docs/design/deep/plan.md');
    await drop(/Nine minutes/, editor, 'We read');
    // Ours comes before VS Code's own link to the file, and in the form that was chosen.
    await editor.locator('.view-line', { hasText: '— [Nine minutes' }).waitFor();
    await shoot('drop-document');
  });

  it('pastes a passage of a review as a citation, when it is chosen', async () => {
    const review = await openFile(page, 'docs/incidents/2023-02-14-other-peoples-trips.md');
    await clickWord(page, review, 'people', { clickCount: 3 });
    await page.keyboard.press('ControlOrMeta+C');
    const editor = await openFile(page, 'docs/design/deep/plan.md');
    await goToLine(page, 3);
    await page.keyboard.press('End');
    await page.keyboard.press('ControlOrMeta+V');
    await page.locator('.post-edit-widget').waitFor();
    const choices = await openLightBulb(page, 'Paste as Citation with the Quote');
    await shoot('paste');
    await choices.first().click();
    await editor.locator('.view-line', { hasText: '2023-02-14-other-peoples-trips.md' }).first().waitFor();
    await shoot('pasted');
  });

  it('makes a citation of words that mention a review', async () => {
    const editor = await editorOf(page, 'docs/design/deep/plan.md');
    await clickWord(page, editor, 'twice');
    const fix = await openLightBulb(page, 'Cite 2024-10-27');
    await shoot('mention');
    await fix.click();
    await editor.locator('.view-line', { hasText: '2024-10-27-the-hour-that-happened-twice.md' }).waitFor();
  });

  it('keeps a section of what the document cites', async () => {
    const editor = await editorOf(page, 'docs/design/deep/plan.md');
    await runCommand(page, 'Precedent: Insert or Refresh Past Incidents Considered');
    await editor.locator('.view-line', { hasText: '## Past incidents considered' }).waitFor();
    await shoot('section');
  });

  it('offers to cite where the section would list nothing', async () => {
    await openFile(page, 'docs/design/blank.md');
    await runCommand(page, 'Precedent: Insert or Refresh Past Incidents Considered');
    await notification(page, /No review is cited/)
      .getByRole('button', { name: 'Cite…' })
      .click();
    await quickPickInput(page).waitFor();
    await shoot('nothing-cited');
    await page.keyboard.press('Escape');
  });

  it('has no errors of its own', () => {
    assert.deepEqual(vscode.problems, []);
  });
});
