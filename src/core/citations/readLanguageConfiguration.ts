import type { CommentMarks } from './languages';

/**
 * The comment marks in a parsed `language-configuration.json` (as VS Code's language extensions have it); nothing where it has none or
 * is no such file. `lineComment` may be a string or, since VS Code 1.105, an object with `comment`.
 */
export function readLanguageConfiguration(parsed: unknown): CommentMarks | undefined {
  const comments = field(parsed, 'comments');
  const lineComment = field(comments, 'lineComment');
  const line = typeof lineComment === 'string' ? lineComment : field(lineComment, 'comment');
  const block = field(comments, 'blockComment');
  const [open, close] = Array.isArray(block) ? block : [];
  const marks: CommentMarks = {
    ...(isMark(line) ? { line: [line] } : {}),
    ...(isMark(open) && isMark(close) ? { block: [[open, close]] } : {}),
  };
  return marks.line || marks.block ? marks : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function isMark(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 20;
}
