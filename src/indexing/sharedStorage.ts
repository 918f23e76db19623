import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** VS Code tries nine. */
const ofAnotherWindow = /^(.+)-[1-9]$/;

/**
 * The folder in which all windows on a workspace keep what they read, given the one in which VS Code has this window keep it (a path of the system).
 *
 * VS Code keeps what belongs to a workspace in `workspaceStorage/ID/EXTENSION`, and gives a second window on the same one `ID-1` (and so on), also
 * where the first has just been closed and the system has not noticed (vscode/src/vs/workbench/api/node/extHostStoragePaths.ts). There the window
 * would find nothing and read everything anew. What we keep may be read and written by many at once (`bufferFile`), so all have the
 * first one. Where there is no such folder, this window's own.
 */
export function sharedStorage(own: string): string {
  const workspace = dirname(own);
  const first = ofAnotherWindow.exec(basename(workspace))?.[1];
  if (first === undefined) return own;
  const shared = join(dirname(workspace), first);
  return existsSync(shared) ? join(shared, basename(own)) : own;
}
