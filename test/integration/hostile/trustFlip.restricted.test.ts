import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension';
import { cardAt } from '../editor/hoverAt';
import { eventually, openText, readLibrary, set, writeInWorkspace } from '../editor/openDocument';

// Trust is not taken back: this comes last of its run.
if (!vscode.workspace.isTrusted) {
  describe('trust that is given while the window is open', function () {
    this.timeout(60_000);
    const undo: (() => unknown)[] = [];
    let api: Api;

    before(async () => {
      const outside = mkdtempSync(join(tmpdir(), 'precedent-library-'));
      undo.push(() => rmSync(outside, { recursive: true }));
      writeFileSync(join(outside, 'INC-950-elsewhere.md'), '# A lamp elsewhere\n\nIt was on.\n');
      const settings = { 'precedent.sources': [outside, 'docs/incidents'], 'precedent.idPatterns': ['case\\s\\d+'] };
      undo.push(await writeInWorkspace('.vscode/settings.json', JSON.stringify(settings)));
      undo.push(await writeInWorkspace('docs/incidents/INC-951-case.md', '---\naliases: [case 12]\n---\n# A case\n'));
      await readLibrary();
      const extension = vscode.extensions.getExtension<Api>('precedent.precedent');
      assert.ok(extension);
      api = await extension.activate();
    });

    after(async () => {
      for (const each of undo.splice(0).reverse()) await each();
    });

    it('is needed for settings of the folder that lead outside', async () => {
      assert.equal(vscode.workspace.getConfiguration('precedent').get<string[]>('sources')?.length, 0);
      assert.equal(await api.getReview('INC-950'), undefined);
      assert.equal((await api.getReview('INC-7'))?.title, 'Summer sale: every hold expired in the same second');
      const { document, marked } = await openText('typescript', '// see «INC-7»');
      assert.match(await cardAt(document, marked), /Summer sale/);
    });

    it('is needed for agents, also where the user allows them', async () => {
      undo.push(await set('precedent.agents.enabled', true));
      await assert.rejects(ask());
    });

    it('counts at once when it comes', async () => {
      const granted = new Promise<void>((resolve) => {
        undo.push(() => subscription.dispose());
        const subscription = vscode.workspace.onDidGrantWorkspaceTrust(() => resolve());
      });
      await vscode.commands.executeCommand('workbench.trust.manage');
      console.log('@@trust');
      await granted;
      assert.equal(vscode.workspace.isTrusted, true);
      await eventually(async () => assert.equal((await api.getReview('INC-950'))?.title, 'A lamp elsewhere'), 20_000);
      assert.equal((await api.getReview('INC-7'))?.title, 'Summer sale: every hold expired in the same second');
      const { document, marked } = await openText('typescript', '// see «INC-950»');
      assert.match(await cardAt(document, marked), /A lamp elsewhere/);
      await eventually(async () => assert.match(await ask(), /"A lamp elsewhere"/), 20_000);
    });
  });
}

/** What an agent is answered that asks for a review. */
async function ask(): Promise<string> {
  const { content } = await vscode.lm.invokeTool('get_incident_review', {
    input: { id: 'INC-950' },
    toolInvocationToken: undefined,
  });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}
