import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './lockReview';
import { eventually, fileInWorkspace, openText, readLibrary, writeInWorkspace } from './openDocument';

/** ms; a hint comes when nothing else is to be done. */
const patience = 25_000;

/** The hints at mentions in a document. */
function hintsIn(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === 'mention');
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const found: unknown = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
  return Array.isArray(found) ? found.filter((each) => /Cite|Not a Mention|Make a Link/.test(each.title)) : [];
}

describe('citing what is only mentioned', function () {
  this.timeout(60_000);
  before(lockReview.add);
  after(lockReview.remove);
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  async function shown(languageId: string, text: string) {
    const { document } = await openText(languageId, text);
    await vscode.window.showTextDocument(document);
    await eventually(() => {
      const hints = hintsIn(document);
      const told = hints.map(({ message, range }) => `${document.getText(range)}: ${message}`).join('\n');
      assert.equal(hints.length, 1, `${document.languageId}: ${document.getText()}\n${told}`);
    }, patience);
    const [hint] = hintsIn(document);
    assert.ok(hint);
    return { document, hint, actions: await actionsAt(document, hint.range) };
  }

  it('is offered by a faint hint, and one fix does it', async () => {
    const { document, hint, actions } = await shown('markdown', 'We read “a lock nobody held” aloud.\n');
    assert.equal(hint.severity, vscode.DiagnosticSeverity.Hint);
    assert.match(hint.message, /^INC-900: A lock nobody held is spoken of here/);
    const [cite, not] = actions;
    assert.match(cite?.title ?? '', /^Cite INC-900/);
    assert.equal(not?.title, 'Not a Mention');
    assert.ok(cite?.edit && (await vscode.workspace.applyEdit(cite.edit)));
    assert.equal(document.getText(), 'We read “a lock nobody held (INC-900)” aloud.\n');
    await eventually(() => assert.equal(hintsIn(document).length, 0), patience);
  });

  it('is offered in comments of code, and not outside of them', async () => {
    const { hint } = await shown('typescript', 'f("a lock nobody held"); // As a lock nobody held taught us.\n');
    assert.equal(hint.range.start.character, 31);
  });

  it('is not offered again for words that are no mention', async () => {
    const text = 'Perhaps a lock nobody held is just that.\n';
    const { document, actions } = await shown('markdown', text);
    const command = actions.find(({ title }) => title === 'Not a Mention')?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(() => assert.equal(hintsIn(document).length, 0), patience);
  });

  it('asks which review is meant where there are two of a day', async () => {
    const path = 'docs/incidents/INC-901-another-lock.md';
    const remove = await writeInWorkspace(path, '---\ntitle: Another lock\ndate: 2024-03-05\n---\n\nDark.\n');
    try {
      await readLibrary();
      const { document, hint, actions } = await shown('markdown', 'Since the 2024-03-05 lock outage we wait.\n');
      assert.match(hint.message, /^One of 2 reviews may be meant/);
      const [choose] = actions;
      assert.equal(choose?.title, 'Cite the Review That Is Meant…');
      const done = vscode.commands.executeCommand(
        choose?.command?.command ?? '',
        ...(choose?.command?.arguments ?? []),
      );
      await eventually(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        assert.match(document.getText(), /^Since the 2024-03-05 lock outage \(INC-90[01]\) we wait\.\n$|\]\(/);
      });
      await done;
    } finally {
      await remove();
      await readLibrary();
    }
  });

  it('makes a link of an id that stands bare in a saved document', async () => {
    const remove = await writeInWorkspace('docs/design/bare.md', 'As in INC-900.\n');
    try {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/design/bare.md'));
      await vscode.window.showTextDocument(document);
      await eventually(async () => {
        const [link] = await actionsAt(document, new vscode.Range(0, 8, 0, 8));
        assert.match(link?.title ?? '', /^Make a Link of INC-900/);
      });
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await remove();
    }
  });
});
