import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardAt, hoverAt } from './editor/hoverAt';
import { lockReview } from './editor/lockReview';
import { eventually, fileInWorkspace, readLibrary, writeInWorkspace } from './editor/openDocument';

describe('diagrams', () => {
  before(lockReview.add);
  after(lockReview.remove);

  const drawings: Record<string, [path: string, line: RegExp, id: string]> = {
    'a label of Graphviz': ['docs/design/life-of-a-hold.dot', /drawn by lot \(/, 'INC-7'],
    'a description of Structurizr': ['docs/architecture/workspace.dsl', /number of its lease \(/, 'INC-52'],
    'a value of draw.io': ['docs/architecture/boat-gateway.drawio', /anything at once is /, 'INC-2026-014'],
    'a text of SVG': ['docs/design/notice-on-its-way.svg', /<tspan>\(/, 'INC-24'],
    'a text of Excalidraw': ['docs/design/lease-handover.excalidraw', /older than 18\\n\(/, 'INC-52'],
    'a note of PlantUML': ['docs/design/offline-validation.puml', /a small Q \(/, 'INC-19'],
    'a fence of Mermaid': ['docs/design/waiting-room.md', /300 to 480 s \(/, 'INC-7'],
  };
  for (const [name, [path, before, id]] of Object.entries(drawings)) {
    it(`have the card on ${name}`, async () => {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace(path));
      const found = before.exec(document.getText());
      assert.ok(found, `${before} is not in ${path}`);
      const position = document.positionAt(found.index + found[0].length + 1);
      assert.match(await cardAt(document, position), new RegExp(`^Precedent · ${id} · `));
    });
  }

  it('have no card where nobody reads', async () => {
    const remove = await writeInWorkspace('docs/design/styled.mmd', 'flowchart LR\n  classDef INC-900 fill:#fff\n');
    try {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/design/styled.mmd'));
      assert.deepEqual(await hoverAt(document, new vscode.Position(1, 13)), []);
    } finally {
      await remove();
    }
  });

  it('take a citation in their own syntax', async () => {
    const remove = await writeInWorkspace('docs/design/room.mmd', 'flowchart LR\n  A["the room"] --> B\n');
    try {
      await readLibrary();
      const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/design/room.mmd'));
      const editor = await vscode.window.showTextDocument(document);
      await eventually(() => assert.equal(vscode.window.activeTextEditor?.document, document));
      const citeAt = (at: vscode.Position) => {
        editor.selection = new vscode.Selection(at, at);
        return vscode.commands.executeCommand('precedent.citeReview', { citation: 'INC-900' });
      };
      await citeAt(new vscode.Position(1, '  A["the room'.length));
      await citeAt(document.lineAt(1).range.end);
      assert.equal(
        document.getText(),
        'flowchart LR\n  %% see INC-900: A lock nobody held\n  A["the room INC-900"] --> B\n',
      );
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      await remove();
    }
  });
});
