import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CitationFormat } from '../../../src/core/wording/citationFormat';
import { CitationFormats } from '../../../src/host/citationFormats';
import { InstalledLanguages } from '../../../src/host/installedLanguages';
import { LiveLibrary } from '../../../src/host/liveLibrary';
import type { Log } from '../../../src/host/log';
import { TrackedCitations } from '../../../src/host/trackedCitations';
import { insertCitation } from '../../../src/sidebar/insertCitation';
import { placeIn } from '../../../src/sidebar/writingPlace';
import { eventually, fileInWorkspace, writeInWorkspace } from '../editor/openDocument';

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {}, show: () => {} };

/** Remembers for as long as a test takes. */
function memento(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, fallback?: T) => (kept.get(key) as T | undefined) ?? fallback,
    update: async (key, value) => void kept.set(key, value),
  };
}

describe('citing in a format that was chosen', function () {
  this.timeout(60_000);
  const own: vscode.Disposable[] = [];
  let library: LiveLibrary;
  let citations: TrackedCitations;

  before(async () => {
    library = new LiveLibrary(quiet);
    const languages = new InstalledLanguages();
    citations = new TrackedCitations(library, languages);
    own.push(citations, languages, library);
    await library.refresh();
  });
  after(() => {
    for (const each of own) each.dispose();
  });

  async function citedIn(path: string, text: string, format: CitationFormat, cursors: readonly number[]) {
    const remove = await writeInWorkspace(path, text);
    try {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace(path));
      const editor = await vscode.window.showTextDocument(document);
      await eventually(() => assert.equal(vscode.window.activeTextEditor?.document, document));
      editor.selections = cursors.map((offset) => {
        const at = document.positionAt(offset);
        return new vscode.Selection(at, at);
      });
      const formats = new CitationFormats(memento());
      await formats.choose(document, format);
      assert.deepEqual(formats.current(document), format);
      const [review] = library.library.get('INC-7');
      assert.ok(review);
      await insertCitation(placeIn(editor), { review }, citations, formats);
      const after = document.getText();
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text, 'undo gives back what was there');
      return after;
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await remove();
    }
  }

  const source = '# Room\r\n\r\nAs before.\r\nAnd again.\r\n';
  const cursors = [source.indexOf('.'), source.indexOf('again.')];

  it('writes one note for two marks, with the way from a nested folder, and is one step to undo', async () => {
    const text = await citedIn('docs/design/deep/room.md', source, { kind: 'footnote' }, cursors);
    assert.match(
      text,
      /^# Room\r\n\r\nAs before \[\^INC-7\]\.\r\nAnd \[\^INC-7\] again\.\r\n\r\n\[\^INC-7\]: \[INC-7: .*\]\(\.\.\/\.\.\/incidents\/INC-7-summer-sale-holds\.md\)\r\n$/,
    );
  });

  it('quotes with the source', async () => {
    const text = await citedIn('docs/design/deep/hall.md', source, { kind: 'quote' }, [source.indexOf('.')]);
    assert.match(
      text,
      /^# Room\r\n\r\nAs before\.\r\n\r\n> “.+”\r\n>\r\n> — \[INC-7: .*, 2023-06-\d\d\r\n\r\nAnd again\.\r\n$/,
    );
  });

  it('quotes in a comment of code', async () => {
    const code = 'f();\nlast();\n';
    const text = await citedIn('src/room.ts', code, { kind: 'quote' }, [4]);
    assert.match(text, /^f\(\); \/\/ see INC-7: “.+”\nlast\(\);\n$/);
  });
});
