import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ShownReview } from '../../src/cli/shownReview';
import type { Review } from '../../src/core/reviews/review';
import { askCli } from '../cli/runCli';
import { readLibrary } from './editor/openDocument';
import { referencesAt } from './editor/referencesAt';

describe('references from a review', () => {
  before(readLibrary);
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are what the command line says it is cited by, for each review of the sample', async function () {
    this.timeout(120_000);
    const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(root);
    const { reviews } = askCli<{ readonly reviews: readonly Review[] }>(['list', '--root', root]);
    assert.ok(reviews.length >= 19);
    for (const { id, path } of reviews) {
      const shown: ShownReview = askCli(['show', id, '--root', root]);
      // It is opened at its title: at the heading, where that says it.
      await vscode.commands.executeCommand('precedent.openReview', id);
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      assert.equal(vscode.workspace.asRelativePath(editor.document.uri, false), path);
      const title = editor.selection.active;
      const found = await referencesAt(editor.document, title);
      const own = `${path}:${title.line + 1}`;
      const expected = shown.citedBy.map((each) => `${each.path}:${each.line}`);
      // VS Code lists two on one line by their columns, which the command line does as well.
      assert.deepEqual(found.filter((each) => each !== own).sort(), expected.sort(), id);
    }
  });
});
