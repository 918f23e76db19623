import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './editor/lockReview';
import { eventually } from './editor/openDocument';

/** The tabs that show a story. */
function stories(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('precedent.story'));
}

describe('the story', () => {
  before(lockReview.add);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await lockReview.remove();
  });
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in a tab that is called after its review', async () => {
    await vscode.commands.executeCommand('precedent.openStory', 'INC-900');
    await eventually(() =>
      assert.deepEqual(
        stories().map(({ label }) => label),
        ['INC-900 · A lock nobody held'],
      ),
    );
  });

  it('opens once, however often one asks', async () => {
    await vscode.commands.executeCommand('precedent.openStory', 'INC-900');
    await vscode.commands.executeCommand('precedent.openStory', 'OLD-3');
    await vscode.commands.executeCommand('precedent.openStory', { citation: 'INC-900#what-was-difficult' });
    await eventually(() => assert.equal(stories().length, 1));
  });

  it('opens at an address that somebody was given', async () => {
    const address = `${vscode.env.uriScheme}://precedent.precedent/story?INC-900%4014%3A05`;
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(address));
    await eventually(() => assert.equal(stories()[0]?.label, 'INC-900 · A lock nobody held'));
  });

  it('leads to the source of its review', async () => {
    await vscode.commands.executeCommand('precedent.openStory', 'INC-900');
    await eventually(() => assert.equal(stories()[0]?.isActive, true));
    await eventually(async () => {
      await vscode.commands.executeCommand('precedent.openStorySource');
      assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /INC-900-a-lock-nobody-held\.md$/);
    });
  });

  it('gives the name and the address of what one reads', async () => {
    await vscode.commands.executeCommand('precedent.openStory', 'INC-900');
    await eventually(async () => {
      await vscode.commands.executeCommand('precedent.copyMoment', { passage: '14:05' });
      assert.equal(await vscode.env.clipboard.readText(), 'INC-900@14:05');
    });
    await vscode.commands.executeCommand('precedent.copyMomentAddress', { passage: 'what-was-difficult' });
    const address = await vscode.env.clipboard.readText();
    assert.equal(address, `${vscode.env.uriScheme}://precedent.precedent/story?INC-900%23what-was-difficult`);
    await vscode.commands.executeCommand('precedent.copyMoment', { passage: 'no-such-passage' });
    assert.equal(await vscode.env.clipboard.readText(), 'INC-900');
  });
});
