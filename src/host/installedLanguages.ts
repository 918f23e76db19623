import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { type CommentMarks, type Language, type LanguageClues, Languages } from '../core/citations/languages';
import { marksFromWords } from '../core/citations/marksFromWords';
import { readLanguageConfiguration } from '../core/citations/readLanguageConfiguration';
import { onSettingChange, setting } from './settings';

/**
 * The languages the scanner knows here: its own table, what the user's settings say, and for a language that neither knows,
 * the `language-configuration.json` of the extension that brings it, read when a document first needs it.
 */
export class InstalledLanguages implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #asked = new Set<string>();
  readonly #marks: Record<string, CommentMarks> = Object.create(null);
  readonly #subscriptions: vscode.Disposable[];
  #languages: Languages;

  constructor() {
    this.#languages = this.#build();
    const rebuild = () => {
      this.#languages = this.#build();
      this.#changed.fire();
    };
    this.#subscriptions = [
      this.#changed,
      onSettingChange(['precedent.comments'], rebuild),
      vscode.extensions.onDidChange(() => this.#asked.clear()),
    ];
  }

  /** Fires when a language became known or is read differently. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** The languages known now, for a search that goes through many files. */
  get all(): Languages {
    return this.#languages;
  }

  /** The language that the clues tell. Where it is not known yet, installed extensions are asked; `onDidChange` tells when they answered. */
  find(clues: LanguageClues): Language | undefined {
    const language = this.#languages.find(clues);
    if (!language && clues.languageId) void this.#ask(clues.languageId);
    return language;
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }

  async #ask(languageId: string): Promise<void> {
    if (this.#asked.has(languageId)) return;
    this.#asked.add(languageId);
    const file = configurationOf(languageId);
    if (!file) return;
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      const marks = readLanguageConfiguration(parse(text));
      if (!marks) return;
      this.#marks[languageId] = marks;
      this.#languages = this.#build();
      this.#changed.fire();
    } catch {
      // An extension without a readable configuration brings no comment marks; its language stays unknown.
    }
  }

  #build(): Languages {
    return Languages.builtIn.extended(this.#marks).extended(marksOfSetting(setting('precedent.comments')));
  }
}

/** The configuration file of a language in the extension that brings it. */
function configurationOf(languageId: string): vscode.Uri | undefined {
  for (const { packageJSON, extensionUri } of vscode.extensions.all) {
    const languages: unknown = packageJSON?.contributes?.languages;
    if (!Array.isArray(languages)) continue;
    const language = languages.find((each) => each?.id === languageId && typeof each.configuration === 'string');
    if (language) return vscode.Uri.joinPath(extensionUri, language.configuration);
  }
  return undefined;
}

/** The setting as marks of each language; values of another shape are left out. */
function marksOfSetting(value: Readonly<Record<string, readonly string[]>>): Record<string, CommentMarks> {
  const all: Record<string, CommentMarks> = Object.create(null);
  for (const [languageId, marks] of Object.entries(value)) {
    if (Array.isArray(marks)) all[languageId] = marksFromWords(marks.filter((mark) => typeof mark === 'string'));
  }
  return all;
}
