import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './editor/lockReview';
import { fileInWorkspace, openText, set, showAt } from './editor/openDocument';

/** What “Why Is There No Hover Here?” says at the mark. */
async function why(language: string, text: string): Promise<unknown> {
  const { document, marked } = await openText(language, text);
  return whyAt(document, marked.start);
}

async function whyAt(document: vscode.TextDocument, position: vscode.Position): Promise<unknown> {
  await showAt(document, position);
  const said = await vscode.commands.executeCommand('precedent.whyNoHover');
  await vscode.commands.executeCommand('notifications.clearAll');
  return said;
}

describe('“Why Is There No Hover Here?” says', () => {
  before(lockReview.add);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await lockReview.remove();
  });

  const cases: Record<string, [language: string, text: string, said: RegExp]> = {
    'what is recognised': ['typescript', '// «INC-900»', /INC-900 is recognised: A lock nobody held\./],
    'that no review has the id, and what is closest': [
      'typescript',
      '// «INC-901»',
      /INC-901 is recognised, but no review here has this id\. Closest: INC-900/,
    ],
    'that the id is not in a comment': [
      'typescript',
      'a("«INC-900»")',
      /Only comments count in typescript, and INC-900 stands in a string/,
    ],
    'that code spans are left alone': ['markdown', 'so `«INC-900»`', /Code spans and fences are left alone/],
    'that a placeholder is one': ['typescript', '// «INC-XX»', /only holds the place of an id/],
    'that nothing is looked for in logs': ['log', '«INC-900»', /In output and logs nothing is looked for/],
    'that nothing is there': ['typescript', '// «»', /Nothing stands here that could be an id/],
  };
  for (const [name, [language, text, said]] of Object.entries(cases)) {
    it(name, async () => assert.match(String(await why(language, text)), said));
  }

  it('that the hover is switched off', async () => {
    const reset = await set('precedent.hover.enabled', false, { languageId: 'go' });
    try {
      assert.match(String(await why('go', '// «INC-900»')), /The hover is switched off for go/);
    } finally {
      await reset();
    }
  });

  it('that a review names itself', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace(lockReview.path));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount - 1, 0), 'INC-900\n');
    await vscode.workspace.applyEdit(edit);
    const said = await whyAt(document, new vscode.Position(document.lineCount - 2, 2));
    assert.match(String(said), /INC-900 is the id of the review that you are looking at/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

describe('“Show Review at Cursor”', () => {
  before(lockReview.add);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await lockReview.remove();
  });

  async function reviewAt(text: string): Promise<vscode.TextEditor | undefined> {
    const { document, marked } = await openText('typescript', text);
    await showAt(document, marked.start);
    await vscode.commands.executeCommand('precedent.showReviewAtCursor');
    return vscode.window.activeTextEditor;
  }

  it('opens the review that is cited at the cursor', async () => {
    const editor = await reviewAt('// see «INC-900» and INC-7');
    assert.ok(editor?.document.uri.path.endsWith(lockReview.path));
  });

  it('opens the review that is cited in the line, at the passage', async () => {
    const editor = await reviewAt('«let» a = 1; // INC-900#what-was-difficult');
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith(lockReview.path));
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '## What was difficult');
  });

  it('stays where it is, and says so, where the line cites nothing', async () => {
    const editor = await reviewAt('«let» a = 1;');
    assert.equal(editor?.document.isUntitled, true);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
