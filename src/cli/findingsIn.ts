import { checkLibrary } from '../core/checks/checkLibrary';
import type { Finding } from '../core/finding';
import type { Library } from '../core/reviews/library';
import { checkRoot } from './checkRoot';
import type { OpenedLibrary } from './openLibrary';
import type { ShownFinding } from './reportCheck';
import type { Terminal } from './terminal';

/** What was found, in the order of paths and lines, and what was left alone. */
export interface Findings {
  readonly shown: readonly ShownFinding[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** Which files are meant. */
export interface MeantFiles {
  /** Files and folders, relative to the root; nothing for all of it. */
  readonly paths?: readonly string[] | undefined;
  /** Which files below them are checked; what is said of the library itself is said anyway. */
  readonly only?: (path: string) => boolean;
}

/** All that is to be said about the library, and about the files of the root. */
export async function findingsIn(
  opened: OpenedLibrary,
  terminal: Terminal,
  { paths, only }: MeantFiles,
): Promise<Findings> {
  const { library } = opened.known;
  const shown: ShownFinding[] = checkLibrary(opened.known)
    .filter(({ path }) => isNamed(path, paths))
    .map((finding) => ({ finding, ...lineIn(library, finding) }));
  const skipped: { path: string; reason: string }[] = [];
  for await (const checked of checkRoot(opened, terminal, { ...(paths && { paths }), ...(only && { only }) })) {
    if ('skipped' in checked) skipped.push({ path: checked.path, reason: checked.skipped });
    else {
      const lines = linesOf(checked.text);
      shown.push(...checked.findings.map((finding) => ({ finding, line: lines[(finding.line ?? 0) - 1] ?? '' })));
    }
  }
  return { shown: inOrder(shown), skipped };
}

/** Whether a path is one of these files, or in one of these folders. */
export function isNamed(path: string, paths: readonly string[] | undefined): boolean {
  return paths === undefined || paths.some((each) => each === '' || path === each || path.startsWith(`${each}/`));
}

/** Findings in the order of paths, lines and columns. */
export function inOrder(shown: readonly ShownFinding[]): ShownFinding[] {
  return [...shown].sort((a, b) => compare(a.finding, b.finding));
}

/** The lines of a text, however they end. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

/** The line of a review about which the library has something to say. */
function lineIn(library: Library, { key, line }: Finding): { line?: string } {
  const [review] = key === undefined ? [] : library.in(key);
  if (!review || line === undefined) return {};
  const text = linesOf(review.text)[line - (review.startsAt?.line ?? 1)];
  return text === undefined ? {} : { line: text };
}

function compare(a: Finding, b: Finding): number {
  const byPath = a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  return byPath || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
