import { asText } from './fields';
import { readFileName } from './fileName';
import { isBelowFolder } from './isBelowFolder';
import type { LibraryRules } from './libraryRules';
import type { TextParts } from './openReview';
import type { DocumentFormat } from './review';

/** A reading path as it stands in its file: its steps are found when somebody looks at it, since they depend on the library. */
export interface ReadingPathFile {
  /** As its reader names the file. */
  readonly key: string;
  /** Key of the source it belongs to. */
  readonly source: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  readonly format: Exclude<DocumentFormat, 'yaml' | 'json'>;
  /** At most the first 256 kB. */
  readonly text: string;
  /** What its front matter calls it, and for whom it is; empty where it does not say. */
  readonly title: string;
  readonly audience: string;
}

const pages = /^(?:readme|index|_index)$/i;

/**
 * Whether a document is a reading path: its front matter says `kind: reading-path`, or it is a Markdown file in the folder that the
 * library names for them. A page about that folder is none.
 */
export function isReadingPath({ front }: Pick<TextParts, 'front'>, pathInSource: string, rules: LibraryRules): boolean {
  if (asText(front.fields.get('kind')?.value)?.toLowerCase() === 'reading-path') return true;
  if (!isBelowFolder(pathInSource, rules.paths)) return false;
  const { format, stem } = readFileName(pathInSource);
  return format === 'markdown' && !pages.test(stem);
}
