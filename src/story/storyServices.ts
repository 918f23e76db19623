import type * as vscode from 'vscode';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import type { WorkspaceCitations } from '../host/workspaceCitations';

/** What a story is made with. */
export interface StoryServices {
  readonly library: LiveLibrary;
  readonly citations: WorkspaceCitations;
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
}
