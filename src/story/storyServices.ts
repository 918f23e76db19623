import type * as vscode from 'vscode';
import type { LiveLibrary } from '../host/liveLibrary';
import type { LivePaths } from '../host/livePaths';
import type { Log } from '../host/log';
import type { MarginNotes } from '../host/marginNotes';
import type { ReaderMemory } from '../host/readerMemory';
import type { WorkspaceCitations } from '../host/workspaceCitations';

/** What a story is made with. */
export interface StoryServices {
  readonly library: LiveLibrary;
  readonly citations: WorkspaceCitations;
  readonly paths: LivePaths;
  readonly memory: ReaderMemory;
  readonly notes: MarginNotes;
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
}
