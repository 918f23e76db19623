import type { CommentMarks } from './languages';

/** Comment marks as the setting `precedent.comments` writes them: one word begins a line comment, two enclose a block. Anything else is left out. */
export function marksFromWords(marks: readonly string[]): CommentMarks {
  const words = marks.map((mark) => mark.split(/\s+/).filter((word) => word !== ''));
  return {
    line: words.flatMap(([mark, ...more]) => (mark && more.length === 0 ? [mark] : [])),
    block: words.flatMap(([open, close, ...more]) =>
      open && close && more.length === 0 ? [[open, close] as const] : [],
    ),
  };
}
