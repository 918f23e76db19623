import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './editor/lockReview';
import { eventually, openText, readLibrary, set, writeInWorkspace } from './editor/openDocument';

/** Our lenses of a document, by line. */
async function lenses(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return all.filter(({ command }) => command?.command.startsWith('precedent.'));
}

async function titles(language: string, text: string): Promise<readonly string[]> {
  const { document } = await openText(language, text);
  return (await lenses(document)).map(({ range, command }) => `${range.start.line}: ${command?.title}`);
}

async function type(document: vscode.TextDocument, line: number, character: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, character), text);
  await vscode.workspace.applyEdit(edit);
}

describe('the lens', () => {
  before(lockReview.add);
  after(lockReview.remove);

  const cases: Record<string, [language: string, text: string, titles: readonly string[]]> = {
    'names the review that a comment cites': ['typescript', 'a();\n// see INC-900\n', ['1: A lock nobody held']],
    'stands above a comment of several lines': [
      'go',
      'a()\n// One\n// two, see INC-900\n// three\nb()',
      ['1: A lock nobody held'],
    ],
    'is one for a comment that cites a review twice': [
      'java',
      '/**\n * INC-900 and\n * INC-900#what-was-difficult\n */',
      ['0: A lock nobody held'],
    ],
    'is one for each comment': [
      'python',
      '# INC-900\na = 1\n# INC-900\n',
      ['0: A lock nobody held', '2: A lock nobody held'],
    ],
    'stands above code with the comment behind it': [
      'rust',
      'let a = 1;\nlet b = 2; // INC-900',
      ['1: A lock nobody held'],
    ],
    'is not there for an id without a review': ['typescript', '// see INC-99', []],
    'is not there in strings': ['typescript', 'const a = "INC-900"', []],
    'is not there in prose': ['markdown', 'see INC-900', []],
    'is not there in plain text': ['plaintext', 'see INC-900', []],
    'is not there in a commit message': ['git-commit', 'Undo it, see INC-900', []],
    'is not there in a log': ['log', '# INC-900', []],
  };
  for (const [name, [language, text, expected]] of Object.entries(cases)) {
    it(name, async () => assert.deepEqual(await titles(language, text), expected));
  }

  it('joins up to three ids where a comment cites several reviews, and lets the user pick one', async () => {
    const more = ['905', '906', '907'];
    const remove = await Promise.all(
      more.map((id) => writeInWorkspace(`docs/incidents/INC-${id}.md`, `# The ${id}th\n\nIt was.`)),
    );
    await readLibrary();
    try {
      const { document } = await openText('typescript', '// INC-900, INC-905#x, INC-906 and INC-907');
      const [lens] = await lenses(document);
      assert.equal(lens?.command?.title, 'INC-900 · INC-905 · INC-906 and 1 more');
      assert.deepEqual(lens?.command?.arguments, [['INC-900', 'INC-905#x', 'INC-906', 'INC-907']]);
    } finally {
      for (const each of remove) await each();
      await readLibrary();
    }
  });

  it('draws no icons that a title may ask for', async () => {
    const remove = await writeInWorkspace('docs/incidents/INC-908.md', '# Look $(flame) here\n\nText.');
    await readLibrary();
    try {
      const [title] = await titles('typescript', '// INC-908');
      assert.ok(title?.includes('Look') && !title.includes('$('), title);
    } finally {
      await remove();
      await readLibrary();
    }
  });

  it('stays as it is while its id is written anew, and follows when the writing rests', async () => {
    const { document } = await openText('typescript', 'a();\n// see INC-900\n');
    assert.equal((await lenses(document)).length, 1);
    await type(document, 1, 14, '1');
    assert.equal((await lenses(document)).length, 1, 'it went while INC-9001 was being written');
    await type(document, 0, 0, '\n');
    assert.deepEqual(
      (await lenses(document)).map(({ range }) => range.start.line),
      [2],
    );
    await eventually(async () => assert.equal((await lenses(document)).length, 0));
  });

  it('comes to a new comment when the writing rests', async () => {
    const { document } = await openText('typescript', 'a();\n');
    assert.equal((await lenses(document)).length, 0);
    await type(document, 1, 0, '// see INC-900');
    assert.equal((await lenses(document)).length, 0);
    await eventually(async () => assert.equal((await lenses(document)).length, 1));
  });

  it('can be switched off, for one language alone', async () => {
    const reset = await set('precedent.codeLens.enabled', false, { languageId: 'ruby' });
    try {
      assert.deepEqual(await titles('ruby', '# INC-900'), []);
      assert.equal((await titles('perl', '# INC-900')).length, 1);
    } finally {
      await reset();
    }
  });

  it('is switched off and on by a command', async () => {
    const { document } = await openText('typescript', '// INC-900');
    await vscode.commands.executeCommand('precedent.toggleCodeLens');
    assert.equal((await lenses(document)).length, 0);
    await vscode.commands.executeCommand('precedent.toggleCodeLens');
    assert.equal((await lenses(document)).length, 1);
  });

  it('opens the review to the side, and leaves the focus in the code', async () => {
    const { document } = await openText('typescript', '// INC-900');
    await vscode.window.showTextDocument(document);
    const [lens] = await lenses(document);
    assert.ok(lens?.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const beside = vscode.window.visibleTextEditors.find(({ document: { uri } }) => uri.path.endsWith(lockReview.path));
    assert.ok(beside);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('workbench.action.closeAllGroups');
  });
});
