import * as vscode from 'vscode';
import type { CitationGroup } from '../core/citations/citationGroups';
import { citationName } from '../core/wording/citationName';
import { joinWords } from '../core/wording/joinWords';
import { lensTitle } from '../core/wording/lensTitle';
import type { Commands } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import { onSettingChange, setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import { HeldLenses, type Lines } from './heldLenses';

/** ms without a key after which a comment that was typed in gets its lens. */
const rest = 1500;

/** A lens as it is shown: above the comment that stands on these lines. */
interface Lens extends Lines {
  readonly title: string;
  /** The citations, in the order in which they stand there. */
  readonly names: readonly string[];
}

/** Names, above each comment in code that cites reviews, the review or reviews it cites. */
export function registerLens(library: LiveLibrary, citations: TrackedCitations): vscode.Disposable {
  const lenses = new LensProvider(library, citations);
  return vscode.Disposable.from(lenses, vscode.languages.registerCodeLensProvider('*', lenses));
}

/** Provides these lenses, and holds those of a comment still while somebody types in it. */
export class LensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #citations: TrackedCitations;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #held = new Map<vscode.TextDocument, HeldLenses<Lens>>();
  readonly #subscriptions: vscode.Disposable[];
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(library: LiveLibrary, citations: TrackedCitations) {
    this.#library = library;
    this.#citations = citations;
    this.#subscriptions = [
      this.#changed,
      citations.onDidChange(() => this.#changed.fire()),
      onSettingChange(['precedent.codeLens.enabled'], () => this.#changed.fire()),
      vscode.workspace.onDidChangeTextDocument((change) => this.#edited(change)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#held.delete(document)),
    ];
  }

  get onDidChangeCodeLenses(): vscode.Event<void> {
    return this.#changed.event;
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!setting('precedent.codeLens.enabled', document) || !isCodeToWorkOn(document, this.#citations)) return [];
    if (this.#library.isReading) return []; // all at once, when everything is read: each one moves the code
    let held = this.#held.get(document);
    if (!held) {
      held = new HeldLenses((lens, lines) => ({ ...lens, ...lines }));
      if (!document.isClosed) this.#held.set(document, held);
    }
    const found = this.#citations.groups(document).flatMap((group) => toLens(document, group));
    return held.show(found).map(toCodeLens);
  }

  dispose(): void {
    clearTimeout(this.#resting);
    for (const each of this.#subscriptions) each.dispose();
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const held = this.#held.get(document);
    if (!held || contentChanges.length === 0) return;
    for (const { range, text } of contentChanges) {
      held.edit({
        startLine: range.start.line,
        endLine: range.end.line,
        endsAtLineStart: range.end.character === 0,
        breaks: text.split(/\r\n|\r|\n/).length - 1,
      });
    }
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      for (const each of this.#held.values()) each.settle();
      this.#changed.fire();
    }, rest);
  }
}

/** Prose and diagrams have no lenses, nor has what cannot be written to and lies outside of the workspace, such as the old side of a comparison. */
function isCodeToWorkOn(document: vscode.TextDocument, citations: TrackedCitations): boolean {
  const isWritable = vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
  if (!isWritable && !vscode.workspace.getWorkspaceFolder(document.uri)) return false;
  const language = citations.languageOf(document);
  return language !== undefined && !language.isProse && !language.isDiagram;
}

/** The lens of a comment; none where it cites nothing that we know, and none in the document of a review. */
function toLens(document: vscode.TextDocument, { start, end, citations }: CitationGroup): Lens[] {
  const known = citations.filter(({ kind, reviews }) => kind !== 'review' && reviews.length > 0);
  const title = lensTitle([...new Set(known.flatMap(({ reviews }) => reviews))]);
  if (title === '') return [];
  const names = [...new Set(known.map(({ id, passage }) => citationName(id, passage)))];
  return [{ line: document.positionAt(start).line, lastLine: document.positionAt(end).line, title, names }];
}

function toCodeLens({ line, title, names }: Lens): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
    title,
    tooltip: vscode.l10n.t('Open {0} to the side', joinWords(names, 3)),
    command: 'precedent.openReviewBeside' satisfies keyof Commands,
    arguments: [names] satisfies Commands['precedent.openReviewBeside'],
  });
}
