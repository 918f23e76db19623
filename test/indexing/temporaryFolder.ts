import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Makes a folder with these files (by `/`-separated path), which goes away after the tests of the suite. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) addFile(folder, path, content);
  return folder;
}

/** Writes a file below a folder, making the folders between. */
export function addFile(folder: string, path: string, content: string | Uint8Array): void {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
}

/** Makes a FIFO: a file that blocks for ever whoever opens it. There are none on Windows. */
export function makeFifo(folder: string, path: string): void {
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', join(folder, path)]);
}

const made: string[] = [];

after(function () {
  this.timeout(60_000); // a slow disk, and hundreds of them
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
