import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension';
import { canarySecret } from '../../hostile/hostileCase';
import { controls } from '../../hostile/hostileCases';
import { closeSockets, hostileObjects, makeOutside } from '../../hostile/hostileFiles';
import { addControls, addObjects, canariesIn, fingerprint, unlockObjects } from '../../hostile/hostileLibrary';
import { fileInWorkspace, readLibrary, set } from '../editor/openDocument';
import { watchThrown } from './watchThrown';

// What becomes of each stands in test/hostile/library.test.ts.
describe('things of a file system that are no regular files, in a library that the extension reads', function () {
  this.timeout(120_000);
  const undo: (() => unknown)[] = [];
  const thrown = watchThrown();
  const source = fileInWorkspace('docs/objects').fsPath;
  let outside: string;
  let asItWas: readonly string[];
  let api: Api;

  before(async () => {
    outside = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-outside-')));
    undo.push(() => rmSync(outside, { recursive: true, force: true }));
    makeOutside(outside);
    undo.push(() => rmSync(source, { recursive: true, force: true }));
    addControls(source);
    addObjects(source, outside);
    undo.push(closeSockets, () => unlockObjects(source));
    asItWas = [source, outside].map(fingerprint);
    undo.push(await set('precedent.sources', ['docs/incidents', 'docs/objects']));
    await readLibrary();
    const extension = vscode.extensions.getExtension<Api>('precedent.precedent');
    assert.ok(extension);
    api = await extension.activate();
  });

  after(async () => {
    thrown.stop();
    for (const each of undo.splice(0).reverse()) await each();
    await readLibrary();
  });

  it('leave the reviews beside them as they are', async () => {
    const ids = ['CONTROL-1', 'CONTROL-2', 'CONTROL-3', 'INC-7'];
    const titles = await Promise.all(ids.map(async (id) => (await api.getReview(id))?.title));
    assert.equal(Object.keys(controls).length, 3);
    assert.deepEqual(titles, ['A lamp', 'A kettle', 'A toaster', 'Summer sale: every hold expired in the same second']);
  });

  it('tell nothing of what lies outside', async () => {
    const paths = hostileObjects.map(({ path }) => `docs/objects/${path}`);
    const ids = hostileObjects.flatMap(({ path }) => /OBJ-\d+/.exec(path)?.[0] ?? []);
    const told = JSON.stringify(await Promise.all([...paths, ...ids, 'SECRET-1'].map((name) => api.getReview(name))));
    assert.match(told, /A kettle/);
    assert.doesNotMatch(told, new RegExp(`${canarySecret}|root:.*:0:0:`));
    for (const { path, mayBeReview } of hostileObjects)
      if (!mayBeReview) assert.equal(await api.getReview(`docs/objects/${path}`), undefined, path);
  });

  it('are words among the symbols of the workspace', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'OBJ',
    );
    const names = symbols.map(({ name, containerName }) => `${name} ${containerName}`);
    assert.ok(names.length > 5);
    for (const name of names) assert.doesNotMatch(name, /\$\([a-z]|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('run nothing, change nothing, and nothing is thrown', () => {
    assert.deepEqual([source, outside].map(fingerprint), asItWas);
    assert.deepEqual(canariesIn(fileInWorkspace('').fsPath), []);
    assert.deepEqual(thrown.errors, []);
  });
});
