import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardAt } from './hoverAt';
import { lockReview } from './lockReview';
import { openText } from './openDocument';

describe('a file as of the incident', () => {
  before(lockReview.add);
  after(lockReview.remove);

  it('is not offered where there is no history', async () => {
    const { document, marked } = await openText('go', '// see «INC-900»\n');
    const text = await cardAt(document, marked);
    assert.match(text, /Precedent · INC-900/);
    assert.doesNotMatch(text, /This File as of/);
  });

  it('opens nothing where there is no history', async () => {
    const { document } = await openText('go', '// see INC-900\n');
    await vscode.window.showTextDocument(document);
    const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label));
    const before = tabs();
    await vscode.commands.executeCommand('precedent.openAsOf', 'INC-900');
    assert.deepEqual(tabs(), before);
  });
});
