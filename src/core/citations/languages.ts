/** How a language marks comments and strings, ready for the scanner; or that it is prose. */
export interface Language {
  /** VS Code's language id. */
  readonly id: string;
  readonly isProse: boolean;
}

/** Comment marks of a language, as an extension's `language-configuration.json` or a setting gives them. */
export interface CommentMarks {
  readonly line?: readonly string[];
  readonly block?: readonly (readonly [open: string, close: string])[];
}

/** What tells which language a text is in; more is better. */
export interface LanguageClues {
  readonly languageId?: string;
  /** File name or path. */
  readonly path?: string;
  /** First line of the text, for `#!`. */
  readonly firstLine?: string;
}

/** The languages that the scanner knows: a built-in table, extended by what extensions and settings say. */
export class Languages {
  /** The table that ships, without extensions. */
  static readonly builtIn = new Languages();

  /** These languages and more marks, by language id; a language already in the table keeps its own rules and gains the marks. */
  extended(_marks: Readonly<Record<string, CommentMarks>>): Languages {
    return this;
  }

  /** The language that the clues tell; nothing for one we do not know. */
  find(clues: LanguageClues): Language | undefined {
    return clues.languageId === undefined
      ? undefined
      : { id: clues.languageId, isProse: clues.languageId === 'markdown' };
  }
}
