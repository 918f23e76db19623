import assert from 'node:assert/strict';
import { openSample } from '../rig/openSample.mjs';
import { openFile, runCommand, webview } from '../rig/ui.mjs';

describe('the story', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample();
    page = vscode.page;
  });

  after(() => vscode?.close());

  /** The story of the review in a file, once it is told. */
  async function openStory(path) {
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

  it('tells a review as one reads it, with its outline', async () => {
    const story = await openStory('docs/incidents/INC-7-summer-sale-holds.md');
    await story.getByRole('heading', { level: 1, name: 'Summer sale: every hold expired' }).waitFor();
    await story.getByRole('navigation').getByRole('link', { name: 'What surprised us' }).click();
    assert.ok(await story.getByRole('heading', { name: 'What surprised us' }).isVisible());
    await shoot('markdown');
  });
});
