// Runs inside VS Code's extension host: the part that the environment names. Prints one marked line of JSON.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Citation } from '../../src/core/citations/citation';
import type { Review } from '../../src/core/reviews/review';
import type { Api } from '../../src/extension';
import { hoverAt } from '../integration/editor/hoverAt';
import { startStallProbe } from '../integration/hostile/startStallProbe';
import type { Figure } from './figure';
import { countRegistered, type InUse, inUse } from './standings';

const megabyte = 2 ** 20;

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = { cycles, refreshes, branch };

/** VS Code calls this. */
export async function run(): Promise<void> {
  const part = parts[process.env.PRECEDENT_LOAD ?? ''];
  assert.ok(part);
  console.log(`@@load ${JSON.stringify(await part())}`);
}

interface Product {
  activate(context: unknown): Api;
}

/** The extension that VS Code has started does nothing: it hands over its context, and `start` starts what we develop. */
async function handedOver(): Promise<{
  readonly folder: string;
  start(): { readonly api: Api; readonly subscriptions: readonly vscode.Disposable[]; end(): Promise<void> };
}> {
  const extension = vscode.extensions.getExtension<vscode.ExtensionContext>('precedent.precedent');
  assert.ok(extension);
  const context = await extension.activate();
  const folder = extension.extensionPath;
  return {
    folder,
    start() {
      const product: Product = require(join(folder, 'dist', 'extension.js'));
      const subscriptions: vscode.Disposable[] = [];
      const own: vscode.ExtensionContext = Object.create(context, { subscriptions: { value: subscriptions } });
      const api = product.activate(own);
      return {
        api,
        subscriptions,
        async end() {
          for (const each of subscriptions.splice(0).reverse()) await each.dispose();
        },
      };
    },
  };
}

/** The extension started, used and ended 20 times. */
async function cycles(): Promise<Figure[]> {
  const { folder, start } = await handedOver();
  const registered = countRegistered(folder);
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(root);
  const code = vscode.Uri.joinPath(root, 'services', 'booking', 'internal', 'holds', 'expiry.go');
  const libraries: WeakRef<object>[] = [];
  let most = 0;
  const once = async () => {
    const { api, subscriptions, end } = start();
    await api.ready;
    assert.ok(await api.getReview('INC-7'));
    assert.ok((await api.findCitations('INC-7')).length > 0);
    const document = await vscode.workspace.openTextDocument(code);
    await vscode.window.showTextDocument(document);
    const place = document.positionAt(document.getText().indexOf('INC-7') + 1);
    assert.ok((await hoverAt(document, place)).length > 0, `no card in round ${libraries.length}`);
    await vscode.commands.executeCommand('precedent.openStory', 'INC-7');
    await pause(300);
    most = Math.max(most, total(registered));
    libraries.push(
      ...subscriptions.filter((each) => each.constructor.name === 'LiveLibrary').map((each) => new WeakRef(each)),
    );
    await end();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  };
  for (let times = 0; times < 5; times++) await once();
  const before = await inUse();
  for (let times = 0; times < 20; times++) await once();
  const after = await inUse();
  assert.ok(most > 100 && libraries.length === 25, 'nothing was counted');
  return [
    ...grown(before, after, '20 starts and ends', 4),
    { name: `of ${most} things registered with VS Code not taken back`, value: total(registered), limit: 0 },
    { name: 'of 25 libraries still there', value: libraries.filter((each) => each.deref()).length, limit: 1 },
  ];
}

/** The library read again 200 times. */
async function refreshes(): Promise<Figure[]> {
  const { start } = await handedOver();
  const { api } = start();
  await api.ready;
  const refreshed = async () => {
    await vscode.commands.executeCommand('precedent.refreshLibrary');
    assert.ok((await api.findCitations('INC-7')).length > 0);
  };
  for (let times = 0; times < 50; times++) await refreshed();
  const before = await inUse();
  for (let times = 0; times < 200; times++) await refreshed();
  return grown(before, await inUse(), '200 refreshes', 4);
}

const reviews = 2500;

/** A branch on which 2,500 reviews and 2,500 files of code are others. */
async function branch(): Promise<Figure[]> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  makeBranches(root);
  const { folder, start } = await handedOver();
  const { api } = start();
  await api.ready;
  const ids = Array.from({ length: reviews }, (_, at) => `BR-${at + 1}`);
  const switched: number[] = [];
  let stall = 0;
  for (const name of ['main', 'other', 'main', 'other']) {
    const probe = startStallProbe();
    const begun = Date.now();
    await exec('git', ['-c', 'core.hooksPath=.git/none', 'checkout', '--quiet', name], { cwd: root });
    await settled(api, name);
    switched.push(Date.now() - begun);
    await pause(1000);
    stall = Math.max(stall, probe.stop());
    const told = await Promise.all(ids.map((id) => api.getReview(id)));
    const cited = (await Promise.all(ids.map((id) => api.findCitations(id)))).flat();
    const cold = await fromCommandLine(folder, root);
    assert.deepEqual(
      told.map((review) => review?.title),
      ids.map((id) => cold.titles.get(id)),
      name,
    );
    assert.deepEqual(places(cited), places(cold.citations), name);
    assert.equal(cited.length, reviews);
  }
  return [
    { name: 'a branch of 5,000 other files is known', value: Math.max(...switched) / 1000, limit: 20, unit: ' s' },
    { name: 'longest stall of the host meanwhile', value: stall, limit: 200, unit: ' ms' },
  ];
}

const exec = promisify(execFile);

function places(citations: readonly Citation[]): string[] {
  const own = citations.filter(({ path }) => path.startsWith('branch/'));
  return own.map(({ path, line, column, id, known }) => `${path}:${line}:${column} ${id} ${known}`).sort();
}

/** What a cold start finds. */
async function fromCommandLine(folder: string, root: string) {
  const ask = async (what: string): Promise<string> => {
    const given = [join(folder, 'dist', 'cli.js'), what, '--root', root, '--format', 'json'];
    return (await exec(process.execPath, given, { maxBuffer: 2 ** 28 })).stdout;
  };
  const list: { readonly reviews: readonly Review[] } = JSON.parse(await ask('list'));
  const { citations }: { readonly citations: readonly Citation[] } = JSON.parse(await ask('citations'));
  return { titles: new Map(list.reviews.map(({ id, title }) => [id, title])), citations };
}

/** Waits until the reviews and the citations of a branch are known. */
async function settled(api: Api, name: string): Promise<void> {
  const begun = Date.now();
  const at = name === 'other' ? 2 : 1;
  for (;;) {
    const ids = ['BR-1', 'BR-2', `BR-${reviews}`];
    const titles = await Promise.all(ids.map(async (id) => (await api.getReview(id))?.title));
    const lines = (await Promise.all(ids.map((id) => api.findCitations(id)))).flat().map(({ line }) => line);
    if (titles.every((title) => title?.startsWith(name)) && lines.length === 3 && lines.every((line) => line === at))
      return;
    assert.ok(
      Date.now() - begun < 120_000,
      `the branch ${name} is not seen: ${titles.join(', ')}; ${lines.join(', ')}`,
    );
    await pause(100);
  }
}

/** Two branches: on both there are the same files, and all of them say something else. */
function makeBranches(root: string): void {
  const git = (...args: string[]) => {
    const own = ['-c', 'user.name=Sample', '-c', 'user.email=sample@example.com', '-c', 'core.hooksPath=.git/none'];
    execFileSync('git', [...own, '-c', 'commit.gpgsign=false', ...args], { cwd: root });
  };
  const write = (title: string, before: string) => {
    for (let at = 1; at <= reviews; at++) {
      writeFileSync(
        join(root, 'docs', 'incidents', 'branch', `BR-${at}-review.md`),
        `# ${title} ${at}\n\nIt was off.\n`,
      );
      writeFileSync(join(root, 'branch', `code-${at}.ts`), `${before}// see BR-${at}\n`);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', title);
  };
  for (const folder of ['branch', 'docs/incidents/branch']) mkdirSync(join(root, folder), { recursive: true });
  write('main', '');
  git('checkout', '--quiet', '-b', 'other');
  write('other', 'let a = 1;\n');
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function grown(before: InUse, after: InUse, what: string, megabytes: number): Figure[] {
  return [
    { name: `memory more after ${what}`, value: (after.heap - before.heap) / megabyte, limit: megabytes, unit: ' MB' },
    { name: `handles more after ${what}`, value: after.handles - before.handles, limit: 2 },
    { name: `threads more after ${what}`, value: after.threads - before.threads, limit: 1 },
    { name: `open files more after ${what}`, value: after.files - before.files, limit: 2 },
  ];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
