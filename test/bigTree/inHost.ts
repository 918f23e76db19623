// Runs inside VS Code's extension host on the tree of makeBigTree.mjs. Prints one marked line of JSON; fails where an answer is wrong.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { eventually } from '../integration/editor/openDocument';
import { type Expected, openDesign, pause, places, saveMany, startProbe, switchTo, whatItAnswers } from './asking';

/** ms between two questions for all answers, so that they are not what keeps the window busy. */
const betweenLooks = 250;

/** VS Code calls this. */
export async function run(): Promise<void> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const expected: Expected = JSON.parse(readFileSync(process.env.PRECEDENT_EXPECTED ?? '', 'utf8'));
  const figures: Record<string, unknown> = {};
  const probe = startProbe();
  await vscode.commands.executeCommand('precedent.library.focus');
  const started = Date.now();
  const api = await vscode.extensions.getExtension<Api>('precedent.precedent')?.activate();
  assert.ok(api);
  console.log('@@shot reading');
  await api.ready;
  figures.msUntilRead = Date.now() - started;
  const ids = [...new Set([...expected.main, ...expected.other].map(({ id }) => id ?? ''))].sort();
  const found = async () => places((await Promise.all(ids.map((id) => api.findCitations(id)))).flat());

  // Who asks for citations begins the search; it is stopped in the middle.
  const asked = found();
  await pause(100);
  await vscode.commands.executeCommand('precedent.stopGathering');
  await asked;
  const stopped = (await found()).length;
  // VS Code has enough to do with itself when it opens a folder.
  await pause(8000);
  figures.whileOpening = probe.take();
  await pause(3000);
  figures.atRest = probe.take();
  assert.equal((await found()).length, stopped, 'it went on after it was stopped');
  assert.ok(stopped < expected.main.length, 'it was over before it could be stopped');
  figures.citationsWhenStopped = stopped;

  let begun = Date.now();
  setTimeout(() => console.log('@@shot gathering'), 300);
  await vscode.commands.executeCommand('precedent.gatherCitations');
  figures.gatheringMs = Date.now() - begun;
  assert.deepEqual(await found(), places(expected.main));
  figures.citations = expected.main.length;
  figures.whileGathering = probe.take();

  for (const branch of ['other', 'main', 'other'] as const) {
    begun = Date.now();
    const checkoutMs = await switchTo(root, branch);
    await eventually(async () => assert.deepEqual(await found(), places(expected[branch])), 60_000, betweenLooks);
    figures[`to_${branch}`] = { checkoutMs, msUntilRight: Date.now() - begun, ...probe.take() };
  }

  // The editor saves some, and something else many more.
  const editor = await openDesign(root);
  figures.whileOpeningAnEditor = probe.take();
  begun = Date.now();
  const burst = await saveMany(editor, root, expected.other);
  const total = expected.other.length + burst.files + burst.saves;
  await eventually(async () => assert.equal((await found()).length, total), 60_000, betweenLooks);
  figures.burst = { ...burst, msUntilRight: Date.now() - begun, ...probe.take() };

  // A cold index once more, now that VS Code has nothing to do with itself.
  await pause(3000);
  probe.take();
  begun = Date.now();
  await vscode.commands.executeCommand('precedent.rebuildIndex');
  figures.rebuildMs = Date.now() - begun;
  figures.whileRebuilding = probe.take();
  assert.equal((await found()).length, total, 'after the index was rebuilt');

  probe.stop();
  await vscode.commands.executeCommand('precedent.library.focus');
  console.log('@@shot read');
  await pause(3000);
  writeFileSync(process.env.PRECEDENT_ANSWERS ?? '', JSON.stringify(await whatItAnswers(api, ids)));
  console.log(`@@bench ${JSON.stringify(figures)}`);
}
