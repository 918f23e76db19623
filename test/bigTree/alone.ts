// Runs inside VS Code's extension host without the extension: what VS Code takes by itself to open the folder, for another branch, and for a burst of
// saves, for comparison. Prints one marked line of JSON.
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { type Expected, openDesign, pause, saveMany, startProbe, switchTo } from './asking';

/** ms in which VS Code is done with what was changed. */
const settled = 3000;

/** VS Code calls this. */
export async function run(): Promise<void> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const expected: Expected = JSON.parse(readFileSync(process.env.PRECEDENT_EXPECTED ?? '', 'utf8'));
  const figures: Record<string, unknown> = {};
  const probe = startProbe();
  await pause(12_000);
  figures.whileOpening = probe.take();
  for (const branch of ['other', 'main', 'other'] as const) {
    await switchTo(root, branch);
    await pause(settled);
    figures[`to_${branch}`] = probe.take();
  }
  const editor = await openDesign(root);
  figures.whileOpeningAnEditor = probe.take();
  await saveMany(editor, root, expected.other);
  await pause(settled);
  figures.burst = probe.take();
  probe.stop();
  console.log(`@@bench ${JSON.stringify(figures)}`);
}
