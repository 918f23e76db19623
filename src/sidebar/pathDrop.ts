import * as vscode from 'vscode';
import { applyMove, moveStep } from '../core/learning/pathEdits';
import type { ReadingPathFile } from '../core/reviews/readingPathFile';
import { UserError } from '../core/userError';
import { draggedMime, setDragged } from '../host/dragged';
import { toUri } from '../host/places';
import { toDragged } from './citationDrag';
import type { ChapterRow, HistoryRow, PathNode, StepRow } from './pathNode';

const mimeType = 'application/vnd.code.tree.precedent.paths';

/**
 * Lets one drag a step of a path that people wrote to another place in it; the file is written, and one undo takes it back. Any row of a
 * review can be dragged into text, where it becomes a citation.
 */
export class PathDrop implements vscode.TreeDragAndDropController<PathNode> {
  readonly dragMimeTypes = [mimeType, draggedMime, 'text/uri-list'];
  readonly dropMimeTypes = [mimeType];

  handleDrag([node]: readonly PathNode[], data: vscode.DataTransfer): void {
    if (node?.kind === 'step' && node.path.file) data.set(mimeType, new vscode.DataTransferItem(node));
    if (node) setDragged(data, toDragged(node));
  }

  async handleDrop(target: PathNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged: unknown = data.get(mimeType)?.value;
    if (!target || target.kind === 'history' || !isStep(dragged)) return;
    const onto = target.kind === 'step' ? target : firstStepOf(target);
    if (!onto || onto.path.key !== dragged.path.key) return;
    await putStep(dragged, onto, false);
  }
}

/** Writes a step of a path before or behind another one of the same path. */
export async function putStep(
  { path, step }: StepRow,
  target: Pick<StepRow, 'step'>,
  isBehind: boolean,
): Promise<void> {
  const { file } = path;
  if (!file) throw new UserError(vscode.l10n.t('This path makes itself: its order cannot be changed.'));
  const document = await vscode.workspace.openTextDocument(toUri(file.key));
  const text = document.getText();
  if (isAnother(file, text)) {
    throw new UserError(vscode.l10n.t('The file of this path has changed meanwhile. Try again in a moment.'));
  }
  const move = moveStep(text, step, target.step, isBehind);
  if (!move) return;
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  edit.replace(document.uri, whole, applyMove(text, move));
  const wasDirty = document.isDirty;
  if (!(await vscode.workspace.applyEdit(edit)) || (!wasDirty && !(await document.save()))) {
    throw new UserError(vscode.l10n.t('{0} could not be written. Is it read-only?', file.path));
  }
}

/** Whether the lines of the steps are those of another text. */
function isAnother({ text }: ReadingPathFile, now: string): boolean {
  return text !== now.slice(0, text.length);
}

function firstStepOf(target: Exclude<PathNode, StepRow | HistoryRow>): Pick<StepRow, 'step' | 'path'> | undefined {
  const path = target.kind === 'path' ? target.path : target.parent.path;
  const chapter: ChapterRow['chapter'] | undefined = target.kind === 'path' ? path.chapters[0] : target.chapter;
  const step = chapter?.steps[0];
  return step && { step, path };
}

function isStep(node: unknown): node is StepRow {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'step';
}
