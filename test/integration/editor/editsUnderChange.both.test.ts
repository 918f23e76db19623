import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './lockReview';
import { eventually, openText, readLibrary, showAt, writeInWorkspace } from './openDocument';

const rounds = 8;
const added = 'let a = 1;\n';

// Each runs a few times, with the change a little later each time.
describe('an edit of ours, while the document changes', function () {
  this.timeout(60_000);
  before(lockReview.add);
  after(lockReview.remove);
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('cites at the right place, or not at all and copies', async function () {
    let written = 0;
    for (let round = 0; round < rounds; round++) {
      const { document } = await showing('// Wait \n', 8);
      await vscode.env.clipboard.writeText('nothing');
      await meanwhile(
        vscode.commands.executeCommand('precedent.citeReview', { citation: 'INC-900' }),
        () => addLine(document),
        round * 15,
      );
      const text = document.getText();
      if (text === `${added}// Wait INC-900\n`) written++;
      else {
        assert.equal(text, `${added}// Wait \n`);
        await eventually(async () =>
          assert.equal(await vscode.env.clipboard.readText(), 'INC-900: A lock nobody held'),
        );
      }
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    if (this.test) this.test.title += ` (${written} of ${rounds} written, the others copied)`;
  });

  it('puts another passage behind the citation it was chosen for, or nowhere', async () => {
    const { document } = await showing('// see INC-900#what-was-difficult, as ever\n', 10);
    let isOver = false;
    const choosing = vscode.commands.executeCommand('precedent.choosePassage').then(() => {
      isOver = true;
    });
    await addLine(document);
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      assert.ok(isOver);
    }, 20_000);
    await choosing;
    const allowed = ['#what-was-difficult', ''].map((passage) => `${added}// see INC-900${passage}, as ever\n`);
    assert.ok(allowed.includes(document.getText()), document.getText());
  });

  it('renames what names the review, or says that a file has just changed', async function () {
    const undo = [
      await writeInWorkspace('docs/incidents/INC-930-a-pump.md', '# INC-930: A pump\n\nIt was kind.\n'),
      await writeInWorkspace('src/pump930.ts', '// see INC-930, as ever\n'),
    ];
    await readLibrary();
    let refused = 0;
    try {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      assert.ok(folder);
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'src', 'pump930.ts'));
      await showAt(document, new vscode.Position(0, 8));
      await eventually(async () => assert.ok((await renamed(document)) instanceof vscode.WorkspaceEdit), 20_000);
      for (let round = 0; round < rounds; round++) {
        const [edit] = await Promise.all([renamed(document), pause(round).then(() => addLine(document))]);
        if (!edit) refused++;
        for (const [uri, changes] of edit?.entries() ?? []) {
          if (uri.toString() !== document.uri.toString()) continue;
          // What was made of the text before the change VS Code itself refuses, with the version it was made of.
          for (const { range } of changes) {
            const isThere = document.getText(range) === 'INC-930';
            const wasThere = range.start.line === document.lineCount - 3;
            assert.ok(isThere || wasThere, `${document.getText(range)} in round ${round}`);
          }
        }
      }
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      for (const each of undo) await each();
      await readLibrary();
    }
    if (this.test) this.test.title += ` (${refused} of ${rounds} refused)`;
  });
});

async function showing(text: string, column: number): Promise<vscode.TextEditor> {
  const { document } = await openText('typescript', text);
  return showAt(document, new vscode.Position(0, column));
}

/** Does something so many ms after something else has begun, and waits for both. */
async function meanwhile(begun: Thenable<unknown>, change: () => Promise<void>, ms: number): Promise<void> {
  await Promise.all([begun, pause(ms).then(change)]);
}

/** As somebody who does not give up: VS Code refuses an edit of a text that another one has changed on its way. */
async function addLine(document: vscode.TextDocument): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), added);
    if (await vscode.workspace.applyEdit(edit)) return;
  }
  assert.fail('The line is not written.');
}

async function renamed(document: vscode.TextDocument): Promise<vscode.WorkspaceEdit | undefined> {
  const at = document.positionAt(document.getText().indexOf('INC-930') + 1);
  try {
    return await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, 'INC-931');
  } catch (error) {
    assert.match(String(error), /just changed|No id of a review/);
    return undefined;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
