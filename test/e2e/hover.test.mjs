import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { codeLens, editorOf, hover, openFile, tab } from '../rig/ui.mjs';

const notes = `// The lock is held for as long as the bank takes, see INC-7.
// Nobody has told the story of INC-99 yet.
// INC-7#what-was-difficult says why.
// Support had it right at INC-7@14:06.
// It was INC-41 for a week.
// Drawn in INC-98.
export const seconds = 300;
`;

const drawn = `# The pump

Holds came back in waves.

![Waves of holds](INC-7-holds-per-second.png)
`;

describe('the hover', () => {
  let vscode;
  let page;
  let editor;

  before(async () => {
    vscode = await openSample({ files: { 'src/notes.ts': notes, 'docs/incidents/INC-98-pump.md': drawn } });
    page = vscode.page;
    editor = await openFile(page, 'src/notes.ts');
    await codeLens(editor, 'INC-7 · INC-43').waitFor(); // the reviews are read
  });

  after(() => vscode?.close());

  /** Our card, once it is more than “Loading…”. */
  async function cardOn(word, text = 'Precedent · ') {
    const card = await hover(page, editor, word);
    await card.getByText(text).first().waitFor();
    return card;
  }

  async function shoot(name) {
    await vscode.screenshot(`hover-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`hover-${name}-light`);
    await vscode.prefer('dark');
  }

  it('tells the story behind an id in a comment, with its actions in sight', async () => {
    const card = await cardOn('INC-7');
    assert.match(await card.textContent(), /Precedent · INC-7 · Summer sale: every hold expired in the same second/);
    assert.match(await card.textContent(), /What surprised people: The/);
    const box = await page.locator('.monaco-hover:visible').first().boundingBox();
    const action = await card.getByRole('link', { name: 'Beside', exact: true }).boundingBox();
    assert.ok(box && action && action.y + action.height <= box.y + box.height, 'Beside cannot be seen');
    assert.equal(await card.locator('img').count(), 0);
    await shoot('known');
  });

  it('shows the first image of a review where there is room for it', async () => {
    const card = await cardOn('INC-98');
    const image = card.locator('img');
    await image.waitFor();
    await page.waitForFunction((node) => node.complete && node.naturalWidth > 0, await image.elementHandle());
    assert.match((await image.getAttribute('alt')) ?? '', /Waves of holds/);
    await shoot('image');
  });

  it('opens the review to the side when asked, and leaves the focus in the code', async () => {
    await editor.click();
    const card = await cardOn('INC-7');
    await card.getByRole('link', { name: 'Beside', exact: true }).click();
    await editorOf(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await shoot('beside');
    await tab(page, /INC-7-summer/).hover();
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('ControlOrMeta+W');
    editor = await openFile(page, 'src/notes.ts');
  });

  it('says of an id without a review what is closest and what was searched', async () => {
    await editor.locator('.squiggly-info').first().waitFor(); // the file was opened a moment ago, and is checked
    const card = await cardOn('INC-99');
    const text = await card.textContent();
    assert.match(text, /No review with the id INC-99 here\. Closest: /);
    assert.doesNotMatch(text, /No review with this id here/); // once is enough
    assert.match(text, /Searched: docs\/incidents/);
    await shoot('unknown');
  });

  it('shows the passage that is cited', async () => {
    const card = await cardOn('INC-7#what');
    assert.match(await card.textContent(), /“What was difficult”/);
    await shoot('passage');
    const moment = await cardOn('INC-7@14');
    assert.match(await moment.textContent(), /14:06: Mahlet/);
    await shoot('moment');
  });

  it('says as what a review is filed today', async () => {
    await cardOn('INC-41', 'INC-41 is filed today as INC-43.');
    await shoot('alias');
  });

  it('comes by the keyboard, and takes the focus at the second asking', async () => {
    await page.mouse.move(0, 0);
    await editor.click();
    await page.keyboard.press('ControlOrMeta+Home');
    for (let at = 0; at < 56; at++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('ControlOrMeta+I');
    const card = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').filter({ visible: true }).first();
    await card.waitFor();
    assert.match(await card.textContent(), /Precedent · INC-7/);
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('ControlOrMeta+I');
    await page.keyboard.press('Escape');
  });

  it('comes in the input of source control', async () => {
    await page.keyboard.press('Control+Shift+G');
    const input = page.locator('.scm-input .monaco-editor').first();
    await input.waitFor();
    await input.click();
    await page.keyboard.type('Wait at random, see INC-7');
    const card = await hover(page, input, 'INC-7');
    await card.getByText('Precedent · INC-7').waitFor();
    await shoot('scm');
  });

  it('comes on both sides of a comparison', async () => {
    await page.keyboard.press('Control+Shift+E');
    editor = await openFile(page, 'src/notes.ts');
    await editor.click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('const none = 0;\n');
    await page.keyboard.press('ControlOrMeta+S');
    await page.getByRole('button', { name: /^Open Changes/ }).click();
    const diff = page.locator('.monaco-diff-editor').first();
    await diff.waitFor();
    for (const side of ['original', 'modified']) {
      const half = diff.locator(`.editor.${side}`).first();
      await half.getByText('INC-41').first().waitFor();
      const card = await hover(page, half, 'INC-41');
      await card.getByText('INC-41 is filed today as INC-43.').first().waitFor(); // the finding says so, too
      await vscode.screenshot(`hover-diff-${side}-dark`);
      await page.mouse.move(0, 0);
    }
  });
});

describe('the hover, where extensions run in the browser', () => {
  let vscode;

  before(async () => {
    vscode = await openSample({
      files: { 'src/notes.ts': notes },
      settings: { 'remote.extensionKind': { 'precedent.precedent': ['web'] } },
    });
  });

  after(() => vscode?.close());

  it('tells the same story', async () => {
    const editor = await openFile(vscode.page, 'src/notes.ts');
    await codeLens(editor, 'INC-7 · INC-43').waitFor();
    const card = await hover(vscode.page, editor, 'INC-7');
    await card.getByText('Precedent · INC-7 · Summer sale').waitFor();
    await vscode.screenshot('hover-web-dark');
    await vscode.prefer('light');
    await vscode.screenshot('hover-web-light');
  });
});
