import * as vscode from 'vscode';
import { citationMarkdown } from '../host/cardMarkdown';
import type { LiveLibrary } from '../host/liveLibrary';
import { toRange } from '../host/places';
import { setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';

/** Shows the card of the review whose citation is under the pointer. */
export function registerHover(library: LiveLibrary, citations: TrackedCitations): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    provideHover(document, position) {
      if (!setting('precedent.hover.enabled', document)) return undefined;
      const citation = citations.at(document, position);
      if (!citation) return undefined;
      return new vscode.Hover(citationMarkdown(citation, library), toRange(document, citation));
    },
  });
}
