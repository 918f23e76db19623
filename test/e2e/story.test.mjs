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
    await shoot('top');
    await story.getByRole('navigation').getByRole('link', { name: 'What surprised us' }).click();
    assert.ok(await story.getByRole('heading', { name: 'What surprised us' }).isVisible());
    await shoot('markdown');
  });

  it('walks through the timeline', async () => {
    const story = webview(page);
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
});
