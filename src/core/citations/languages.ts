import { ModeCompiler } from './compileModes';
import { languageTable } from './languageTable';
import { isKnownMark, markedRow } from './markedRow';
import type { Mode } from './mode';
import type { LanguageRow } from './region';

/** How a language marks comments and strings, ready for the scanner; or that it is prose. Made by {@link Languages} only. */
export interface Language {
  /** VS Code's language id. */
  readonly id: string;
  readonly isProse: boolean;
  /** Whether it draws: what people read in it counts, comments and labels alike. */
  readonly isDiagram: boolean;
  /** In which a text of the language begins; opaque. */
  readonly mode: Mode;
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
  static readonly builtIn = new Languages(languageTable);

  /** The marks by which the table that ships was extended, in their order: who has them can make the same languages. */
  readonly marks: readonly Readonly<Record<string, CommentMarks>>[];
  readonly #rows: readonly LanguageRow[];
  readonly #byId = new Map<string, LanguageRow>();
  readonly #byExtension = new Map<string, LanguageRow>();
  readonly #byName = new Map<string, LanguageRow>();
  readonly #byInterpreter = new Map<string, LanguageRow>();
  readonly #made = new Map<LanguageRow, Language>();
  readonly #compiler: ModeCompiler;

  private constructor(rows: readonly LanguageRow[], marks: readonly Readonly<Record<string, CommentMarks>>[] = []) {
    this.#rows = rows;
    this.marks = marks;
    this.#compiler = new ModeCompiler((id) => this.#byId.get(id));
    for (const row of rows) {
      for (const id of [row.id, ...(row.also ?? [])]) setFirst(this.#byId, id, row);
      for (const extension of row.extensions ?? []) setFirst(this.#byExtension, extension, row);
      for (const name of row.fileNames ?? []) setFirst(this.#byName, name, row);
      for (const program of row.interpreters ?? []) setFirst(this.#byInterpreter, program, row);
    }
  }

  /** The ids of all languages of the table, prose included. */
  get ids(): readonly string[] {
    return this.#rows.map(({ id }) => id);
  }

  /** These languages and more marks, by language id; a language already in the table keeps its own rules and gains the marks. */
  extended(marks: Readonly<Record<string, CommentMarks>>): Languages {
    const changed = new Map<LanguageRow, LanguageRow>();
    const added: LanguageRow[] = [];
    for (const [id, more] of Object.entries(marks)) {
      const row = this.#byId.get(id);
      if (row?.isProse) continue;
      if (row)
        changed.set(
          row,
          markedRow(changed.get(row) ?? row, more, (mark) => isKnownMark(this.#language(row), mark)),
        );
      else if ((more.line ?? []).length + (more.block ?? []).length > 0)
        added.push(markedRow({ id, regions: [] }, more));
    }
    return new Languages([...this.#rows.map((row) => changed.get(row) ?? row), ...added], [...this.marks, marks]);
  }

  /**
   * The language that the clues tell; nothing for one we do not know.
   *
   * An id that we know wins, but for `plaintext`, which VS Code also says of what it has no extension for: then the path tells, then
   * `#!`. The path also tells a drawing from other XML and JSON. Logs and command output have no language.
   */
  find(clues: LanguageClues): Language | undefined {
    const row = this.#row(clues);
    return row && this.#language(row);
  }

  #row({ languageId, path, firstLine }: LanguageClues): LanguageRow | undefined {
    if (languageId !== undefined && /^(?:log|output|search-result|code-text-binary)$/i.test(languageId))
      return undefined;
    const prose = path === undefined ? undefined : this.#proseInShell(path);
    if (prose) return prose;
    const named =
      languageId === undefined ? undefined : (this.#byId.get(languageId) ?? this.#byId.get(languageId.toLowerCase()));
    const located = path === undefined ? undefined : this.#rowOfPath(path, firstLine);
    if (located?.isDiagram && (named?.id === 'xml' || named?.id === 'jsonc')) return located;
    if (named && named.id !== 'plaintext') return named;
    return located ?? this.#rowOfShebang(firstLine) ?? named;
  }

  #rowOfPath(path: string, firstLine: string | undefined): LanguageRow | undefined {
    const name = (path.split(/[/\\]/).at(-1) ?? '').toLowerCase();
    const whole = this.#byName.get(name);
    if (whole) return whole;
    if (name.endsWith('.m') && /^\s*(?:%|function\b|classdef\b)/.test(firstLine ?? '')) return this.#byId.get('matlab');
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      const row = this.#byExtension.get(name.slice(dot)) ?? this.#byName.get(`${name.slice(0, dot)}.*`);
      if (row) return row;
    }
    return undefined;
  }

  /** `2020-02-12.html.md.erb` is Markdown, whatever fills it in. */
  #proseInShell(path: string): LanguageRow | undefined {
    const inner = /(\.[a-z]+)\.(?:erb|j2|jinja2?|tmpl|tpl|ejs|hbs|liquid)$/i.exec(path)?.[1]?.toLowerCase();
    const row = inner === undefined ? undefined : this.#byExtension.get(inner);
    return row?.isProse ? row : undefined;
  }

  #rowOfShebang(firstLine: string | undefined): LanguageRow | undefined {
    const words = /^#!\s*(\S+)(?:\s+(.*))?$/.exec((firstLine ?? '').slice(0, 300));
    if (!words) return undefined;
    const program = words[1]?.split('/').at(-1);
    const names =
      program === 'env' ? (words[2] ?? '').split(/\s+/).filter((word) => !/^-|=/.test(word)) : [program ?? ''];
    const name = (names[0] ?? '').split('/').at(-1) ?? '';
    return this.#byInterpreter.get(name) ?? this.#byInterpreter.get(name.replace(/[\d.]+$/, ''));
  }

  #language(row: LanguageRow): Language {
    let language = this.#made.get(row);
    if (!language) {
      language = {
        id: row.id,
        isProse: row.isProse ?? false,
        isDiagram: row.isDiagram ?? false,
        mode: this.#compiler.root(row),
      };
      this.#made.set(row, language);
    }
    return language;
  }
}

function setFirst(map: Map<string, LanguageRow>, key: string, row: LanguageRow): void {
  if (!map.has(key)) map.set(key, row);
}
