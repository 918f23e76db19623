import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { splitCitationName } from '../core/wording/citationName';
import type { LiveLibrary } from './liveLibrary';
import { toUri } from './places';

/** What rows of our trees carry while they are dragged. */
export const draggedMime = 'application/vnd.precedent.citation';

/** A row that is dragged: what one would cite, and the material of the review that is meant, by its path. */
export interface Dragged {
  readonly citation: string;
  readonly key: string;
  readonly material?: string;
}

/** What was dragged, found again in the library. */
export interface DraggedReview {
  readonly review: ReviewDocument;
  readonly passage?: string;
  readonly material?: string;
}

const most = 20;

/** Lets rows be dropped into text as citations, and, without Shift, into the window to be opened. */
export function setDragged(data: vscode.DataTransfer, rows: readonly Dragged[]): void {
  if (rows.length === 0) return;
  data.set(draggedMime, new vscode.DataTransferItem(JSON.stringify(rows.slice(0, most))));
  const uris = [...new Set(rows.map(({ key }) => toUri(key).toString()))];
  data.set('text/uri-list', new vscode.DataTransferItem(uris.join('\r\n')));
}

/** The reviews that rows of our trees carry; none where it is not theirs, or where the library has them no more. */
export async function getDragged(data: vscode.DataTransfer, library: LiveLibrary): Promise<readonly DraggedReview[]> {
  const rows = parsed(await data.get(draggedMime)?.asString());
  return rows.slice(0, most).flatMap(({ citation, key, material }) => {
    const all = library.library.in(key);
    const whole = all.find(({ id }) => id === citation);
    const { id, passage } = whole ? { id: citation, passage: undefined } : splitCitationName(citation);
    const review = all.find((each) => each.id === id);
    if (!review) return [];
    return [{ review, ...(passage === undefined ? {} : { passage }), ...(material === undefined ? {} : { material }) }];
  });
}

function parsed(text: string | undefined): readonly Dragged[] {
  if (text === undefined || text.length > 100_000) return [];
  try {
    const told: unknown = JSON.parse(text);
    return Array.isArray(told) ? told.filter(isDragged) : [];
  } catch {
    return [];
  }
}

function isDragged(told: unknown): told is Dragged {
  return (
    typeof told === 'object' &&
    told !== null &&
    'citation' in told &&
    typeof told.citation === 'string' &&
    'key' in told &&
    typeof told.key === 'string' &&
    (!('material' in told) || typeof told.material === 'string')
  );
}
