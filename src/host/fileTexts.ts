import * as vscode from 'vscode';
import { LineIndex } from '../core/text/lineIndex';
import type { Span } from '../core/text/span';
import { decodeText } from '../indexing/decodeText';
import { toKey, toUri } from './places';

/** A file as it is now, saved or not. */
export interface FileText {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** The open document that shows it. */
  readonly document?: vscode.TextDocument;
  readonly toRange: (span: Span) => vscode.Range;
}

/** Reads files by their keys, what stands in editors before what is on disk; each once. */
export class FileTexts {
  readonly #read = new Map<string, Promise<FileText | undefined>>();

  /** Nothing for a file that is not there, or is no text. */
  of(key: string): Promise<FileText | undefined> {
    const there = this.#read.get(key) ?? readText(key);
    this.#read.set(key, there);
    return there;
  }
}

async function readText(key: string): Promise<FileText | undefined> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => toKey(uri) === key);
  if (document) return { uri: document.uri, document, ...textAndRanges(document.getText()) };
  const uri = toUri(key);
  try {
    const decoded = decodeText(await vscode.workspace.fs.readFile(uri));
    return decoded.kind === 'text' ? { uri, ...textAndRanges(decoded.text) } : undefined;
  } catch {
    return undefined;
  }
}

function textAndRanges(text: string) {
  const lines = new LineIndex(text);
  return {
    text,
    toRange: ({ start, end }: Span) => {
      const from = lines.at(start);
      const to = lines.at(end);
      return new vscode.Range(from.line - 1, from.column - 1, to.line - 1, to.column - 1);
    },
  };
}
