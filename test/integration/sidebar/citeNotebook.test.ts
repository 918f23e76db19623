import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from '../editor/lockReview';
import { eventually } from '../editor/openDocument';

describe('citing in a notebook', () => {
  before(lockReview.add);
  after(lockReview.remove);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('writes a comment into the code cell one is in', async function () {
    if (!vscode.extensions.getExtension('vscode.ipynb')) {
      console.log('skipped: citing in a notebook, because this VS Code comes without notebooks');
      this.skip();
    }
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, '\nwait()', 'python');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('notebook.cell.edit');
    const { document } = notebook.cellAt(0);
    await eventually(() => assert.equal(vscode.window.activeTextEditor?.document, document));
    await vscode.commands.executeCommand('cursorTop');
    await vscode.commands.executeCommand('precedent.citeReview', { citation: 'INC-900' });
    assert.equal(document.getText(), '# see INC-900: A lock nobody held\nwait()');
  });
});
