import type { Finding } from '../finding';

/** A finding, and the line on which it is where that is known. */
export interface FindingInLine {
  readonly finding: Finding;
  readonly line?: string;
}

/**
 * The findings that were not there before, in their order: what a change brings.
 *
 * One that was there before takes away one of its kind that is there now: the one on the same line of the same file first, then one in
 * the same file, then one on the same line of a file that is `new`, since code is moved. So a line that was only edited brings nothing, and a
 * second citation of an id that was unknown before does.
 */
export function broughtFindings<Shown extends FindingInLine>(
  now: readonly Shown[],
  before: readonly FindingInLine[],
  isNewFile: (path: string) => boolean,
): Shown[] {
  const left = new Set(now);
  const old = new Set(before);
  const cancel = (keyOf: (shown: FindingInLine) => string, isMeant: (shown: FindingInLine) => boolean = () => true) => {
    const byKey = new Map<string, FindingInLine[]>();
    for (const each of old) {
      const key = keyOf(each);
      const there = byKey.get(key);
      if (there) there.push(each);
      else byKey.set(key, [each]);
    }
    for (const each of [...left].filter(isMeant)) {
      const match = byKey.get(keyOf(each))?.pop();
      if (!match) continue;
      left.delete(each);
      old.delete(match);
    }
  };
  cancel((shown) => JSON.stringify([shown.finding.path, ...kindOf(shown), wordsOf(shown)]));
  cancel((shown) => JSON.stringify([shown.finding.path, ...kindOf(shown)]));
  cancel(
    (shown) => JSON.stringify([...kindOf(shown), wordsOf(shown)]),
    ({ finding }) => isNewFile(finding.path),
  );
  return now.filter((each) => left.has(each));
}

/** What is said, and of what. Where a name stands in the line, its sentence may tell other things that came and went: the closest ids. */
function kindOf({ finding: { code, message, column, endColumn }, line }: FindingInLine): readonly string[] {
  const named = line !== undefined && column !== undefined ? line.slice(column - 1, (endColumn ?? column) - 1) : '';
  return named === '' ? [code, message] : [code, named];
}

function wordsOf({ line = '' }: FindingInLine): string {
  return line.trim().replace(/\s+/g, ' ');
}
