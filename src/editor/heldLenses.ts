/** Lines of a document, 0-based, the last one included. */
export interface Lines {
  readonly line: number;
  readonly lastLine: number;
}

/** One replacement in a document, in 0-based lines of the document before it. */
export interface LinesEdit {
  readonly startLine: number;
  readonly endLine: number;
  /** Whether it ends before the first character of `endLine`. */
  readonly endsAtLineStart: boolean;
  /** How many line breaks the new text has. */
  readonly breaks: number;
}

/**
 * Keeps the lenses of a document still while somebody types: a lens that comes or goes moves all code below it.
 *
 * A comment in which something was typed keeps the lens it had, or keeps having none, until `settle` is called. All
 * other lenses follow the document at once.
 */
export class HeldLenses<Lens extends Lines> {
  readonly #move: (lens: Lens, lines: Lines) => Lens;
  #shown: readonly Lens[] = [];
  #typedIn: Lines | undefined;

  /** `move` says how a lens is brought to other lines. */
  constructor(move: (lens: Lens, lines: Lines) => Lens) {
    this.#move = move;
  }

  /** Takes note of an edit; several are told one after the other, each in lines of the document as the one before left it. */
  edit(edit: LinesEdit): void {
    const own = { line: edit.startLine, lastLine: edit.startLine + edit.breaks };
    const before = this.#typedIn && movedBy(edit, this.#typedIn);
    this.#typedIn = before
      ? { line: Math.min(before.line, own.line), lastLine: Math.max(before.lastLine, own.lastLine) }
      : own;
    this.#shown = this.#shown.flatMap((lens) => {
      const lines = movedBy(edit, lens);
      return lines ? [this.#move(lens, lines)] : [];
    });
  }

  /** The typing has come to a rest. */
  settle(): void {
    this.#typedIn = undefined;
  }

  /** The lenses to show, given those that the document would have now. */
  show(found: readonly Lens[]): readonly Lens[] {
    const typedIn = this.#typedIn;
    if (typedIn) {
      const held = this.#shown.filter((lens) => touch(lens, typedIn));
      const free = found.filter((lens) => !touch(lens, typedIn) && !held.some((each) => touch(each, lens)));
      this.#shown = [...held, ...free].sort((a, b) => a.line - b.line);
    } else this.#shown = found;
    return this.#shown;
  }
}

function touch(a: Lines, b: Lines): boolean {
  return a.line <= b.lastLine && b.line <= a.lastLine;
}

/** Where lines are after an edit; nothing when their beginning was replaced. */
function movedBy(
  { startLine, endLine, endsAtLineStart, breaks }: LinesEdit,
  { line, lastLine }: Lines,
): Lines | undefined {
  const by = breaks - (endLine - startLine);
  const isAbove = endLine < line || (endLine === line && endsAtLineStart);
  if (isAbove) return { line: line + by, lastLine: lastLine + by };
  if (startLine > lastLine) return { line, lastLine };
  if (startLine < line) return undefined;
  return { line, lastLine: Math.max(line, lastLine + by) };
}
