/** What a stretch of a text is: `code` is left out of prose and plain elsewhere; `label` is what people read in a diagram. */
export type RegionKind = 'comment' | 'string' | 'code' | 'label';

/** A check by code, where a pattern cannot tell by itself whether a region opens; named in the table, defined in {@link ./guards}. */
export type Guard = 'docstring' | 'regex' | 'jsx' | 'notTranspose' | 'codeSpan' | 'closesOnLine';

/** Code inside a string: `${name}`. */
export interface Hole {
  /** RegExp source. */
  readonly open: string;
  /** RegExp source. */
  readonly close: string;
  /** RegExp source of what must be closed in pairs before, such as `{`. */
  readonly nest?: string;
}

/**
 * One kind of comment or string (or code that another language rules) and how it opens and closes.
 *
 * Patterns are RegExp sources that see one line at a time, so `^` and `$` are the line's; they match in linear time. A region without
 * `close` ends with its line.
 */
export interface Region {
  readonly kind: RegionKind;
  /** Group 1, where there is one, is the delimiter that `close` names as `%delimiter%`. An empty `close` makes it a thing to pass over. */
  readonly open: string;
  readonly close?: string;
  /** What does not close it: escapes, doubled quotes. */
  readonly skip?: string;
  /** What must be closed in pairs: the opening of a comment that nests. */
  readonly nest?: string;
  readonly holes?: readonly Hole[];
  /** Whether it goes on in the next line when it is not closed; a string that does not ends with the line. */
  readonly isMultiline?: boolean;
  /** Whether a backslash at the end of the line makes it go on. */
  readonly isContinued?: boolean;
  /** Whether its content begins with the next line: a heredoc. */
  readonly fromNextLine?: boolean;
  /** Whether it is made of the following lines that are indented deeper than the one that opens it. */
  readonly isIndented?: boolean;
  /** RegExp source: the part of the line whose length counts as its indentation, where blanks alone do not tell. */
  readonly indentation?: string;
  readonly when?: Guard;
  /** What opens in its place where the guard says no; nothing does without it. */
  readonly otherwise?: Region;
  /** The language of the code in it, by id; kind is `code`. Its line comments end at `close` too, unless that comes in pairs. */
  readonly language?: string;
  /** Regions of its own, instead of a language's. */
  readonly inside?: () => readonly Region[];
  /** Whether guards in it want to know what stands before; see {@link LanguageRow.remembers}. */
  readonly remembers?: boolean;
  /**
   * RegExp source, beginning with `^`, of a line that ends what is still open in it as well: a comment that is not closed in a fence
   * ends with the fence. Only for code of a language, and without `%delimiter%`.
   */
  readonly endsAll?: string;
  /** What it turns into where the other opens, before it has closed: a tag into what stands between tags. */
  readonly becomes?: () => Region;
}

/** How a language marks comments and strings: one row of the table. */
export interface LanguageRow {
  /** VS Code's language id. */
  readonly id: string;
  /** Further ids that extensions give the same language. */
  readonly also?: readonly string[];
  /** With the dot, lower case. */
  readonly extensions?: readonly string[];
  /** Whole names, lower case; a trailing `*` stands for any ending. */
  readonly fileNames?: readonly string[];
  /** Programs that `#!` names. */
  readonly interpreters?: readonly string[];
  readonly isProse?: boolean;
  /** Whether it draws: its labels and comments count as citations of a diagram. */
  readonly isDiagram?: boolean;
  /** What text outside of its regions is; nothing for code. */
  readonly rest?: 'label';
  readonly regions: readonly Region[];
  /** Whether guards want to know what stands before: costs a little. */
  readonly remembers?: boolean;
}
