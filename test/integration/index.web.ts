import 'mocha/mocha';
import { sample } from 'virtual:sample';
import * as vscode from 'vscode';

/**
 * VS Code calls this inside its worker host, which has neither files nor Node: mocha's browser build runs there, the
 * suites are part of this bundle (see test/rig/webSuites.mjs), and marked lines on the console are the report.
 */
export async function run(): Promise<void> {
  await writeSample();
  mocha.setup({ ui: 'bdd', timeout: 20_000, reporter: silent });
  await import('virtual:suites');
  const counts = { passed: 0, failed: 0, skipped: [] as string[] };
  const failures: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run(() => {
      report([`${counts.passed} passing`, ...failures].join('\n'));
      console.log(`@@summary ${JSON.stringify(counts)}`);
      if (counts.failed > 0) reject(new Error(`${counts.failed} tests failed`));
      else if (counts.passed === 0) reject(new Error('no test ran'));
      else resolve();
    });
    runner.on('pass', (test) => {
      counts.passed++;
      report(`✔ ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      counts.failed++;
      report(`✖ ${test.fullTitle()}`);
      failures.push(`✖ ${test.fullTitle()}`, ...causes(error));
    });
    runner.on('pending', (test) => {
      counts.skipped.push(test.fullTitle());
      report(`- ${test.fullTitle()}`);
    });
  });
}

/** An error and what lies behind it (fast-check's do), each with its stack down to where mocha called. */
function causes(error: Error): string[] {
  const text = (error.stack ?? error.message).replace(/\n\s*at callFn .*/s, '');
  return error.cause instanceof Error ? [text, ...causes(error.cause)] : [text];
}

/** Puts the sample into the empty folder in memory that the window has open. */
async function writeSample(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) throw new Error('The window has no folder open.');
  for (const [path, base64] of Object.entries(sample)) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes);
  }
}

/** Each line of a report is marked, since the console is VS Code's, too. */
function report(text: string): void {
  for (const line of text.split('\n')) console.log(`@@report ${line}`);
}

/** mocha wants a reporter, and its own print to a page; we listen to the runner instead. */
const silent = class {} as unknown as Mocha.ReporterConstructor;
