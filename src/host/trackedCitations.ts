import * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import type { CitationGroup } from '../core/citations/citationGroups';
import type { FindOptions } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Language } from '../core/citations/languages';
import { OpenText } from '../core/citations/openText';
import type { ReviewDocument } from '../core/reviews/review';
import type { InstalledLanguages } from './installedLanguages';
import type { LiveLibrary } from './liveLibrary';
import { noFiles } from './noFiles';
import { toKey } from './places';
import { onSettingChange, setting } from './settings';

/** Longer documents are left alone, in UTF-16 units. */
const longest = 5_000_000;

/** Kinds of documents in which nothing is looked for: what programs print is not what people write. */
const ignoredLanguages = new Set(['log', 'Log', 'code-text-binary', 'search-result']);

/** Whether citations are looked for in a document, or why not. */
export type Cover = 'read' | 'ignored' | 'unknownLanguage' | 'tooLong';

interface Tracked {
  readonly open: OpenText;
  readonly known: KnownIds;
  readonly language: Language;
}

/** The citations of open documents. One object serves hover, lens, completion and the rest, so they can never disagree. */
export class TrackedCitations implements vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #languages: InstalledLanguages;
  readonly #tracked = new Map<vscode.TextDocument, Tracked>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(library: LiveLibrary, languages: InstalledLanguages) {
    this.#library = library;
    this.#languages = languages;
    const forget = () => {
      this.#tracked.clear();
      this.#changed.fire();
    };
    this.#subscriptions = [
      this.#changed,
      library.onDidChange(() => this.#changed.fire()),
      languages.onDidChange(forget),
      onSettingChange(['precedent.matchIn', 'precedent.comments'], forget),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.#edit(document, contentChanges)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#tracked.delete(document)),
    ];
  }

  /** Fires when the citations of a document may be others for a reason outside of it: the library, the settings. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** The citations of a document, in order; none in what programs print and in languages we do not know. */
  of(document: vscode.TextDocument): readonly FoundCitation[] {
    return this.#track(document)?.open.citations ?? [];
  }

  /** The citations of a document by the comment in which they stand, in order. */
  groups(document: vscode.TextDocument): readonly CitationGroup[] {
    return this.#track(document)?.open.groups ?? [];
  }

  /** Whether a name of an incident written at a position would count: in a comment or in prose, as a rule. */
  counts(document: vscode.TextDocument, position: vscode.Position): boolean {
    return this.#track(document)?.open.counts(document.offsetAt(position)) ?? false;
  }

  /** The citation at a position, its last character included. */
  at(document: vscode.TextDocument, position: vscode.Position): FoundCitation | undefined {
    return this.#track(document)?.open.at(document.offsetAt(position));
  }

  /** Whether a document is looked at, or why not. */
  coverOf(document: vscode.TextDocument): Cover {
    if (isIgnored(document)) return 'ignored';
    if (!this.languageOf(document)) return 'unknownLanguage';
    return document.getText().length > longest ? 'tooLong' : 'read';
  }

  /** The reviews of which a document is the source. */
  reviewsIn(document: vscode.TextDocument): readonly ReviewDocument[] {
    return this.#library.library.in(toKey(document.uri));
  }

  /** The language of a document as the scanner knows it; nothing for one it does not know. */
  languageOf(document: vscode.TextDocument): Language | undefined {
    if (isIgnored(document)) return undefined;
    return this.#languages.find({
      languageId: document.languageId,
      path: document.uri.path,
      firstLine: document.lineCount > 0 ? document.lineAt(0).text : '',
    });
  }

  /** What the finder is told about a document. */
  optionsFor(document: vscode.TextDocument): FindOptions {
    return {
      matchIn: setting('precedent.matchIn', document),
      path: vscode.workspace.asRelativePath(document.uri, false),
      key: toKey(document.uri),
    };
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }

  #track(document: vscode.TextDocument): Tracked | undefined {
    const { known } = this.#library;
    const there = this.#tracked.get(document);
    const language = this.languageOf(document);
    if (there?.known === known && there.language === language) return there;
    if (!language) return undefined;
    const text = document.getText();
    if (text.length > longest) return undefined;
    const tracked = { open: new OpenText(text, language, known, this.optionsFor(document)), known, language };
    // A document that VS Code has closed sends no further changes.
    if (!document.isClosed) this.#tracked.set(document, tracked);
    return tracked;
  }

  #edit(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const tracked = this.#tracked.get(document);
    if (!tracked || changes.length === 0) return;
    tracked.open.edit(
      changes.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text,
      })),
    );
  }
}

function isIgnored({ uri, languageId }: vscode.TextDocument): boolean {
  return noFiles.has(uri.scheme) || ignoredLanguages.has(languageId);
}
