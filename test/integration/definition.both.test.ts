import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './editor/lockReview';
import { fileInWorkspace, openText, readLibrary, writeInWorkspace } from './editor/openDocument';

async function definitions(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
  return vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, position);
}

/** The text of a review that a range covers. */
function textOf(range: vscode.Range | undefined): string {
  assert.ok(range);
  const lines = lockReview.text.split('\n').slice(range.start.line, range.end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? range.start.character : 0, at === last ? range.end.character : undefined))
    .join('\n');
}

describe('the definition of a citation', () => {
  before(lockReview.add);
  after(lockReview.remove);

  const cases: Record<string, [citation: string, heading: string, whole: RegExp]> = {
    'is the title of the review, where its text begins': [
      'INC-900',
      '# A lock nobody held',
      /^# A lock nobody held\n\nEvery/,
    ],
    'is the passage it names': ['INC-900#what-surprised-us', '## What surprised us', /filled once a minute\.\s*$/],
    'is the moment it names': ['INC-900@14:09', '**14:09** The list of locks is empty again.', /again\.$/],
    'is the title where the passage is not there': ['INC-900#weather', '# A lock nobody held', /^# A lock/],
  };
  for (const [name, [citation, heading, whole]] of Object.entries(cases)) {
    it(name, async () => {
      const { document, marked } = await openText('typescript', `// see «${citation}»`);
      const [link, ...others] = await definitions(document, marked.start);
      assert.deepEqual(others, []);
      assert.equal(link?.targetUri.toString(), fileInWorkspace(lockReview.path).toString());
      assert.deepEqual(link?.originSelectionRange, marked);
      assert.equal(textOf(link?.targetSelectionRange).trim(), heading);
      assert.match(textOf(link?.targetRange), whole);
    });
  }

  it('is every review that claims the id', async () => {
    const remove = [
      await writeInWorkspace('docs/incidents/INC-902-first.md', '# The first\n\nOne.'),
      await writeInWorkspace('docs/incidents/INC-902-second.md', '# The second\n\nTwo.'),
    ];
    await readLibrary();
    try {
      const { document, marked } = await openText('typescript', '// see «INC-902»');
      const links = await definitions(document, marked.start);
      assert.deepEqual(
        links.map(({ targetUri }) => targetUri.path.split('/').at(-1)),
        ['INC-902-first.md', 'INC-902-second.md'],
      );
    } finally {
      for (const each of remove) await each();
      await readLibrary();
    }
  });

  it('is nothing for an id without a review, nor outside of comments', async () => {
    for (const text of ['// see «INC-99»', 'const a = "«INC-900»";', '«const» a = 1; // INC-900']) {
      const { document, marked } = await openText('javascriptreact', text);
      const links = await definitions(document, marked.start);
      assert.deepEqual(
        links.filter(({ targetUri }) => targetUri?.path.includes('incidents')),
        [],
      );
    }
  });

  it('comes once for a link in Markdown', async () => {
    const remove = await writeInWorkspace(
      'docs/decision.md',
      `See [the review](incidents/${lockReview.path.split('/')[2]}).`,
    );
    try {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/decision.md'));
      await vscode.window.showTextDocument(document);
      const links = await definitions(document, new vscode.Position(0, 20));
      assert.equal(links.length, 1, JSON.stringify(links));
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await remove();
    }
  });
});
