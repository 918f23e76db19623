import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReadingPath, Step } from '../../../src/core/learning/readingPath';
import { toKey } from '../../../src/host/places';
import { PathDrop } from '../../../src/sidebar/pathDrop';
import type { PathRow, StepRow } from '../../../src/sidebar/pathNode';
import { writeInWorkspace } from '../editor/openDocument';

const name = 'docs/incidents/paths/dragged.md';
const text = '---\nkind: reading-path\n---\n\n# First weeks\n\n- INC-7 — a\n- INC-19 — b\n- INC-31 — c\n';

describe('a step of a reading path that is dragged', () => {
  it('is written to its new place in the file', async () => {
    const remove = await writeInWorkspace(name, text);
    try {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(folder);
      const uri = vscode.Uri.joinPath(folder.uri, name);
      const [first, third] = [rowAt(uri, 'INC-7', 7), rowAt(uri, 'INC-31', 9)];
      const drop = new PathDrop();
      const data = new vscode.DataTransfer();
      drop.handleDrag([third], data);
      await drop.handleDrop(first, data);
      const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.equal(written, text.replace('- INC-31 — c\n', '').replace('- INC-7', '- INC-31 — c\n- INC-7'));
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await remove();
    }
  });
});

/** The row of a step in the file; `line` is 1-based. */
function rowAt(uri: vscode.Uri, id: string, line: number): StepRow {
  const key = toKey(uri);
  const step: Step = { citation: id, id, reviews: [], why: '', line };
  const file = { key, source: '', path: name, format: 'markdown', text, title: '', audience: '' } as const;
  const path: ReadingPath = { key, title: 'First weeks', about: '', chapters: [{ heading: '', steps: [step] }], file };
  const parent: PathRow = { kind: 'path', id: key, path };
  return { kind: 'step', id, parent, path, step, citation: id };
}
