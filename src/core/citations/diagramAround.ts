import type { Span } from '../text/span';
import type { Language } from './languages';
import type { LineState } from './lineState';
import { linesOf } from './lines';
import { initialState } from './scanLine';
import { scanNext } from './scanText';

/** A diagram in a text: the whole of it, or what stands in a fence. Offsets are 0-based UTF-16 units. */
export interface DiagramPiece extends Span {
  /** The language it is drawn in, as the scanner knows it. */
  readonly languageId: string;
}

/** The diagram in which an offset stands: the lines between those of its fence; nothing where it stands in none. */
export function diagramAround(text: string, language: Language, offset: number): DiagramPiece | undefined {
  if (language.isDiagram) return { languageId: language.id, start: 0, end: text.length };
  if (!language.isProse) return undefined;
  let state = initialState(language.mode);
  let open: { readonly languageId: string; readonly start: number } | undefined;
  for (const { text: line, start, eol } of linesOf(text)) {
    if (start > offset && !open) return undefined;
    const { next } = scanNext(line, state, start === 0);
    state = next;
    const languageId = diagramOf(next);
    if (open && languageId !== open.languageId) {
      if (open.start <= offset && offset < start) return { ...open, end: start };
      open = undefined;
    }
    if (languageId !== undefined) open ??= { languageId, start: start + line.length + eol.length };
  }
  return open && open.start <= offset ? { ...open, end: text.length } : undefined;
}

function diagramOf({ frame }: LineState): string | undefined {
  for (let each: LineState['frame'] | undefined = frame; each; each = each.parent) {
    if (each.mode.diagram !== undefined) return each.mode.diagram;
  }
  return undefined;
}
