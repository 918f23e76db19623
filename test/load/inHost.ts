// Runs inside VS Code's extension host on a copy of the sample: the part that the environment names. Prints one marked line of JSON.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { hoverAt } from '../integration/editor/hoverAt';
import { startStallProbe } from '../integration/hostile/startStallProbe';
import type { Figure } from './figure';

const megabyte = 2 ** 20;
const branchSize = 5000;

/** VS Code calls this. */
export async function run(): Promise<void> {
  const figures = process.env.PRECEDENT_LOAD === 'cycles' ? await cycles() : await refresh();
  console.log(`@@load ${JSON.stringify(figures)}`);
}

/** The library read again 200 times, a branch of 5,000 other reviews, a document of 20,000 citations and one of a line of 10 MB. */
async function refresh(): Promise<Figure[]> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const api = await vscode.extensions.getExtension<Api>('precedent.precedent')?.activate();
  assert.ok(api);
  await api.ready;
  const refreshed = () => vscode.commands.executeCommand('precedent.refreshLibrary');
  await refreshed();
  for (let times = 0; times < 20; times++) await refreshed();
  const before = await left();
  for (let times = 0; times < 200; times++) await refreshed();
  const after = await left();

  makeBranches(root);
  await refreshed();
  await eventuallyTold(api, 'One');
  await refreshed();
  const beforeMany = await left();
  for (let times = 0; times < 10; times++) await refreshed();
  const afterMany = await left();

  const probe = startStallProbe();
  const begun = Date.now();
  git(root, 'checkout', '--quiet', 'other');
  await eventuallyTold(api, 'Other');
  const switched = Date.now() - begun;
  await pause(1000);
  const stall = probe.stop();
  for (let at = 1; at <= branchSize; at++) assert.equal((await api.getReview(`BR-${at}`))?.title, `Other ${at}`);

  const many = await hoverIn('// see INC-7, as ever\n'.repeat(20_000), new vscode.Position(19_990, 8));
  const long = await hoverIn(`// ${'word '.repeat(2 * megabyte)}\n// see INC-7\n`, new vscode.Position(1, 8));
  return [
    { name: 'memory grown after 200 refreshes', value: (after.heap - before.heap) / megabyte, limit: 10, unit: ' MB' },
    { name: 'handles more after 200 refreshes', value: after.handles - before.handles, limit: 5 },
    {
      name: 'memory grown after 10 refreshes of 5,000 reviews',
      value: (afterMany.heap - beforeMany.heap) / megabyte,
      limit: 20,
      unit: ' MB',
    },
    { name: 'a branch of 5,000 other reviews is known', value: switched / 1000, limit: 20, unit: ' s' },
    { name: 'longest stall of the host meanwhile', value: stall, limit: 200, unit: ' ms' },
    { name: 'first hover among 20,000 citations', value: many.first, unit: ' ms' },
    { name: 'the next one', value: many.next, limit: 200, unit: ' ms' },
    { name: 'first hover beside a line of 10 MB', value: long.first, unit: ' ms' },
    { name: 'the next one', value: long.next, limit: 200, unit: ' ms' },
  ];
}

/** Waits until the reviews of a branch are known. */
async function eventuallyTold(api: Api, title: string): Promise<void> {
  const begun = Date.now();
  for (;;) {
    const told = await Promise.all([1, 2, branchSize].map((at) => api.getReview(`BR-${at}`)));
    if (told.every((review) => review?.title.startsWith(title))) return;
    assert.ok(Date.now() - begun < 60_000, 'the branch is not seen');
    await pause(50);
  }
}

async function hoverIn(content: string, position: vscode.Position) {
  const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
  const timed = async () => {
    const begun = performance.now();
    assert.ok((await hoverAt(document, position)).length > 0, 'no card');
    return performance.now() - begun;
  };
  const first = await timed();
  return { first, next: await timed() };
}

/** The extension started and ended 20 times. */
async function cycles(): Promise<Figure[]> {
  const product = process.env.PRECEDENT_ROOT ?? '';
  const extension: Product = require(join(product, 'dist', 'extension.js'));
  const once = async () => {
    const context = contextIn(product);
    const api = extension.activate(context);
    await api.ready;
    assert.ok(await api.getReview('INC-7'));
    await pause(50);
    for (const each of context.subscriptions.splice(0).reverse()) await each.dispose();
  };
  await once();
  await once();
  const before = await left();
  for (let times = 0; times < 20; times++) await once();
  const after = await left();
  return [
    {
      name: 'heap grown after 20 starts and ends',
      value: (after.heap - before.heap) / megabyte,
      limit: 10,
      unit: ' MB',
    },
    { name: 'handles more after 20 starts and ends', value: after.handles - before.handles, limit: 5 },
  ];
}

interface Product {
  activate(context: unknown): Api;
}

/** What VS Code would hand over, as far as we ask for it. */
function contextIn(product: string) {
  const state = () => {
    const values = new Map<string, unknown>();
    return {
      keys: () => [...values.keys()],
      get: (key: string, otherwise?: unknown) => values.get(key) ?? otherwise,
      update: async (key: string, value: unknown) => void values.set(key, value),
      setKeysForSync() {},
    };
  };
  const { extension } = { extension: vscode.extensions.getExtension('precedent.precedent') };
  const subscriptions: { dispose(): unknown }[] = [];
  return {
    subscriptions,
    extension,
    extensionUri: vscode.Uri.file(product),
    asAbsolutePath: (path: string) => join(product, path),
    storageUri: vscode.Uri.file(join(process.env.TMPDIR ?? '/tmp', 'precedent-load-storage')),
    workspaceState: state(),
    globalState: state(),
  };
}

/** What is in use when all that nobody needs is gone. */
async function left(): Promise<{ readonly heap: number; readonly handles: number }> {
  // Threads that have nothing to do are ended after a while.
  await pause(25_000);
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let times = 0; times < 4; times++) {
    collect();
    await pause(100);
  }
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed + external, handles: process.getActiveResourcesInfo().length };
}

/** A second branch on which all of 5,000 reviews say something else. */
function makeBranches(root: string): void {
  const write = (title: string) => {
    for (let at = 1; at <= branchSize; at++)
      writeFileSync(
        join(root, 'docs', 'incidents', 'branch', `BR-${at}-review.md`),
        `# ${title} ${at}\n\nIt was off.\n`,
      );
    git(root, 'add', '--all');
    git(root, 'commit', '--quiet', '--message', title);
  };
  mkdirSync(join(root, 'docs', 'incidents', 'branch'), { recursive: true });
  write('One');
  git(root, 'checkout', '--quiet', '-b', 'other');
  write('Other');
  git(root, 'checkout', '--quiet', 'main');
}

function git(cwd: string, ...args: string[]): void {
  const own = ['-c', 'user.name=Sample', '-c', 'user.email=sample@example.com', '-c', 'core.hooksPath=.git/none'];
  execFileSync('git', [...own, '-c', 'commit.gpgsign=false', ...args], { cwd });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
