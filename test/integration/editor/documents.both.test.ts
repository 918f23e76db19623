import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardAt } from './hoverAt';
import { lockReview } from './lockReview';
import { fileInWorkspace, openText, writeInWorkspace } from './openDocument';

const known = /Precedent · INC-900/;

describe('a citation is recognised in', () => {
  before(lockReview.add);
  after(lockReview.remove);

  const cases: Record<string, [language: string, text: string]> = {
    'a document that was never saved': ['typescript', '// see «INC-900»'],
    'the first column': ['plaintext', '«INC-900» it was'],
    'the last line': ['shellscript', 'true\n# «INC-900»'],
    'prose in Markdown': ['markdown', '# Decision\n\nBecause of «INC-900» we wait.'],
    'a commit message': ['git-commit', 'Wait at random\n\nSee «INC-900».\n# Please enter the commit message'],
    'the input of source control': ['scminput', 'Wait at random, see «INC-900»'],
    'a comment of YAML': ['yaml', 'wait: 300 # «INC-900»'],
    'a comment of a Dockerfile': ['dockerfile', 'FROM a\n# «INC-900»'],
    'a comment in the script of a page': ['html', '<script>\n// «INC-900»\n</script>'],
  };
  for (const [name, [language, text]] of Object.entries(cases)) {
    it(name, async () => {
      const { document, marked } = await openText(language, text);
      assert.match(await cardAt(document, marked), known);
    });
  }

  it('a file with changes that are not saved', async () => {
    const remove = await writeInWorkspace('src/unsaved.ts', '// see \n');
    try {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace('src/unsaved.ts'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 7), 'INC-900');
      await vscode.workspace.applyEdit(edit);
      assert.match(await cardAt(document, new vscode.Position(0, 8)), known);
    } finally {
      await remove();
    }
  });

  it('the code cell of a notebook', async function () {
    if (!vscode.extensions.getExtension('vscode.ipynb')) {
      console.log('skipped: the code cell of a notebook, because this VS Code comes without notebooks');
      this.skip();
    }
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, '# see INC-900\nwait()', 'python');
    const data = new vscode.NotebookData([cell]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    assert.match(await cardAt(notebook.cellAt(0).document, new vscode.Position(0, 8)), known);
  });

  it('what another extension shows, such as the other side of a comparison', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('precedent-test', {
      provideTextDocumentContent: () => '// see INC-900',
    });
    try {
      const uri = vscode.Uri.parse('precedent-test:/src/old.ts');
      const document = await vscode.workspace.openTextDocument(uri);
      assert.match(await cardAt(document, new vscode.Position(0, 8)), known);
    } finally {
      provider.dispose();
    }
  });
});
