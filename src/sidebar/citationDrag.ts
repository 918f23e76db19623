import * as vscode from 'vscode';
import type { Citable } from '../host/citable';
import { type Dragged, draggedMime, setDragged } from '../host/dragged';

/** A row of any of our trees, as far as dragging asks. */
interface Row {
  readonly kind: string;
}

/** Lets one drag rows that name a review, a passage or a material into text, where they become citations. Nothing is dropped on the tree. */
export class CitationDrag<Node extends Row> implements vscode.TreeDragAndDropController<Node> {
  readonly dragMimeTypes = [draggedMime, 'text/uri-list'];
  readonly dropMimeTypes = [];

  handleDrag(nodes: readonly Node[], data: vscode.DataTransfer): void {
    setDragged(data, nodes.flatMap(toDragged));
  }
}

/** How rows are dragged into text, for their tooltips. */
export function dropHint(): string {
  return vscode.l10n.t('Drag it into an editor and hold Shift to drop it into the text as a citation.');
}

/** What a row carries; nothing for rows that name no review. */
export function toDragged(node: Row): readonly Dragged[] {
  const row: Row & Partial<Citable> & { readonly review?: unknown; readonly material?: unknown } = node;
  if (row.kind === 'material' && isReview(row.review) && isMaterial(row.material)) {
    return [{ citation: row.review.id, key: row.review.key, material: row.material.path }];
  }
  const { citation, key } = row;
  return citation === undefined || key === undefined ? [] : [{ citation, key }];
}

function isReview(told: unknown): told is { readonly id: string; readonly key: string } {
  return (
    typeof told === 'object' &&
    told !== null &&
    'id' in told &&
    'key' in told &&
    typeof told.id === 'string' &&
    typeof told.key === 'string'
  );
}

function isMaterial(told: unknown): told is { readonly path: string } {
  return typeof told === 'object' && told !== null && 'path' in told && typeof told.path === 'string';
}
