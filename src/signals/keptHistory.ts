import * as vscode from 'vscode';
import { fromHistoryCache, toHistoryCache } from '../indexing/historyCache';
import type { ReadHistory } from '../indexing/readHistory';

/** What was read of the history of a folder, kept in our own storage. It can be lost at any time: then it is read anew. */
export class KeptHistory {
  readonly #file: vscode.Uri | undefined;

  /** `place` tells the folders of a workspace apart. */
  constructor(storage: vscode.Uri | undefined, place: string) {
    this.#file = storage && vscode.Uri.joinPath(storage, `history-${nameOf(place)}.txt`);
  }

  async read(fingerprint: string): Promise<ReadHistory | undefined> {
    if (!this.#file) return undefined;
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#file);
      return await fromHistoryCache(new TextDecoder().decode(bytes), fingerprint);
    } catch {
      return undefined; // not kept yet
    }
  }

  /** Another window may do the same at the same time: the file is there as a whole, or as it was. */
  async write(history: ReadHistory, fingerprint: string): Promise<void> {
    if (!this.#file) return;
    const beside = this.#file.with({ path: `${this.#file.path}.${crypto.randomUUID()}.tmp` });
    try {
      await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(await toHistoryCache(history, fingerprint)));
      await vscode.workspace.fs.rename(beside, this.#file, { overwrite: true });
    } catch {
      // A full disk: then it is read anew the next time.
      await vscode.workspace.fs.delete(beside).then(undefined, () => {});
    }
  }
}

/** A number that tells places apart well enough: what is kept names its place itself. */
function nameOf(place: string): string {
  let hash = 5381;
  for (let at = 0; at < place.length; at++) hash = (hash * 33 + place.charCodeAt(at)) % 0x7fffffff;
  return hash.toString(36);
}
