/** How much a finding matters; the editor and the command line show it as it stands. */
export type FindingSeverity = 'error' | 'warning' | 'information' | 'hint';

/** Something worth saying about a citation or a review: stable code, sentence, place, optional fixes. */
export interface Finding {
  /** Stable and documented, such as `unreadable-front-matter`. */
  readonly code: string;
  /** A sentence that says what is the matter and what to do. */
  readonly message: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** How the reader of the library names the file: two folders of a workspace may have one path each. Never printed; nothing where it is not known. */
  readonly key?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, UTF-16 units. */
  readonly column?: number;
  /** 1-based, UTF-16 units, just behind the last character. */
  readonly endColumn?: number;
  readonly severity: FindingSeverity;
  readonly fixes?: readonly FindingFix[];
}

/** A finding as it is printed: what a key is, only this process knows. */
export function printedFinding({ key: _, ...finding }: Finding): Omit<Finding, 'key'> {
  return finding;
}

/** One way to mend a finding: what to put in its place. */
export interface FindingFix {
  readonly title: string;
  readonly replacement: string;
}
