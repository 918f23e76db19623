// What the starts of VS Code do with the folder and ask of the extension, and how they measure the window meanwhile.
import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Citation } from '../../src/core/citations/citation';
import type { Api } from '../../src/extension';

/** What a cold start of the command line found on each branch, in the file that the environment names. */
export type Expected = Readonly<Record<'main' | 'other', readonly Citation[]>>;

/** How often one document is saved in a row. */
const savesOfOne = 20;

/** What is asked of a start, for another to answer the same: reviews as others get them, and where ids are cited. */
export interface Answers {
  readonly ids: readonly string[];
  readonly reviews: readonly string[];
  readonly citations: readonly string[];
}

/** Every tenth of the generated reviews, those made up, and all that is cited. */
export async function whatItAnswers(api: Api, ids: readonly string[]): Promise<Answers> {
  const asked = [...ids, ...Array.from({ length: 1000 }, (_, at) => `OPS-${1 + at * 10}`)];
  const reviews: string[] = [];
  for (const id of asked) {
    reviews.push(JSON.stringify(await api.getReview(id)) ?? 'none');
    await pause(0); // nobody else asks for a thousand stories in one turn
  }
  const citations = places((await Promise.all(asked.map((id) => api.findCitations(id)))).flat());
  return { ids, reviews, citations };
}

export function places(citations: readonly Citation[]): string[] {
  return [
    ...new Set(citations.map(({ path, line, column, id, known }) => `${path}:${line}:${column} ${id} ${known}`)),
  ].sort();
}

/** Every 100 ms, how long a command takes that goes to the window and back; ms. */
export function startProbe() {
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

/** Puts a branch into the working tree; ms that Git takes. */
export async function switchTo(root: string, branch: string): Promise<number> {
  const begun = Date.now();
  await promisify(execFile)('git', ['-c', 'core.hooksPath=.git/none', 'checkout', '--quiet', branch], { cwd: root });
  return Date.now() - begun;
}

/** Opens a document that cites reviews, in an editor, and lets VS Code be done with that. */
export async function openDesign(root: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.file(join(root, 'docs/design/locks.md')));
  await pause(4000);
  return editor;
}

/** Has one document saved many times, as somebody writes a line in it, and something else many more at once, one citation each. How many files, saves, ms. */
export async function saveMany({ document }: vscode.TextEditor, root: string, there: readonly Citation[]) {
  const saved = there.filter(({ path, kind }) => kind === 'comment' && path.endsWith('.go'));
  const files = [...new Set(saved.map(({ path }) => path))];
  const begun = Date.now();
  for (const path of files) appendFileSync(join(root, path), '\n// Saved at once, see INC-7.\n');
  for (let at = 0; at < savesOfOne; at++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount - 1, 0), 'And INC-8.\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
  }
  return { files: files.length, saves: savesOfOne, savedMs: Date.now() - begun };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
