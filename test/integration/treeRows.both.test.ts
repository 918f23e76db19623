import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TreeRows } from '../../src/host/treeRows';

// VS Code keeps what provides the rows of a view also after the view is gone: with them it kept a library for each start.
describe('the rows of a view', () => {
  it('are not held when they are disposed of', async () => {
    const { event } = new vscode.EventEmitter<string | undefined>();
    const rows = new TreeRows<string>({
      onDidChangeTreeData: event,
      getChildren: () => ['INC-7'],
      getTreeItem: (node) => new vscode.TreeItem(node),
      getParent: () => 'parent',
    });
    assert.deepEqual(await rows.getChildren(), ['INC-7']);
    assert.equal((await rows.getTreeItem('INC-7')).label, 'INC-7');
    assert.equal(rows.getParent('INC-7'), 'parent');
    rows.dispose();
    assert.deepEqual(await rows.getChildren(), []);
    assert.equal((await rows.getTreeItem('INC-7')).label, '');
    assert.equal(rows.getParent('INC-7'), undefined);
  });
});
