import type * as vscode from 'vscode';
import { type CitationFormat, formatKey, usualFormat } from '../core/wording/citationFormat';
import { templateProblem } from '../core/wording/citationTemplate';
import { setting } from './settings';

/** A format of the team's that cannot be used, and why, in a sentence. */
export interface BrokenFormat {
  readonly name: string;
  readonly problem: string;
}

const stateKey = 'precedent.citationFormats';

/** The formats that the user's settings add, and the one that was chosen last for each language. */
export class CitationFormats {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** The formats that settings add for a document: those of its language, then those of all languages; broken ones apart. */
  own(document: vscode.TextDocument): {
    readonly formats: readonly CitationFormat[];
    readonly broken: readonly BrokenFormat[];
  } {
    const formats: CitationFormat[] = [];
    const broken: BrokenFormat[] = [];
    for (const [name, template] of templatesFor(document)) {
      const problem = typeof template === 'string' ? templateProblem(template) : 'A citation format must be text.';
      if (problem !== undefined) broken.push({ name, problem });
      else formats.push({ kind: 'own', name, template: String(template) });
    }
    return { formats, broken };
  }

  /** The format chosen last for the language of a document; without one the first that settings add, or what the language asks for. */
  current(document: vscode.TextDocument): CitationFormat {
    const { formats } = this.own(document);
    const key = this.#chosen().get(document.languageId);
    if (key?.startsWith('own:')) return formats.find((format) => formatKey(format) === key) ?? usualFormat;
    switch (key) {
      case 'usual':
      case 'id':
      case 'plain':
      case 'footnote':
      case 'quote':
        return { kind: key };
      default:
        return formats[0] ?? usualFormat;
    }
  }

  async choose(document: vscode.TextDocument, format: CitationFormat): Promise<void> {
    const chosen = this.#chosen().set(document.languageId, formatKey(format));
    await this.#state.update(stateKey, [...chosen]);
  }

  #chosen(): Map<string, string> {
    const told: unknown = this.#state.get(stateKey);
    const pairs = Array.isArray(told) ? told.filter((each) => Array.isArray(each)) : [];
    return new Map(pairs.map(([language, key]) => [String(language), String(key)]));
  }
}

function templatesFor(document: vscode.TextDocument): readonly (readonly [string, unknown])[] {
  const all = new Map<string, unknown>(Object.entries(setting('precedent.citation.formats', document)));
  const templates = new Map<string, unknown>();
  for (const languageId of ['*', document.languageId]) {
    const told = all.get(languageId);
    if (typeof told !== 'object' || told === null) continue;
    for (const [name, template] of Object.entries(told)) templates.set(name, template);
  }
  const own = all.get(document.languageId);
  const isOwn = (name: string) => typeof own === 'object' && own !== null && Object.hasOwn(own, name);
  return [...templates].sort(([a], [b]) => Number(isOwn(b)) - Number(isOwn(a)));
}
