import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { root } from '../rig/paths.mjs';
import {
  actUntil,
  codeLens,
  foldView,
  goToLine,
  hover,
  markdownPreview,
  openFile,
  quickPick,
  quickPickInput,
  runCommand,
  showContainer,
  treeItem,
  webview,
} from '../rig/ui.mjs';

const titles = Object.values(JSON.parse(readFileSync(join(root, 'test', 'hostile', 'titles.json'), 'utf8')));

/** A review called by a hostile title, which also surprised people. As JSON, which is YAML: it can hold everything. */
function review(title) {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n## What surprised us\n\n${title}\n`;
}

/** What a file can hold as it is: one with a NUL in it is no text. */
const raw = titles.filter((title) => !title.includes('\0'));

const ids = titles.map((_, at) => `TITLE-${at + 1}`);
const files = {
  ...Object.fromEntries(titles.map((title, at) => [`docs/incidents/${ids[at]}-x.md`, review(title)])),
  'docs/incidents/ALL-1-everything.md': `# Everything\n\n${raw.map((title, at) => `## Part ${at}\n\n${title}\n`).join('\n')}`,
  'docs/design/all.md': `# All\n\n${ids.map((id) => `- see ${id}`).join('\n')}\n`,
  'src/cites.ts': ids.map((id) => `export const a${id.slice(6)} = 1; // ${id}\n`).join(''),
};

/** Titles whose hover is looked at in the window itself; all are in the preview. */
const hovered = [0, 2, 4, 6, 11, 14, 15, 17, 24, 27, 30, 34];

/** What of a piece of the page is more than words: elements that run or load, addresses that are not ours, icons, styles. */
function harmIn(node) {
  const found = [];
  const ours =
    /^(?:command:precedent\.(?:openReview|openReviewBeside|openStory|openAsOf|copyCitation|findCitations|search)\?|#)/;
  for (const each of node.querySelectorAll('*')) {
    const name = each.tagName.toLowerCase();
    if (/^(?:script|iframe|object|embed|form|input|base|meta|link|style|math|svg|video|audio)$/.test(name))
      found.push(name);
    if (name === 'img') found.push(`img ${each.getAttribute('src')}`);
    for (const { name: attribute } of each.attributes) if (/^on/.test(attribute)) found.push(`${name} ${attribute}`);
    const target = each.getAttribute('data-href') ?? each.getAttribute('href');
    if (name === 'a' && target && !ours.test(target)) found.push(`a ${target}`);
    if (each.classList.contains('codicon') && !each.classList.contains('hover-copy-button'))
      found.push(`icon ${each.className}`);
  }
  return found;
}

/** Opened in Restricted Mode, as a folder is that has just been cloned. */
describe('titles that try to be more than words', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({
      files,
      from: join(root, 'test', 'hostile', 'nothing'),
      restricted: true,
      settings: { 'editor.unusualLineTerminators': 'off' },
    });
    page = vscode.page;
    await page.evaluate(() => {
      window.alert = () => {
        document.title = 'CANARY';
      };
    });
  });

  after(() => vscode?.close());

  it('are words in a hover', async () => {
    const editor = await openFile(page, 'src/cites.ts');
    await codeLens(editor, 'Open').first().waitFor();
    for (const at of hovered) {
      await goToLine(page, at + 1);
      // The card of the line before may still be there.
      let card;
      await actUntil(page.locator('.monaco-hover-content').getByText(`Precedent · ${ids[at]} ·`), async () => {
        card = await hover(page, editor, ids[at]);
      });
      assert.deepEqual(await card.evaluate(harmIn), [], titles[at]);
    }
    await vscode.screenshot('hostile-hover');
  });

  it('are words in lenses', async () => {
    const lenses = page.locator('.codelens-decoration a');
    assert.ok((await lenses.count()) > 5);
    assert.equal(await page.locator('.codelens-decoration .codicon').count(), 0);
    assert.doesNotMatch((await lenses.allInnerTexts()).join(), /[\u202a-\u202e\u2066-\u2069]/);
  });

  it('are words in the Library', async () => {
    await showContainer(page, 'Precedent');
    await foldView(page, 'This File');
    await treeItem(page, /TITLE-\d+/)
      .first()
      .waitFor();
    // Rows have an icon of our own, and no other.
    const rows = page.locator('.sidebar .monaco-list-row').filter({ hasText: 'TITLE-' });
    assert.ok((await rows.count()) > 5);
    assert.equal(await rows.locator('.codicon-trash, .codicon-sync, img, a[href]').count(), 0);
    await vscode.screenshot('hostile-library');
  });

  it('are words in a picker', async () => {
    await runCommand(page, 'Precedent: Search Reviews…');
    for (const words of ['trash', 'script', 'command']) {
      await quickPickInput(page).fill(words);
      await quickPick(page, /TITLE-/)
        .first()
        .waitFor();
      const rows = page.locator('.quick-input-widget:visible .monaco-list-row');
      assert.equal(await rows.locator('.codicon-trash, .codicon-sync, img, a[href]').count(), 0, words);
    }
    await vscode.screenshot('hostile-picker');
    await page.keyboard.press('Escape');
  });

  it('are words in the Markdown preview', async () => {
    const preview = await markdownPreview(page, 'docs/design/all.md');
    await preview
      .locator('.precedent-card')
      .nth(ids.length - 2)
      .waitFor({ state: 'attached' });
    for (const card of await preview.locator('.precedent-card').all())
      assert.deepEqual(await card.evaluate(harmIn), []);
    await vscode.screenshot('hostile-preview');
  });

  it('are words in a story', async () => {
    await openFile(page, 'docs/incidents/ALL-1-everything.md');
    await runCommand(page, 'Precedent: Open Story…');
    const story = webview(page);
    await story.locator('#page.whole').waitFor();
    await story.getByRole('heading', { name: 'Part 60' }).waitFor({ state: 'attached' });
    const harm = await story.locator('#page').evaluate(harmIn);
    // Addresses outside are links that say where they lead, and nothing is loaded from them.
    assert.deepEqual(
      harm.filter((each) => !/^a (?:https?:\/\/|mailto:)/.test(each)),
      [],
    );
    await vscode.screenshot('hostile-story');
  });

  it('have run nothing', async () => {
    assert.doesNotMatch(await page.title(), /CANARY/);
    assert.equal(await page.locator('.notification-toast', { hasText: /canary/i }).count(), 0);
  });
});
