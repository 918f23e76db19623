import * as vscode from 'vscode';
import type { IndexedCitation } from '../core/citations/citationIndex';
import { type LineOrigin, newestFirst } from '../core/learning/citedSince';
import { filesWithHistory, headOf, originsIn } from '../host/lineOrigins';
import { toKey } from '../host/places';
import type { WorkspaceCitations } from '../host/workspaceCitations';

type Lines = ReadonlyMap<number, LineOrigin>;

/** What is known of the lines of a file, and of what state of it. */
interface Known {
  readonly head: string;
  readonly citations: readonly IndexedCitation[];
  readonly lines: Promise<Lines | undefined>;
}

/** Puts citations in the order of time, by the history of their lines. Remembers what git said of a file until its citations or its commit change. */
export class NewestCitations {
  readonly #workspace: WorkspaceCitations;
  readonly #known = new Map<string, Known>();

  constructor(workspace: WorkspaceCitations) {
    this.#workspace = workspace;
  }

  /** The newest first; those of one time, or without a history, in the order they are given. */
  async sort(citations: readonly IndexedCitation[]): Promise<IndexedCitation[]> {
    const origins = new Map<string, Lines>();
    // One after the other: they are asked of git, which somebody else may be waiting for.
    for (const file of filesWithHistory(citations)) {
      const lines = await this.#linesOf(file);
      if (lines) origins.set(file, lines);
    }
    return newestFirst(citations, origins);
  }

  #linesOf(file: string): Promise<Lines | undefined> {
    const head = headOf(file);
    if (head === undefined) return Promise.resolve(undefined);
    const citations = this.#workspace.in(file);
    const known = this.#known.get(file);
    // What is being written is asked for when it is saved.
    if (known && (isUnsaved(file) || (known.head === head && known.citations === citations))) return known.lines;
    const lines = originsIn(file);
    this.#known.set(file, { head, citations, lines });
    return lines;
  }
}

function isUnsaved(file: string): boolean {
  return vscode.workspace.textDocuments.some((document) => document.isDirty && toKey(document.uri) === file);
}
