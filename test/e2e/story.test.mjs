import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertAccessible } from '../rig/assertAccessible.mjs';
import { openSample } from '../rig/openSample.mjs';
import { editorOf, openFile, runCommand, webview } from '../rig/ui.mjs';

describe('the story', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({ files: { 'docs/incidents/INC-9021.md': longReview() } });
    page = vscode.page;
  });

  after(() => vscode?.close());

  /** The story of the review in a file, once it is told to its end. */
  async function openStory(path) {
    const story = await beginStory(path);
    await story.locator('#page.whole').waitFor();
    return story;
  }

  /** The story of the review in a file, once its beginning is told. */
  async function beginStory(path) {
    await openFile(page, path);
    await runCommand(page, 'Precedent: Open Story…');
    const story = webview(page);
    await story.locator('#page[aria-busy="false"]').waitFor();
    return story;
  }

  async function shoot(name) {
    await vscode.screenshot(`story-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`story-${name}-light`);
    await vscode.prefer('dark');
  }

  it('has lines that an eye can follow', async () => {
    const story = await openStory('docs/incidents/INC-7-summer-sale-holds.md');
    const lines = await story.locator('main p').first().evaluate(charactersPerLine);
    assert.ok(lines >= 60 && lines <= 80, `${lines} characters to a line`);
  });

  it('tells a review as one reads it, with its outline', async () => {
    const story = await openStory('docs/incidents/INC-7-summer-sale-holds.md');
    await story.getByRole('heading', { level: 1, name: 'Summer sale: every hold expired' }).waitFor();
    await shoot('top');
    await story.getByRole('navigation').getByRole('link', { name: 'What surprised us' }).click();
    assert.ok(await story.getByRole('heading', { name: 'What surprised us' }).isVisible());
    await shoot('markdown');
  });

  it('begins with the story where the window is narrow, too', async () => {
    const story = webview(page);
    const size = page.viewportSize();
    await page.setViewportSize({ width: 900, height: 800 });
    await story.getByRole('heading', { level: 1, name: 'Summer sale: every hold expired' }).scrollIntoViewIfNeeded();
    await vscode.screenshot('story-narrow');
    const begun = await story.locator('main p').first().boundingBox();
    assert.ok(begun && begun.y < 800, `the story begins ${begun?.y} pixels down`);
    await page.setViewportSize(size);
  });

  it('walks through the timeline', async () => {
    const story = webview(page);
    await story.getByRole('navigation').getByRole('link', { name: 'Timeline', exact: true }).click();
    await story.getByRole('button', { name: 'Next Moment' }).click();
    await story.locator('.moment[aria-current]').waitFor();
    await page.keyboard.press('ArrowDown');
    await story.locator('.walked', { hasText: '14:00 2/13' }).waitFor();
    await shoot('timeline');
  });

  it('draws a diagram, with its text below', async () => {
    const story = await openStory('docs/incidents/INC-12-retrying-past-the-end.md');
    await story.locator('[data-drawing] img').waitFor();
    await story.locator('[data-drawing] img').scrollIntoViewIfNeeded();
    await shoot('drawing');
  });

  it('shows a transcript as a conversation, and materials as a gallery', async () => {
    const story = await openStory('docs/incidents/INC-52-the-eider-was-full-twice/README.md');
    await story.getByText('Transcript', { exact: true }).first().click();
    await story.locator('#materials').scrollIntoViewIfNeeded();
    await story.locator('.said', { hasText: 'BEES' }).last().waitFor({ state: 'attached' });
    await shoot('materials');
    await story.locator('#cited').scrollIntoViewIfNeeded();
    await shoot('cited');
  });

  for (const [form, path] of Object.entries({
    asciidoc: 'INC-31-slow-search.adoc',
    yaml: 'INC-24.yaml',
    rst: 'INC-38.rst',
    plain: '2022-08-19-sandvaer-power.txt',
  })) {
    it(`tells one in ${form}`, async () => {
      await openStory(`docs/incidents/${path}`);
      await shoot(form);
    });
  }

  it('follows an edit of the file, and keeps the place', async () => {
    const path = 'docs/incidents/INC-7-summer-sale-holds.md';
    const story = await openStory(path);
    await story.getByRole('navigation').getByRole('link', { name: 'What was difficult' }).click();
    const file = join(vscode.folder, path);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace('## What was difficult', '## What was difficult\n\nSomebody wrote this just now.'),
    );
    await story.getByText('Somebody wrote this just now.').waitFor();
    await onScreen(story.getByText('Somebody wrote this just now.'));
    writeFileSync(file, text);
  });

  it('enlarges an image, and Escape ends it', async () => {
    const story = await openStory('docs/incidents/INC-7-summer-sale-holds.md');
    const image = story.getByRole('button', { name: /^Enlarge: Holds made and released/ }).first();
    await image.focus();
    await page.keyboard.press('Enter');
    await story.getByRole('dialog').waitFor();
    await page.keyboard.press('+');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.ok(await hasFocus(story.getByRole('button', { name: 'Larger' })));
    await page.keyboard.press('Enter');
    await shoot('enlarged');
    await assertAccessible(story);
    await page.keyboard.press('Escape');
    await story.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('is read with the keyboard alone', async () => {
    const story = await openStory('docs/incidents/INC-7-summer-sale-holds.md');
    await story.getByRole('heading', { level: 1 }).click();
    // To the outline by Tab, into the timeline by Enter, through it by the arrows.
    const timeline = story.getByRole('navigation').getByRole('link', { name: 'Timeline', exact: true });
    for (let count = 0; count < 20 && !(await hasFocus(timeline)); count++) await page.keyboard.press('Tab');
    assert.ok(await hasFocus(timeline));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    for (let count = 0; count < 3 && !(await hasFocus(story.locator('.moment').first())); count++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await story.locator('.moment[aria-current]', { hasText: '14:03' }).waitFor();
    assert.ok(await hasFocus(story.locator('.moment[aria-current]')));
    // Its own button copies a link to it, and one key leads to the source.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar').getByText('Copied the link to INC-7@14:03').waitFor();
    await page.keyboard.press('F12');
    await editorOf(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await page
      .locator('.statusbar')
      .getByText(/^Ln 81,/)
      .waitFor();
  });

  it('leads to what a long review tells far below, and to the end of it', async () => {
    const story = await beginStory('docs/incidents/INC-9021.md');
    await story.getByRole('navigation').getByRole('link', { name: 'Part 400' }).click();
    await onScreen(story.getByRole('heading', { name: 'Part 400' }));
    await story.locator('#page.whole .end').waitFor({ state: 'attached' });
    await onScreen(story.getByRole('heading', { name: 'Part 400' }));
    assert.equal(await story.getByRole('heading', { name: /^Part / }).count(), 500);
    await vscode.screenshot('story-long');
  });

  it('is saved as a page of its own', async () => {
    await openStory('docs/incidents/INC-7-summer-sale-holds.md');
    await runCommand(page, 'Precedent: Open Story as a Page…');
    await page.locator('.quick-input-widget input').last().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.notification-toast', { hasText: 'The story of INC-7 is saved' }).waitFor();
    const file = readFileSync(join(vscode.folder, 'INC-7.html'), 'utf8');
    assert.match(file, /<img src="data:image\/png;base64,/);
    assert.doesNotMatch(file, /<script|vscode-resource|data-follow/);
    const paper = await page.context().newPage();
    await paper.setContent(file);
    await vscode.screenshot('story-on-paper', paper.locator('body'));
    await paper.close();
  });

  it('is told by name to those who hear it', async () => {
    const story = await openStory('docs/incidents/INC-7-summer-sale-holds.md');
    // A moment has its buttons while one is there, and what leads from one to the next while they are in the window.
    await story.locator('.moment').first().focus();
    await story.getByRole('button', { name: 'Copy link to 13:58' }).waitFor();
    await story.getByRole('group', { name: 'Moments of the timeline' }).waitFor();
    const heard = await story.locator('body').ariaSnapshot();
    for (const said of [
      /heading "Summer sale: every hold expired in the same second" \[level=1\]/,
      /navigation "Outline"/,
      /link "What surprised us"/,
      /main:/,
      /heading "What surprised us" \[level=2\]/,
      /button "Copy link to what-surprised-us"/,
      /button "Ask a question about What surprised us"/,
      /button "Enlarge: Holds made and released per second/,
      /button "Copy link to 13:58"/,
      /group "Moments of the timeline":/,
      /button "Next Moment"/,
      /heading "Where this story shows up" \[level=2\]/,
    ])
      assert.match(heard, said);
    // Nothing that one can reach is without a name.
    assert.doesNotMatch(heard, /^\s*- (?:button|link|img|navigation|note|dialog)(?::|$)/m);
  });

  it('has no serious flaw for those who read otherwise', async () => {
    for (const path of ['INC-7-summer-sale-holds.md', 'INC-12-retrying-past-the-end.md', 'INC-24.yaml'])
      await assertAccessible(await openStory(`docs/incidents/${path}`));
    await vscode.prefer('light');
    await assertAccessible(await openStory('docs/incidents/INC-52-the-eider-was-full-twice/README.md'));
    await vscode.prefer('dark');
  });
});

describe('the story in its tab', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample();
    page = vscode.page;
    await openFile(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await runCommand(page, 'Precedent: Open Story…');
    await webview(page).locator('#page[aria-busy="false"]').waitFor();
  });

  after(() => vscode?.close());

  it('is there again after a reload, at the place where one was', async () => {
    const story = webview(page);
    await story.getByRole('navigation').getByRole('link', { name: 'Who can tell more' }).click();
    await page.waitForTimeout(500); // the page tells its place when scrolling rests
    // VS Code's own command, which keeps what is open.
    const reloaded = page.waitForEvent('domcontentloaded');
    await runCommand(page, 'Developer: Reload Window');
    await reloaded;
    const again = webview(page);
    await again.locator('#page[aria-busy="false"]').waitFor();
    await onScreen(again.getByRole('heading', { name: 'Who can tell more' }));
  });

  it('is searched with Find', async () => {
    const story = webview(page);
    await story.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('ControlOrMeta+F');
    await page.locator('.simple-find-part.visible').waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('the story in high contrast', () => {
  let vscode;

  before(async () => {
    vscode = await openSample({
      settings: {
        'window.autoDetectColorScheme': false,
        'workbench.colorTheme': 'Default High Contrast',
      },
    });
  });

  after(() => vscode?.close());

  it('is as readable', async () => {
    for (const name of ['INC-12-retrying-past-the-end', 'INC-7-summer-sale-holds']) {
      await openFile(vscode.page, `docs/incidents/${name}.md`);
      await runCommand(vscode.page, 'Precedent: Open Story…');
      const story = webview(vscode.page);
      await story.locator('#page[aria-busy="false"]').waitFor();
      await assertAccessible(story);
      await vscode.screenshot(`story-contrast-${name}`);
    }
    await runCommand(vscode.page, 'Precedent: Next Moment of the Story');
    await webview(vscode.page).locator('.moment[aria-current]').waitFor();
    await vscode.screenshot('story-contrast-timeline');
    // As much room as at 200 %.
    await runCommand(vscode.page, 'View: Close Primary Side Bar');
    await vscode.page.setViewportSize({ width: 640, height: 480 });
    const width = await webview(vscode.page)
      .locator('html')
      .evaluate((node) => node.scrollWidth - node.clientWidth);
    assert.ok(width <= 0, `it is ${width} px too wide`);
    // What one reads is still there.
    await onScreen(webview(vscode.page).locator('.moment[aria-current]'));
    await vscode.screenshot('story-contrast-narrow');
  });
});

describe('the story, where extensions run in the browser', () => {
  let vscode;

  before(async () => {
    vscode = await openSample({ settings: { 'remote.extensionKind': { 'precedent.precedent': ['web'] } } });
  });

  after(() => vscode?.close());

  it('is told the same, images included', async () => {
    await openFile(vscode.page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await runCommand(vscode.page, 'Precedent: Open Story…');
    const story = webview(vscode.page);
    await story.getByRole('heading', { name: 'What surprised us' }).waitFor();
    const image = story.locator('main img').first();
    await image.scrollIntoViewIfNeeded();
    await vscode.page.waitForFunction((node) => node.complete && node.naturalWidth > 0, await image.elementHandle());
    await vscode.screenshot('story-web');
  });
});

/** A review of 250 kB. */
function longReview() {
  const words = 'The release worker gave all of it back in one go, and the shop claimed it again at once. '.repeat(5);
  const parts = Array.from({ length: 500 }, (_, at) => `## Part ${at + 1}\n\n${words}`);
  return `# INC-9021: A long day\n\n${parts.join('\n\n')}\n`;
}

/** How many characters stand in the lines of a paragraph, the last one aside; runs in the page. */
function charactersPerLine(paragraph) {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  const { width } = paragraph.getBoundingClientRect();
  const text = paragraph.textContent ?? '';
  const measure = document.createElement('span');
  measure.style.whiteSpace = 'nowrap';
  measure.textContent = text;
  paragraph.append(measure);
  const whole = measure.getBoundingClientRect().width;
  measure.remove();
  return rows < 2 ? 0 : Math.round((text.length * width) / whole);
}

function hasFocus(locator) {
  return locator.evaluate((node) => node === node.ownerDocument.activeElement);
}

/** Waits until something is on the screen; it may be made anew meanwhile. */
async function onScreen(locator) {
  const isThere = (node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < node.ownerDocument.defaultView.innerHeight;
  };
  for (let tries = 80; tries > 0; tries--) {
    if (await locator.first().evaluate(isThere)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  assert.fail('it is not on the screen');
}
