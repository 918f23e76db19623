import * as vscode from 'vscode';
import type { Citation } from '../core/citations/citation';
import { titleHeading, titleLine } from '../core/citations/reviewAtLine';
import type { ReviewDocument } from '../core/reviews/review';
import { LineIndex } from '../core/text/lineIndex';
import type { Span } from '../core/text/span';
import { citedPassage } from '../core/wording/citedPassage';
import type { FileSystem } from '../indexing/fileSystem';
import type { Root } from '../indexing/findSources';
import { nodeFileSystem } from '../indexing/nodeFileSystem';
import { workspaceFileSystem } from './workspaceFileSystem';

/** Whether files of this URI are read with Node: by their path, which is then their key. */
function isReadByNode(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' && nodeFileSystem !== undefined;
}

/** How the library names the file at a URI. */
export function toKey(uri: vscode.Uri): string {
  return isReadByNode(uri) ? uri.fsPath : uri.toString();
}

/** A workspace folder as indexing reads it: with Node where it can, else through VS Code. */
export function rootOf({ uri }: vscode.WorkspaceFolder): Root {
  return { place: toKey(uri), fileSystem: isReadByNode(uri) && nodeFileSystem ? nodeFileSystem : workspaceFileSystem };
}

/** The file system by which a file is read that the library names by this key. */
export function fileSystemOf(key: string): FileSystem {
  return !isUriText(key) && nodeFileSystem ? nodeFileSystem : workspaceFileSystem;
}

/** Where the file that the library names is. */
export function toUri(key: string): vscode.Uri {
  return isUriText(key) ? vscode.Uri.parse(key, true) : vscode.Uri.file(key);
}

function isUriText(key: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\//i.test(key) && !/^[a-z]:[\\/]/i.test(key);
}

/**
 * Where an image of a review is, for Markdown that VS Code shows; nothing for one outside of the source, and on file systems
 * from which VS Code draws no images. Whether there is such a file, and where links lead, is for the caller to ask.
 *
 * `path` is as the review names its materials: relative to the root, or absolute as the review's own path is.
 */
export function imageUri(review: ReviewDocument, path: string): vscode.Uri | undefined {
  const document = toUri(review.key);
  if (document.scheme !== 'file' && document.scheme !== 'vscode-remote') return undefined;
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(path);
  const image = isAbsolute
    ? document.with({ path: vscode.Uri.file(path).path })
    : vscode.Uri.joinPath(document, '../'.repeat(review.path.split('/').length), path);
  const source = toUri(review.source).path.replace(/\/?$/, '/');
  return image.path.startsWith(source) ? image : undefined;
}

/**
 * Where a file is that a review names: relative to the root, or absolute as the review's own path is; nothing for what lies neither in
 * a folder of the workspace nor in the review's source. Whether there is such a file is for the caller to ask.
 */
export function fileUri(review: ReviewDocument, path: string): vscode.Uri | undefined {
  const document = toUri(review.key);
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(path);
  const file = isAbsolute
    ? document.with({ path: vscode.Uri.file(path).path })
    : vscode.Uri.joinPath(document, '../'.repeat(review.path.split('/').length), path);
  const isInSource = file.path.startsWith(toUri(review.source).path.replace(/\/?$/, '/'));
  return isInSource || vscode.workspace.getWorkspaceFolder(file) ? file : undefined;
}

/** The range of a span in a document. */
export function toRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The range of a citation as the command line prints it. */
export function rangeOf({ line, column, endColumn }: Citation): vscode.Range {
  return new vscode.Range(line - 1, column - 1, line - 1, endColumn - 1);
}

/** The range of a span of a review's text in its file, as it was indexed, without opening it. */
export function rangeInReview({ text, startsAt }: ReviewDocument, { start, end }: Span): vscode.Range {
  const lines = new LineIndex(text);
  const from = lines.at(start);
  const to = lines.at(end);
  const above = (startsAt?.line ?? 1) - 1;
  return new vscode.Range(above + from.line - 1, from.column - 1, above + to.line - 1, to.column - 1);
}

/** What a citation points at, in offsets into `review.text`: all of it, and the line by which it is known. */
export interface Target {
  readonly whole: Span;
  readonly heading: Span;
}

/** What a citation of this review points at: its passage or moment; where it names none, or none that is there, the title. */
export function targetOf(review: ReviewDocument, passage: string | undefined): Target {
  const cited = passage === undefined ? undefined : citedPassage(review, passage);
  const whole =
    cited?.kind === 'section' ? cited.section : cited?.kind === 'moments' ? cited.moments[0] : titleOf(review);
  const heading = { start: whole.start, end: Math.min(whole.end, endOfLine(review.text, whole.start)) };
  return { whole: { start: whole.start, end: whole.end }, heading };
}

/** The title with what stands under it, where it is a heading, also when it was read from front matter; else its line. */
function titleOf(review: ReviewDocument): Span {
  const { sections, text, startsAt } = review;
  const line = titleLine(review);
  const section = sections.find((each) => each.line === line) ?? titleHeading(review);
  if (section) return section;
  const start = new LineIndex(text).startOf(line - (startsAt?.line ?? 1) + 1);
  return { start, end: endOfLine(text, start) };
}

function endOfLine(text: string, start: number): number {
  const end = text.slice(start).search(/[\r\n]/);
  return end < 0 ? text.length : start + end;
}
