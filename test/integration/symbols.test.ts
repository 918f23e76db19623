import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './editor/lockReview';
import { readLibrary, writeInWorkspace } from './editor/openDocument';

async function symbols(query: string): Promise<readonly vscode.SymbolInformation[]> {
  const all = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return all.filter(
    ({ kind, location }) => kind === vscode.SymbolKind.Event && location.uri.path.includes('/docs/incidents/'),
  );
}

describe('the symbols of the workspace', () => {
  before(lockReview.add);
  after(lockReview.remove);

  const cases: Record<string, string> = {
    'a review by its id': 'INC-900',
    'a review by its id in any case': 'inc-900',
    'a review by the words of its title, in any order': 'nobody lock',
    'a review by letters of its title': 'lcknbdy',
  };
  for (const [name, query] of Object.entries(cases)) {
    it(`hold ${name}`, async () => {
      const [first] = await symbols(query);
      assert.equal(first?.name, 'INC-900 · A lock nobody held');
      assert.equal(first?.containerName, '5 March 2024');
    });
  }

  it('hold no review that has nothing of the query', async () => {
    assert.deepEqual(await symbols('qqzzxx'), []);
  });

  it('hold no icons that a title may ask for', async () => {
    const remove = await writeInWorkspace('docs/incidents/INC-904-icon.md', '# Look $(flame) here\n\nText.');
    await readLibrary();
    try {
      const [found] = await symbols('INC-904');
      assert.ok(found && !found.name.includes('$('), found?.name);
    } finally {
      await remove();
      await readLibrary();
    }
  });
});
