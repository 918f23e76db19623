import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from '../editor/lockReview';
import { eventually, fileInWorkspace, openText, writeInWorkspace } from '../editor/openDocument';

/** Shows a text with a cursor at each `|`. */
async function writing(language: string, source: string): Promise<vscode.TextEditor> {
  const { document } = await openText(language, source.replaceAll('|', ''));
  return withCursors(document, source);
}

async function withCursors(document: vscode.TextDocument, source: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document);
  const offsets = [...source.matchAll(/\|/g)].map(({ index }, at) => index - at);
  editor.selections = offsets.map((offset) => {
    const position = document.positionAt(offset);
    return new vscode.Selection(position, position);
  });
  await eventually(() => assert.equal(vscode.window.activeTextEditor?.document, document));
  return editor;
}

const cite = (citation = 'INC-900') => vscode.commands.executeCommand('precedent.citeReview', { citation });

describe('citing', () => {
  before(lockReview.add);
  after(lockReview.remove);
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const cases: Record<string, [language: string, source: string, wanted: string]> = {
    'puts the id into the comment at the cursor': ['typescript', 'a();\n// Wait |\n', 'a();\n// Wait INC-900\n'],
    'writes a comment of its own on a blank line': [
      'python',
      'a = 1\n|\n',
      'a = 1\n# see INC-900: A lock nobody held\n',
    ],
    'writes it above a line of code, with its indentation': [
      'python',
      'def f():\n    return |1\n',
      'def f():\n    # see INC-900: A lock nobody held\n    return 1\n',
    ],
    'writes one at every cursor': [
      'go',
      'f()|\n// Twice: |\n',
      'f() // see INC-900: A lock nobody held\n// Twice: INC-900\n',
    ],
    'writes above a line with two cursors only once': [
      'python',
      'a = [|1, |2]\n',
      '# see INC-900: A lock nobody held\na = [1, 2]\n',
    ],
    'writes it behind the citation at the cursor, in code': [
      'typescript',
      '// Wait, INC-9|00 says.\n',
      '// Wait, INC-900, INC-900 says.\n',
    ],
    'writes it behind the citation at the cursor, in prose': ['markdown', 'See I|NC-900.\n', 'See INC-900, INC-900.\n'],
    'writes plain words in a commit message': [
      'git-commit',
      'Wait at random\n\n|',
      'Wait at random\n\nINC-900: A lock nobody held',
    ],
    'writes plain words in prose that was never saved': ['markdown', 'As in |.', 'As in INC-900: A lock nobody held.'],
  };
  for (const [name, [language, source, wanted]] of Object.entries(cases)) {
    it(name, async () => {
      const { document } = await writing(language, source);
      await cite();
      assert.equal(document.getText(), wanted);
    });
  }

  it('is one step to undo', async () => {
    const { document } = await writing('go', 'f()|\n// Twice: |\n');
    await cite();
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'f()\n// Twice: \n');
  });

  it('links from a saved document by the way to the review', async () => {
    const remove = await writeInWorkspace('docs/design/locks.md', 'As in .\n');
    try {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/design/locks.md'));
      await withCursors(document, 'As in |.\n');
      await cite('INC-900#what-was-difficult');
      assert.match(
        document.getText(),
        /^As in \[INC-900: A lock nobody held — What was difficult\]\(\.\.\/incidents\/INC-900-a-lock-nobody-held\.md#what-was-difficult\)\.\n$/,
      );
      await vscode.commands.executeCommand('undo');
    } finally {
      await remove();
    }
  });

  it('goes where one was writing, not into a review that is looked at', async () => {
    const { document } = await writing('typescript', '// Wait |');
    await vscode.window.showTextDocument(fileInWorkspace(lockReview.path), { preview: true, preserveFocus: true });
    await cite();
    assert.equal(document.getText(), '// Wait INC-900');
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('leaves a string alone and copies instead', async () => {
    const source = 'a = """one\nt|wo"""\n';
    const { document } = await writing('python', source);
    await cite();
    assert.equal(document.getText(), source.replace('|', ''));
    assert.equal(await vscode.env.clipboard.readText(), 'INC-900: A lock nobody held');
  });

  it('leaves JSON alone and copies instead', async () => {
    const { document } = await writing('json', '{ "a": | 1 }');
    await cite();
    assert.equal(document.getText(), '{ "a":  1 }');
  });
});

describe('copying a citation', () => {
  before(lockReview.add);
  after(lockReview.remove);

  it('copies the review that is named', async () => {
    await vscode.commands.executeCommand('precedent.copyCitation', 'INC-900');
    assert.equal(await vscode.env.clipboard.readText(), 'INC-900: A lock nobody held');
  });

  it('copies the passage of a row', async () => {
    const row = { citation: 'INC-900#what-was-difficult' };
    await vscode.commands.executeCommand('precedent.copyCitation', row);
    assert.equal(await vscode.env.clipboard.readText(), 'INC-900#what-was-difficult: A lock nobody held');
  });

  it('copies what is cited at the cursor', async () => {
    await writing('typescript', '// Wait INC-900|');
    await vscode.commands.executeCommand('precedent.copyCitation');
    assert.equal(await vscode.env.clipboard.readText(), 'INC-900: A lock nobody held');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('citing in a section of past incidents', () => {
  before(lockReview.add);
  after(lockReview.remove);

  it('is put at the end, says nothing new twice, and is one step to undo', async () => {
    const source = '# Locks\n\nWe wait, as INC-900 taught us.\n';
    const remove = await writeInWorkspace('docs/design/past.md', source);
    try {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/design/past.md'));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('precedent.pastIncidents');
      const first = document.getText();
      assert.ok(first.startsWith(source));
      assert.match(
        first,
        /\n## Past incidents considered\n\n- \[INC-900: A lock nobody held\]\(\.\.\/incidents\/INC-900/,
      );
      const { version } = document;
      await vscode.commands.executeCommand('precedent.pastIncidents');
      assert.equal(document.version, version);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), source);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await remove();
    }
  });
});
