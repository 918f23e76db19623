import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from '../editor/lockReview';
import { eventually, openText, set, showAt } from '../editor/openDocument';

const paragraph = 'While a lock is held, payments wait, and the list of locks stays empty for a minute.';

/** Shows a text with the cursor behind its last character. */
async function writing(language: string, text: string): Promise<vscode.TextDocument> {
  const { document } = await openText(language, text);
  await showAt(document, document.positionAt(text.length));
  return document;
}

/** Runs a command of the Companion and takes the first passage that it offers, if it offers any. */
async function takeFirst(command: string): Promise<void> {
  let isDone = false;
  const run = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
    isDone = true;
  });
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.ok(isDone);
  });
  await run;
}

describe('the Companion', () => {
  before(lockReview.add);
  after(lockReview.remove);
  afterEach(async () => {
    while (vscode.window.activeTextEditor)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('shows itself', async () => {
    await vscode.commands.executeCommand('precedent.showCompanion');
  });

  it('cites what resembles the paragraph in which one writes', async () => {
    const document = await writing('markdown', `# Locks\n\n${paragraph} `);
    await takeFirst('precedent.citeResembling');
    await eventually(() => assert.match(document.getText(), /INC-900/));
  });

  it('reads the comment in which one writes', async () => {
    const document = await writing('typescript', `wait();\n// ${paragraph} `);
    await takeFirst('precedent.citeResembling');
    await eventually(() => assert.match(document.getText(), /^wait\(\);\n\/\/ While .*INC-900/));
  });

  it('opens it beside, and goes on with what one writes', async () => {
    const document = await writing('markdown', `${paragraph} `);
    await takeFirst('precedent.openResembling');
    await eventually(() =>
      assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /INC-900-a-lock-nobody-held\.md$/),
    );
    await takeFirst('precedent.citeResembling');
    await eventually(() => assert.match(document.getText(), /INC-900/));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  it('leaves out what was put away in a document, until it is brought back', async () => {
    const document = await writing('markdown', `${paragraph} `);
    await takeFirst('precedent.dismissResembling');
    await takeFirst('precedent.citeResembling');
    assert.doesNotMatch(document.getText(), /INC-900/);
    await vscode.commands.executeCommand('precedent.restoreResembling');
    await takeFirst('precedent.citeResembling');
    await eventually(() => assert.match(document.getText(), /INC-900/));
  });

  it('offers nothing in a language for which it is switched off', async () => {
    const reset = await set('precedent.companion.enabled', false, { languageId: 'markdown' });
    try {
      const document = await writing('markdown', `${paragraph} `);
      await takeFirst('precedent.citeResembling');
      assert.doesNotMatch(document.getText(), /INC-900/);
    } finally {
      await reset();
    }
  });
});
