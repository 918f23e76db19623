// What a person does in VS Code's window, in terms of its page. The selectors were seen to hold in VS Code 1.139.

const quickInput = '.quick-input-widget:visible';

/**
 * Does something again until `seen` shows: VS Code drops a question that is asked while it is busy with the one before, and a
 * person would ask again. Throws what the last wait did.
 */
export async function actUntil(seen, act) {
  for (let tries = 6; tries > 0; tries--) {
    await act();
    if (await shows(seen, 3000)) return;
  }
  await seen.first().waitFor({ timeout: 1 });
}

/** Whether something shows within some ms. */
function shows(locator, timeout) {
  return locator
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );
}

/**
 * Clicks a row of a list in the moment in which it is found. VS Code fills such a list bit by bit and draws the next rows in the elements of
 * those before: a click at the place where a row was found can meet another one.
 */
export async function clickRow(row) {
  await row.first().waitFor();
  // VS Code takes from it that Ctrl is no longer held: it would open a file to the side.
  await row.first().dispatchEvent('mousedown');
  await row.first().dispatchEvent('click');
}

/**
 * Runs a command by its full title ("Precedent: Cite…") from the command palette. The palette lists what is enabled when it opens:
 * it is opened again until the command is there.
 */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget:visible input[placeholder*="name of a command"]');
  const option = page
    .locator(quickInput)
    .getByRole('option', { name: startingWith(title) })
    .first();
  for (let tries = 10; ; tries--) {
    await actUntil(input, () => page.keyboard.press('F1'));
    await input.fill(`>${title}`);
    if ((await shows(option, 2000)) || tries === 0) break;
    await page.keyboard.press('Escape');
  }
  await clickRow(option);
  await input.waitFor({ state: 'hidden' }); // the command may show a list of its own in the same widget
}

/**
 * Opens a file of the folder by its path ("src/checkout.ts") and resolves to its editor, once it shows lines. A window that just opened does
 * not listen to keys yet, and the list may be closed by what VS Code does then: it is opened again.
 */
export async function openFile(page, path) {
  const name = path.split('/').at(-1);
  const rows = page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: name });
  const editor = page.locator(`.monaco-editor[data-uri$="/${path}"] .view-line`);
  const input = page.locator(`${quickInput} input`).first();
  for (let tries = 3; tries > 0; tries--) {
    await actUntil(input, () => page.keyboard.press('ControlOrMeta+P'));
    await input.fill(path);
    await clickRow(rows.filter({ hasNotText: `Preview ${name}` }));
    if (await shows(editor, 10_000)) break;
  }
  return editorOf(page, path);
}

/** The editor that shows a file, once it shows lines. */
export async function editorOf(page, path) {
  const editor = page.locator(`.monaco-editor[data-uri$="/${path}"]`).first();
  await editor.locator('.view-line').first().waitFor();
  return editor;
}

/** Goes to a line (1-based), so that it is on the screen and has the cursor. The editor has to have the focus. */
export async function goToLine(page, line) {
  await page.keyboard.press('Control+G');
  const input = page.locator(`${quickInput} input`);
  await input.fill(`:${line}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/**
 * Rests the mouse on a word that is on the screen; resolves to the hover that shows.
 *
 * The word has to stand in one token of the syntax colouring.
 */
export async function hover(page, editor, word) {
  const card = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').filter({ visible: true }).first();
  await actUntil(card, async () => {
    const { x, y } = await middleOf(editor, word);
    await page.mouse.move(0, 0);
    await page.mouse.move(x - 3, y, { steps: 3 });
    await page.mouse.move(x, y);
  });
  return card;
}

/** The rows of the light bulb's menu. */
export function lightBulbRows(page, text) {
  return page.locator('.action-widget .monaco-list-row', { hasText: text });
}

/** Opens the light bulb's menu at the cursor, and resolves to its rows with a text, once there is one. */
export async function openLightBulb(page, text) {
  const rows = lightBulbRows(page, text);
  await actUntil(rows, async () => {
    if (await page.locator('.action-widget').first().isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+.');
  });
  return rows;
}

/** Clicks a word that is on the screen; `options` are those of Playwright's mouse, and `modifiers`. */
export async function clickWord(page, editor, word, { modifiers = [], ...options } = {}) {
  const { x, y } = await middleOf(editor, word);
  for (const key of modifiers) await page.keyboard.down(key);
  await page.mouse.click(x, y, options);
  for (const key of modifiers) await page.keyboard.up(key);
}

/** The middle of a word on the screen, in the page's pixels, once it is there: what stands in an editor comes a moment after it. */
export function middleOf(editor, word) {
  return editor.evaluate(async (node, wanted) => {
    const find = () => {
      for (const line of node.querySelectorAll('.view-line')) {
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const at = text.data.replaceAll('\u00a0', ' ').indexOf(wanted); // a space is drawn as a no-break space
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + wanted.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
      }
      return undefined;
    };
    for (const end = Date.now() + 10_000; ; ) {
      const found = find();
      if (found) return found;
      if (Date.now() > end) throw new Error(`“${wanted}” is not on the screen.`);
      await new Promise(requestAnimationFrame);
    }
  }, word);
}

/** The CodeLenses with a text, in an editor. */
export function codeLens(editor, text) {
  return editor.locator('.codelens-decoration a', { hasText: text });
}

/** Shows a view container of the activity bar by its title. Does nothing when it is already the one that shows. */
export async function showContainer(page, title) {
  const tab = page.locator('.activitybar').getByRole('tab', { name: startingWith(title) });
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: startingWith(title), selected: true })
    .waitFor();
}

/** Folds a view of the side bar, so that the others have its room: a row that is not on the screen is not in the page. */
export async function foldView(page, title) {
  const header = page.locator(`.sidebar .pane-header[aria-label^="${title}"]`);
  await header.waitFor();
  if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
}

/** The rows of the side bar's trees with a name. Inline actions: hover the row, then `row.getByRole('button', …)`. */
export function treeItem(page, name) {
  return page.locator('.sidebar').getByRole('treeitem', { name });
}

/** Picks from an open menu. VS Code ignores clicks in a menu's first moments: so it is clicked until it has closed. */
export async function chooseInMenu(page, name) {
  const item = page.getByRole('menuitem', { name, exact: true });
  await item.waitFor();
  let closed = false;
  while (!closed) {
    await item.click();
    closed = await item.waitFor({ state: 'hidden', timeout: 300 }).then(
      () => true,
      () => false,
    );
  }
}

/** The rows of the list that is open, with a text. */
export function quickPick(page, text) {
  return page.locator(quickInput).getByRole('option', { name: text });
}

/** The input of the list or question that is open. */
export function quickPickInput(page) {
  return page.locator(`${quickInput} input`).first();
}

/** A notification with a text. Its buttons: `getByRole('button', { name, exact: true })`. */
export function notification(page, text) {
  return page.locator('.notification-toast', { hasText: text });
}

/** A status bar item of ours, by the id it was made with. */
export function statusItem(page, id) {
  return page.locator(`[id="precedent.precedent.${id}"]`);
}

/** Shows the Problems panel and resolves to its rows with a text. */
export async function problems(page, text) {
  const panel = page.locator('.part.panel .markers-panel');
  if (!(await panel.isVisible())) await page.keyboard.press('ControlOrMeta+Shift+M');
  await panel.waitFor();
  return panel.getByRole('treeitem', { name: text });
}

/** The rows of the list of completions. */
export function completions(page, text) {
  return page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text });
}

/** Shows an output channel and resolves to its text, which holds the lines on the screen. */
export async function output(page, channel) {
  await runCommand(page, 'Output: Show Output Channels...');
  await quickPickInput(page).fill(channel);
  await clickRow(quickPick(page, channel));
  const lines = page.locator('.part.panel .view-line');
  await lines.first().waitFor();
  return (await lines.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
}

/**
 * The document inside our webview: its own frame, in VS Code's frame. `kind` is `panel` (an editor tab; the latest) or
 * `view` (in a side bar).
 */
export function webview(page, kind = 'panel') {
  const ours = 'iframe.webview.ready[src*="extensionId=precedent.precedent"]';
  const frames = page.locator(
    kind === 'view' ? `${ours}[src*="purpose=webviewView"]` : `${ours}:not([src*="purpose=webviewView"])`,
  );
  return frames.last().contentFrame().locator('iframe#active-frame').contentFrame();
}

/** An editor tab by its name. */
export function tab(page, name) {
  return page.locator('.tabs-container').getByRole('tab', { name });
}

/** A row's name is its label, then a comma and what else it shows. */
function startingWith(label) {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(,| \\(|$)`);
}

/**
 * Opens the Markdown preview of a file by its path, and resolves to the document in it. VS Code shows the source instead where its extension
 * was not told yet that the editor is in front: then it is asked again.
 */
export async function markdownPreview(page, path) {
  await openFile(page, path);
  const front = page
    .locator('.tabs-container')
    .getByRole('tab', { name: startingWith(`Preview ${path.split('/').at(-1)}`), selected: true });
  await actUntil(front, () => runCommand(page, 'Markdown: Open Preview'));
  const frame = page.locator('iframe.webview.ready[src*="extensionId=vscode.markdown-language-features"]').last();
  const preview = frame.contentFrame().locator('iframe#active-frame').contentFrame();
  await preview.locator('.markdown-body').waitFor();
  return preview;
}
