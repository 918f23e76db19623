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
  /** 1-based. */
  readonly line?: number;
  /** 1-based, UTF-16 units. */
  readonly column?: number;
  /** 1-based, UTF-16 units, just behind the last character. */
  readonly endColumn?: number;
  readonly severity: FindingSeverity;
  readonly fixes?: readonly FindingFix[];
}

/** One way to mend a finding: what to put in its place. */
export interface FindingFix {
  readonly title: string;
  readonly replacement: string;
}
