import * as vscode from 'vscode';
import { findCitations } from '../core/citations/findCitations';
import { Languages } from '../core/citations/languages';
import type { TextEdit } from '../core/citations/openText';
import { aliasInFrontMatter, aliasInRules, holdsAlias } from '../core/renaming/aliasEdits';
import { ownIdEdits } from '../core/renaming/ownIdEdits';
import type { Rename } from '../core/renaming/rename';
import { renamedCitation } from '../core/renaming/renamedCitation';
import { idProblem, planRename } from '../core/renaming/renameProblem';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { shortLine } from '../core/wording/shortLine';
import { type FileText, FileTexts } from '../host/fileTexts';
import type { LiveLibrary } from '../host/liveLibrary';
import { toUri } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';
import type { WorkspaceCitations } from '../host/workspaceCitations';

/** What a rename looks at. */
export interface RenameParts {
  readonly library: LiveLibrary;
  readonly citations: TrackedCitations;
  readonly workspaceCitations: WorkspaceCitations;
}

/**
 * All that changes when a review gets another id: the review itself, everything that cites it, the name of its file where that carries the
 * id, and the former id among its other names. Throws a {@link UserError} where it cannot be done, or not be known to be right.
 */
export async function renameEdits(
  review: ReviewDocument,
  to: string,
  parts: RenameParts,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  if (to === review.id) return new vscode.WorkspaceEdit();
  const { library, workspaceCitations } = parts;
  const problem = idProblem(review, to, library.library);
  if (problem !== undefined) throw new UserError(problem);
  const plan = planRename(review, to);
  if ('problem' in plan) throw new UserError(plan.problem);
  await workspaceCitations.gather();
  if (token.isCancellationRequested) return undefined;
  if (workspaceCitations.state !== 'ready') {
    throw new UserError(vscode.l10n.t('Where {0} is cited is not known yet. Try again in a moment.', review.id));
  }
  const texts = new FileTexts();
  const edit = new vscode.WorkspaceEdit();
  const isAsItWas = watchDocuments();
  const moved = await movedFile(review, plan);
  await editReview(edit, review, plan, parts, texts);
  await editCitations(edit, review, plan, parts, texts);
  if (moved) {
    const label = vscode.l10n.t('The name of the review');
    edit.renameFile(moved.from, moved.to, { overwrite: false }, { needsConfirmation: false, label });
  }
  if (token.isCancellationRequested) return undefined;
  const changed = edit.entries().find(([uri]) => !isAsItWas(uri));
  if (changed) throw new UserError(justChanged(vscode.workspace.asRelativePath(changed[0])));
  return edit;
}

/** Tells whether the document of a file is what it is now; files that are not open, are. */
function watchDocuments(): (uri: vscode.Uri) => boolean {
  const versions = new Map(vscode.workspace.textDocuments.map((document) => [document, document.version]));
  return ({ path, scheme }) =>
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.path === path && uri.scheme === scheme)
      .every((document) => (versions.get(document) ?? document.version) === document.version);
}

function justChanged(path: string): string {
  return vscode.l10n.t('{0} has just changed. Try again in a moment.', shortLine(path, 120));
}

/** The file or folder that gets another name. */
async function movedFile(
  { key, idFrom }: ReviewDocument,
  { base }: Rename,
): Promise<{ readonly from: vscode.Uri; readonly to: vscode.Uri } | undefined> {
  const file = toUri(key);
  const isReadOnly = async () =>
    ((await vscode.workspace.fs.stat(file)).permissions ?? 0) & vscode.FilePermission.Readonly;
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false || (await isReadOnly())) {
    throw new UserError(vscode.l10n.t('The review cannot be written to, so it cannot get another id.'));
  }
  if (!base) return undefined;
  const from = idFrom === 'folder' ? vscode.Uri.joinPath(file, '..') : file;
  const to = vscode.Uri.joinPath(from, '..', base.to);
  if (to.path.toLowerCase() !== from.path.toLowerCase() && (await exists(to))) {
    throw new UserError(vscode.l10n.t('There is a file {0} already.', base.to));
  }
  return { from, to };
}

/** Changes what the review says of itself, and remembers the former id: in its front matter, else in the rules of its library. */
async function editReview(
  edit: vscode.WorkspaceEdit,
  review: ReviewDocument,
  rename: Rename,
  { library, citations }: RenameParts,
  texts: FileTexts,
): Promise<void> {
  const file = await texts.of(review.key);
  if (!file) throw new UserError(vscode.l10n.t('{0} cannot be read.', review.path));
  const language =
    (file.document && citations.languageOf(file.document)) ?? Languages.builtIn.find({ path: file.uri.path });
  const mentions = language ? findCitations(file.text, language, library.known, { matchIn: 'comments' }) : [];
  const own = ownIdEdits(review, file.text, mentions, rename);
  if (!own) {
    throw new UserError(
      vscode.l10n.t('The id stands in {0} in a form that cannot be changed from here. Change it there.', review.path),
    );
  }
  const former = holdsAlias(file.text, rename.from) ? undefined : aliasInFrontMatter(file.text, rename.from);
  put(edit, file, own, vscode.l10n.t('The review'));
  if (former) put(edit, file, [former], vscode.l10n.t('The former id'));
  await editRules(edit, review, rename, texts, former !== undefined || holdsAlias(file.text, rename.from));
}

async function editRules(
  edit: vscode.WorkspaceEdit,
  { source }: ReviewDocument,
  { from, to }: Rename,
  texts: FileTexts,
  isKept: boolean,
): Promise<void> {
  const uri = vscode.Uri.joinPath(toUri(source), 'precedent.yaml');
  const label = vscode.l10n.t('The former id');
  const file = await texts.of(uri.scheme === 'file' ? uri.fsPath : uri.toString());
  const edits = aliasInRules(file?.text ?? '', from, to, isKept);
  if (!edits) throw new UserError(vscode.l10n.t('The former id cannot be added to precedent.yaml. Is it in order?'));
  if (edits.length === 0) return;
  if (file) return put(edit, file, edits, label);
  const contents = new TextEncoder().encode(edits.map(({ text }) => text).join(''));
  edit.createFile(uri, { contents, overwrite: false }, { needsConfirmation: false, label });
}

async function editCitations(
  edit: vscode.WorkspaceEdit,
  review: ReviewDocument,
  rename: Rename,
  { citations, workspaceCitations }: RenameParts,
  texts: FileTexts,
): Promise<void> {
  const found = workspaceCitations.of(review);
  const files = new Set(found.map(({ file }) => file).filter((file) => file !== review.key));
  const label = vscode.l10n.t('Citations');
  for (const key of files) {
    const notebook = vscode.workspace.notebookDocuments.find(({ uri }) => uri.fsPath === toUri(key).fsPath);
    const open = notebook
      ? notebook.getCells().map(({ document }) => document)
      : vscode.workspace.textDocuments.filter(({ uri }) => uri.toString() === toUri(key).toString());
    for (const document of open) {
      const edits = citations
        .of(document)
        .filter(({ reviews }) => reviews.some(({ key: file, id }) => file === review.key && id === review.id))
        .flatMap((each) => editOf(each, each, rename));
      put(edit, fileOf(document), edits, label);
    }
    // What VS Code changes in a closed notebook, it does not take back with the rest: there, the former id goes on leading to the review.
    if (open.length > 0 || key.endsWith('.ipynb')) continue;
    const file = await texts.of(key);
    const there = found.filter((each) => each.file === key);
    if (!file || there.some(({ start, end, citation }) => file.text.slice(start, end) !== citation.text)) {
      throw new UserError(justChanged(there[0]?.citation.path ?? ''));
    }
    const edits = there.flatMap((each) => editOf(each, { ...each.citation, form: each.form }, rename));
    put(edit, file, edits, label);
  }
}

function editOf(
  { start, end }: { readonly start: number; readonly end: number },
  citation: Parameters<typeof renamedCitation>[0],
  rename: Rename,
): TextEdit[] {
  const text = renamedCitation(citation, rename);
  return text === undefined ? [] : [{ start, end, text }];
}

function fileOf(document: vscode.TextDocument): Pick<FileText, 'uri' | 'toRange'> {
  return {
    uri: document.uri,
    toRange: ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
  };
}

function put(
  edit: vscode.WorkspaceEdit,
  { uri, toRange }: Pick<FileText, 'uri' | 'toRange'>,
  edits: readonly TextEdit[],
  label: string,
): void {
  for (const each of edits) edit.replace(uri, toRange(each), each.text, { needsConfirmation: false, label });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
