import type * as vscode from 'vscode';
import type { InstalledLanguages } from '../host/installedLanguages';
import type { LiveLibrary } from '../host/liveLibrary';
import type { LivePaths } from '../host/livePaths';
import type { Log } from '../host/log';
import type { WorkspaceCitations } from '../host/workspaceCitations';

/** What learning signals are made with. */
export interface SignalsServices {
  readonly library: LiveLibrary;
  readonly citations: WorkspaceCitations;
  readonly languages: InstalledLanguages;
  readonly paths: LivePaths;
  /** Where what was read of a history is kept; nothing where there is no place for it. */
  readonly storage: vscode.Uri | undefined;
  readonly log: Log;
}
