import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './editor/lockReview';
import { eventually } from './editor/openDocument';

describe('learning signals in the editor', () => {
  before(lockReview.add);
  after(lockReview.remove);

  it('opens its page when asked, once', async () => {
    const pages = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ label }) => label === 'Learning signals'));
    assert.deepEqual(pages(), []);
    await vscode.commands.executeCommand('precedent.showSignals');
    await eventually(() => assert.equal(pages().length, 1));
    await vscode.commands.executeCommand('precedent.showSignals');
    assert.equal(pages().length, 1);
    await vscode.window.tabGroups.close(pages());
  });
});
