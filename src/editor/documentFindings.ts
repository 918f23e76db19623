import * as vscode from 'vscode';
import { checkDocument } from '../core/checks/checkDocument';
import type { CheckedDocument } from '../core/checks/checkedDocument';
import { checkLibrary } from '../core/checks/checkLibrary';
import { type FileLink, fileLinks } from '../core/checks/fileLinks';
import type { Finding } from '../core/finding';
import { parseLibraryRules } from '../core/reviews/readLibraryRules';
import type { LiveLibrary } from '../host/liveLibrary';
import { toKey } from '../host/places';
import { setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import { rulesFile } from '../indexing/sourceNames';

/** Of longer documents, in UTF-16 units, only what the library found is said: nobody wrote them. */
const longest = 1_000_000;

/** Schemes of documents that show a state of a file that nobody works on. */
const shownOnly = new Set([
  'git',
  'gitfs',
  'review',
  'comment',
  'vscode-scm',
  'vscode-local-history',
  'chat-editing-text-model',
]);

/**
 * What is to be said about an open document, in order: its citations and links, and what the library found in its file. Nothing while
 * the library is being read, because what is not known now may be known in a moment.
 */
export async function documentFindings(
  document: vscode.TextDocument,
  library: LiveLibrary,
  citations: TrackedCitations,
): Promise<readonly Finding[]> {
  if (library.isReading || document.isClosed || shownOnly.has(document.uri.scheme)) return [];
  if (citations.coverOf(document) === 'ignored') return [];
  if (document.getText().length > longest) return ofFile(document, citations.optionsFor(document).path ?? '', library);
  const { version } = document;
  const checked = checkedDocument(document, citations);
  const broken: FileLink[] = [];
  for (const link of fileLinks(checked, library.known)) if (!(await leadsToFile(document, link))) broken.push(link);
  if (document.isClosed || document.version !== version) return [];
  const cited = checkDocument(checked, library.known, {
    // What was not read may well be there.
    unknownCitation: library.isStopped ? 'off' : setting('precedent.diagnostics.unknownCitation', document),
    linksAreLeft: areLinksLeft(document),
    broken,
  });
  return [...ofFile(document, checked.path, library), ...cited];
}

function checkedDocument(document: vscode.TextDocument, citations: TrackedCitations): CheckedDocument {
  const { path = document.uri.path } = citations.optionsFor(document);
  return {
    text: document.getText(),
    path,
    key: toKey(document.uri),
    language: citations.languageOf(document),
    citations: citations.of(document),
    reviews: citations.reviewsIn(document),
  };
}

/** What the library found in a file. Rules are read as they stand in the editor, saved or not. */
function ofFile(document: vscode.TextDocument, path: string, library: LiveLibrary): readonly Finding[] {
  const key = toKey(document.uri);
  const told = checkLibrary(library.known).filter((finding) => finding.key === key);
  if (!document.uri.path.endsWith(`/${rulesFile}`)) return told;
  return [
    ...parseLibraryRules(document.getText(), path).findings,
    ...told.filter(({ code }) => code === 'refused-id-pattern'),
  ];
}

/** Whether VS Code itself says which links of a document lead nowhere. */
function areLinksLeft(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown') return false;
  return vscode.workspace.getConfiguration('markdown', document).get<unknown>('validate.enabled') === true;
}

async function leadsToFile(document: vscode.TextDocument, { paths }: FileLink): Promise<boolean> {
  for (const path of paths) if (await isThere(document, path)) return true;
  return false;
}

/** Whether a file is there; yes where nobody can tell. */
async function isThere({ uri }: vscode.TextDocument, path: string): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(path);
  if (!folder && !isAbsolute) return true;
  const place =
    folder && !isAbsolute ? vscode.Uri.joinPath(folder.uri, path) : uri.with({ path: vscode.Uri.file(path).path });
  return vscode.workspace.fs.stat(place).then(
    () => true,
    (error: unknown) => !(error instanceof vscode.FileSystemError) || error.code !== 'FileNotFound',
  );
}
