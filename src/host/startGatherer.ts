import * as vscode from 'vscode';
import type { CitationIndex } from '../core/citations/citationIndex';
import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import { CitationGatherer, type GatheredRoot } from '../indexing/citationGatherer';
import type { Gatherer } from '../indexing/gatherer';
import { gatheringThread } from '../indexing/gatheringThread';
import { nodeFileSystem } from '../indexing/nodeFileSystem';
import { RemoteGatherer } from '../indexing/remoteGatherer';
import type { Log } from './log';

/** What makes the gatherer of a window: for an index that is empty, with the languages and the library as they are now. */
export type StartGatherer = (
  index: CitationIndex,
  languages: Languages,
  known: KnownIds,
) => Gatherer & vscode.Disposable;

/** Gathers here, in slices that leave others their turn: where there are no threads, or files are read through the editor. */
export const gatherHere: StartGatherer = (index, languages, known) => {
  const gatherer = new CitationGatherer(index, languages, known);
  return Object.assign(gatherer, { dispose: () => {} });
};

/** Gathers in a thread of its own where all folders of the window are read with Node; {@link gatherHere} elsewhere. */
export function gatherInThread(extensionUri: vscode.Uri, log: Log): StartGatherer {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'gatherer.js').fsPath;
  return (index, languages, known) => {
    const port = gatheringThread?.(file);
    if (!port) return gatherHere(index, languages, known);
    const onLost = (reason: string) => log.warn(`Citations are gathered in the window from now on: ${reason}.`);
    return new RemoteGatherer(index, { languages, known, port, canRead: isReadByNode, onLost });
  };
}

function isReadByNode({ fileSystem }: GatheredRoot): boolean {
  return fileSystem === nodeFileSystem;
}
