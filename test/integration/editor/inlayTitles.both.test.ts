import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './lockReview';
import { eventually, openText, set } from './openDocument';

describe('titles behind ids', () => {
  before(lockReview.add);
  after(lockReview.remove);

  it('are off until somebody wants them', async () => {
    const { document } = await openText('go', '// see INC-900\n');
    assert.deepEqual(await titlesIn(document), []);
  });

  describe('where they are switched on for a language', () => {
    let undo = async () => {};
    before(async () => {
      undo = await set('precedent.inlayTitle.enabled', true, { languageId: 'go' });
    });
    after(() => undo());

    it('stand behind the id, once in a line, and change nothing', async () => {
      const text = '// see INC-900, INC-900\n// INC-900: A lock nobody held\n';
      const { document } = await openText('go', text);
      await eventually(async () => assert.deepEqual(await titlesIn(document), [['A lock nobody held', 0, 14]]));
      assert.equal(document.getText(), text);
      assert.equal(document.isDirty, true, 'untitled documents with text are');
      assert.equal(document.version, 1);
    });

    it('are not shown in other languages', async () => {
      const { document } = await openText('python', '# see INC-900\n');
      assert.deepEqual(await titlesIn(document), []);
    });
  });
});

async function titlesIn(document: vscode.TextDocument): Promise<[label: string, line: number, character: number][]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return hints.map(({ label, position: { line, character } }) => [
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    line,
    character,
  ]);
}
