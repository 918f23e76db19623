import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { assertAccessible } from '../rig/assertAccessible.mjs';
import { openSample } from '../rig/openSample.mjs';
import { editorOf, notification, openFile, quickPickInput, runCommand, webview } from '../rig/ui.mjs';

/** Everything by which a text could run, load or leave, in a review. */
const hostile = `# INC-61: <img src=x onerror="top.ran=1">A quay

<script>parent.ran = 1; fetch('https://example.com/a')</script>

![a](https://example.com/a.png) <img src="https://example.com/b.png" onerror="parent.ran=1"> <svg onload="parent.ran=1"></svg>

[a](javascript:parent.ran=1) [b](command:workbench.action.closeActiveEditor) <a href="javascript:parent.ran=1">c</a>

<iframe src="https://example.com/c"></iframe><style>@import "https://example.com/d.css"; body { display: none }</style>

\`\`\`mermaid
flowchart LR
  a["<img src=x onerror='parent.ran=1'>"] --> b
  click a "https://example.com/e" _self
\`\`\`

Nobody was there.
`;

const addresses = `[INC-31](code-oss://precedent.precedent/story?INC-31)

[INC-777](code-oss://precedent.precedent/story?INC-777)
`;

describe('somebody new', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({ files: { 'docs/incidents/INC-61-a-quay.md': hostile, 'addresses.md': addresses } });
    page = vscode.page;
    // The reader is somebody whom INC-7 names.
    execFileSync('git', ['config', 'user.name', 'Oddny Fjelde'], { cwd: vscode.folder });
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`newcomer-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`newcomer-${name}-light`);
    await vscode.prefer('dark');
  }

  /** The story in front, once it tells of this. */
  async function storyOf(title) {
    const story = webview(page);
    await story.getByRole('heading', { level: 1, name: title }).waitFor();
    return story;
  }

  it('follows a path from its first step to its last, from story to story', async () => {
    await runCommand(page, 'Precedent: Next on Your Path');
    let story = await storyOf(/Boats that lived in the past/);
    await story
      .locator('.reason', { hasText: 'On “Before you touch the boats”: what a boat knows about time.' })
      .waitFor();
    await shoot('reason');
    await story.locator('.step-next').scrollIntoViewIfNeeded();
    await shoot('next');
    await assertAccessible(story);
    for (const title of [/A key the boats had not met/, /Boat gateway/, /Nineteen hundred displays/i]) {
      await story.locator('.step-next').click();
      story = await storyOf(title);
    }
    await story.getByText('This was its last step.').waitFor();
    assert.equal(await story.locator('.step-next').count(), 0);
    await story.locator('.step-before').click();
    await storyOf(/Boat gateway/);
  });

  it('sees since when a review of their own is cited, and goes to where', async () => {
    await openFile(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await runCommand(page, 'Precedent: Open Story…');
    const story = await storyOf(/Summer sale/);
    await story.getByText(/^Your story (?:is cited since|was first cited on) /).waitFor();
    await story.locator('#cited').scrollIntoViewIfNeeded();
    await shoot('cited');
    await story.getByRole('link', { name: 'services/booking/internal/holds/expiry.go:' }).first().click();
    await editorOf(page, 'services/booking/internal/holds/expiry.go');
    await page
      .locator('.statusbar')
      .getByText(/^Ln 20,/)
      .waitFor();
    assert.equal(await page.locator('.editor-group-container').count(), 2);
    await runCommand(page, 'View: Join All Editor Groups');
  });

  it('asks about words that they select', async () => {
    await openFile(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    await runCommand(page, 'Precedent: Open Story…');
    const story = await storyOf(/Summer sale/);
    await story.getByText('It came in waves').selectText();
    await story.getByRole('button', { name: 'Ask a question', exact: true }).click();
    await answer('How long is a wave?');
    await story
      .getByRole('note', { name: /^Your question/ })
      .getByText('How long is a wave?')
      .waitFor();
    await story.getByRole('note', { name: /^Your question/ }).scrollIntoViewIfNeeded();
    await shoot('question');
  });

  it('asks with the keyboard about the moment where they are', async () => {
    const story = webview(page);
    await story.locator('.moment', { hasText: 'Four address ranges' }).focus();
    await page.keyboard.press('Alt+N');
    await answer('Whose idea was it?');
    const note = story.locator('.moment .margin', { hasText: 'Whose idea was it?' });
    await note.getByRole('button', { name: /^Change/ }).click();
    await answer('Who knew of the carrier?');
    await story.locator('.moment .margin', { hasText: 'Who knew of the carrier?' }).waitFor();
    await shoot('moment');
    await assertAccessible(story);
  });

  it('takes a question back, and has it again', async () => {
    const story = webview(page);
    const note = story.locator('.margin', { hasText: 'Who knew of the carrier?' });
    await note.getByRole('button', { name: /^Remove/ }).click();
    await note.waitFor({ state: 'detached' });
    await notification(page, 'Your question is removed.').getByRole('button', { name: 'Undo' }).click();
    await note.waitFor();
  });

  it('takes the questions into a conversation', async () => {
    await runCommand(page, 'Precedent: Questions for a Conversation');
    const sheet = page.locator('.monaco-editor[data-uri^="untitled:"]');
    await sheet
      .locator('.view-line', { hasText: /Teun.Achterkamp/ })
      .first()
      .waitFor();
    await sheet
      .locator('.view-line', { hasText: /How.long.is.a.wave\?/ })
      .first()
      .waitFor();
    await shoot('sheet');
  });

  it('reads what somebody hostile wrote, as words', async () => {
    await openFile(page, 'docs/incidents/INC-61-a-quay.md');
    await runCommand(page, 'Precedent: Open Story…');
    const story = webview(page);
    await story.getByText('Nobody was there.').waitFor();
    await story.getByText("parent.ran = 1; fetch('https://example.com/a')").waitFor();
    const ran = await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.ran)));
    assert.deepEqual(
      ran.filter((each) => each !== undefined),
      [],
    );
    // Closing fails where anything was asked of another machine.
    await shoot('hostile');
  });

  it('follows an address to a story, and is told where no library has it', async () => {
    await openFile(page, 'addresses.md');
    await page.locator('.view-line .detected-link', { hasText: 'INC-31' }).click({ modifiers: ['ControlOrMeta'] });
    await storyOf(/search/i);
    await openFile(page, 'addresses.md');
    await page.locator('.view-line .detected-link', { hasText: 'INC-777' }).click({ modifiers: ['ControlOrMeta'] });
    const told = notification(page, 'No library in this window has the review INC-777.');
    await told.getByRole('button', { name: 'Open Folder…' }).waitFor();
    await shoot('unknown');
  });

  async function answer(words) {
    await quickPickInput(page).fill(words);
    await page.keyboard.press('Enter');
  }
});
