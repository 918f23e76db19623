import type { Finding } from '../core/finding';
import { defaultRules, type LibraryRules } from '../core/reviews/libraryRules';
import type { Entry, FileSystem } from './fileSystem';

/** The file in which a library describes itself. */
export const rulesFile = 'precedent.yaml';

/** Whether entries of a folder hold the file in which a library describes itself. A link does not count: it may lead anywhere. */
export function hasRules(entries: readonly Entry[]): boolean {
  return entries.some((entry) => entry.name === rulesFile && entry.type === 'file' && entry.isLink !== true);
}

/** What the library in a folder says about itself. `path` is that of the folder, for findings. Nothing there is fine. */
export async function readRules(
  _fileSystem: FileSystem,
  _folder: string,
  _path: string,
): Promise<{ readonly rules: LibraryRules; readonly findings: readonly Finding[] }> {
  return { rules: defaultRules, findings: [] };
}
