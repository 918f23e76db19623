import type { CommentMarks, Language } from './languages';
import type { LanguageRow, Region } from './region';
import { block, line, quoted } from './regions';
import { initialState, scanLine } from './scanLine';

const mostMarks = 20;
const longestMark = 20;

/** A row with further comment marks. A row that has no regions yet also gets strings in `"`, and in `'` where they close on the line. */
export function markedRow(
  row: LanguageRow,
  marks: CommentMarks,
  isKnown: (mark: string) => boolean = () => false,
): LanguageRow {
  const lines = (marks.line ?? []).filter((mark) => isUsable(mark) && !isKnown(mark));
  const blocks = (marks.block ?? []).filter(([open, close]) => isUsable(open) && isUsable(close) && !isKnown(open));
  const added: Region[] = [
    ...blocks.slice(0, mostMarks).map(([open, close]) => block(open, close)),
    ...lines.slice(0, mostMarks).map((mark) => line(mark)),
  ].sort((a, b) => b.open.length - a.open.length);
  if (added.length === 0 && row.regions.length > 0) return row;
  return { ...row, regions: [...added, ...(row.regions.length > 0 ? row.regions : strings(added))] };
}

/** Whether a mark opens a comment already. */
export function isKnownMark(language: Language, mark: string): boolean {
  const [first] = scanLine(`${mark} x`, initialState(language.mode)).spans;
  return first !== undefined && first.start === 0 && first.kind === 'comment';
}

function strings(marks: readonly Region[]): readonly Region[] {
  const isComment = (mark: string) => marks.some(({ open }) => open === mark);
  const short: Region = { ...quoted("'"), open: "'(?=[^'\\n]{0,200}')" };
  return [quoted('"'), short].filter((_, index) => !isComment(index === 0 ? '"' : "'"));
}

function isUsable(mark: unknown): mark is string {
  return typeof mark === 'string' && mark.trim() !== '' && mark.length <= longestMark && !mark.includes('\n');
}
