import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './lockReview';
import { eventually, type Opened, openText, set } from './openDocument';

const surprise = 'The list was empty because it is filled once a minute.';

describe('adding the why', () => {
  before(lockReview.add);
  after(lockReview.remove);

  const cases: Record<string, [language: string, text: string, wanted: string]> = {
    'writes into a bare line comment': [
      'typescript',
      '// «INC-900»\nlock();\n',
      `// INC-900: “${surprise}”\nlock();\n`,
    ],
    'writes into a block comment': ['c', '/* see «INC-900» */\n', `/* see INC-900: “${surprise}” */\n`],
    'writes behind a hash': ['python', 'lock()\n# «INC-900»\n', `lock()\n# INC-900: “${surprise}”\n`],
  };
  for (const [name, [language, text, wanted]] of Object.entries(cases)) {
    it(name, async () => {
      const opened = await openText(language, text);
      const before = opened.document.getText();
      const action = await firstAction(opened);
      assert.match(action.title, /^Add the why, what surprised people: “The list was empty/);
      await vscode.workspace.applyEdit(action.edit ?? new vscode.WorkspaceEdit());
      assert.equal(opened.document.getText(), wanted);
      await vscode.window.showTextDocument(opened.document);
      await vscode.commands.executeCommand('undo');
      assert.equal(opened.document.getText(), before, 'one undo takes it back');
    });
  }

  it('wraps at the first ruler', async () => {
    const undo = await set('editor.rulers', [{ column: 50, color: '#f00' }, 80]);
    try {
      const opened = await openText('typescript', '// «INC-900»\n');
      const action = await firstAction(opened);
      await vscode.workspace.applyEdit(action.edit ?? new vscode.WorkspaceEdit());
      assert.equal(
        opened.document.getText(),
        '// INC-900: “The list was empty because it is\n// filled once a minute.”\n',
      );
    } finally {
      await undo();
    }
  });

  it('leaves comments alone that say why', async () => {
    assert.deepEqual(await actionsAt(await openText('typescript', '// «INC-900»: the lock was held by nobody\n')), []);
  });

  it('leaves prose alone', async () => {
    assert.deepEqual(await actionsAt(await openText('markdown', '«INC-900»\n')), []);
  });
});

/** The first time, VS Code may answer with nothing while it starts the extension of the language. */
async function firstAction(opened: Opened): Promise<vscode.CodeAction> {
  let found: vscode.CodeAction | undefined;
  await eventually(async () => {
    [found] = await actionsAt(opened);
    assert.ok(found?.edit);
  });
  assert.ok(found);
  return found;
}

async function actionsAt({ document, marked }: Opened): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    marked,
    vscode.CodeActionKind.RefactorRewrite.value,
  );
  return actions.filter(({ kind }) => kind?.value === 'refactor.rewrite.why');
}
