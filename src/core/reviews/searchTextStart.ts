import { textLines } from '../text/textLine';
import { readFrontMatter } from './frontMatter';
import type { ReviewDocument } from './review';

/** Where the prose of a review begins, behind its front matter: 0-based offset and 1-based line. */
export function textStart({ text, format, sections }: Pick<ReviewDocument, 'text' | 'format' | 'sections'>): {
  readonly offset: number;
  readonly line: number;
} {
  if (format === 'yaml' || format === 'json') return { offset: 0, line: 1 };
  const lines = textLines(text.slice(0, sections[0]?.start ?? text.length));
  const { lineCount } = readFrontMatter(lines);
  const end = lines[lineCount];
  return end
    ? { offset: end.start, line: end.line }
    : { offset: sections[0]?.start ?? (lineCount > 0 ? text.length : 0), line: 1 };
}
