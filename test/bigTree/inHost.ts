// Runs inside VS Code's extension host on the tree of makeBigTree.mjs. Prints one marked line of JSON; fails where an answer is wrong.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Citation } from '../../src/core/citations/citation';
import type { Api } from '../../src/extension';

const run = promisify(execFile);

/** What a cold start of the command line found on each branch, in the file that the environment names. */
type Expected = Readonly<Record<'main' | 'other', readonly Citation[]>>;

/** VS Code calls this. */
export { inHost as run };

async function inHost(): Promise<void> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const expected: Expected = JSON.parse(readFileSync(process.env.PRECEDENT_EXPECTED ?? '', 'utf8'));
  const figures: Record<string, unknown> = {};
  const probe = startProbe();
  const api = await vscode.extensions.getExtension<Api>('precedent.precedent')?.activate();
  assert.ok(api);
  await api.ready;
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
  await vscode.commands.executeCommand('precedent.gatherCitations');
  figures.gatheringMs = Date.now() - begun;
  assert.deepEqual(await found(), places(expected.main));
  figures.citations = expected.main.length;
  figures.whileGathering = probe.take();

  for (const branch of ['other', 'main', 'other'] as const) {
    begun = Date.now();
    await run('git', ['-c', 'core.hooksPath=.git/none', 'checkout', '--quiet', branch], { cwd: root });
    const ms = Date.now() - begun;
    await eventually(async () => assert.deepEqual(await found(), places(expected[branch])), 60_000);
    figures[`to_${branch}`] = { checkoutMs: ms, msUntilRight: Date.now() - begun, ...probe.take() };
  }
  probe.stop();
  console.log(`@@bench ${JSON.stringify(figures)}`);
}

function places(citations: readonly Citation[]): string[] {
  return [
    ...new Set(citations.map(({ path, line, column, id, known }) => `${path}:${line}:${column} ${id} ${known}`)),
  ].sort();
}

/** Every 100 ms, how long a command takes that goes to the window and back; ms. */
function startProbe() {
  let times: number[] = [];
  let isOn = true;
  void (async () => {
    while (isOn) {
      const begun = performance.now();
      await vscode.commands.executeCommand('setContext', 'precedent.probe', begun);
      times.push(performance.now() - begun);
      await pause(100);
    }
  })();
  return {
    stop: () => {
      isOn = false;
    },
    take: () => {
      const sorted = times.sort((a, b) => a - b);
      times = [];
      const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
      return { probes: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), mostMs: at(1) };
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function eventually(holds: () => Promise<void>, patience: number): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(250);
    }
  }
}
