import type { Mode, Step } from './mode';
import { escapeRegExp } from './namePrefixes';
import type { Hole, LanguageRow, Region } from './region';
import { type Search, searchFor } from './search';

const mostDelimiters = 64;

/** Turns rows of the table into modes, each once, when first met. */
export class ModeCompiler {
  readonly #row: (id: string) => LanguageRow | undefined;
  readonly #scopes = new Map<readonly Region[], Map<string, Scope>>();

  constructor(row: (id: string) => LanguageRow | undefined) {
    this.#row = row;
  }

  /** The mode in which a text of the language begins. */
  root(row: LanguageRow): Mode {
    return this.scope(row.regions, row.remembers ?? false, '').code(undefined, undefined, textOf(row));
  }

  /**
   * Rules for code within which `hard` (RegExp source, or nothing) ends even a line comment, and `endsAll` (likewise) all that is open
   * where a line begins so.
   */
  scope(regions: readonly Region[], remembers: boolean, hard: string, endsAll = ''): Scope {
    const byHard = made(this.#scopes, regions, () => new Map<string, Scope>());
    return made(byHard, `${hard}\n${endsAll}`, () => new Scope(this, regions, { remembers, hard, endsAll }));
  }

  /** The regions of a language by id; none for one that is not in the table. */
  row(id: string): LanguageRow {
    return this.#row(id) ?? { id, regions: [] };
  }
}

/** One alternative of a search: its source and what to do where it matches. */
interface Choice {
  readonly source: string;
  readonly step: Step;
}

/** Regions that are looked for together, in one language. */
class Scope {
  readonly #compiler: ModeCompiler;
  readonly #regions: readonly Region[];
  readonly #remembers: boolean;
  readonly #hard: string;
  readonly #endsAll: string;
  readonly #codes = new Map<string, Mode>();
  readonly #modes = new Map<Region, Mode>();

  constructor(
    compiler: ModeCompiler,
    regions: readonly Region[],
    rules: { readonly remembers: boolean; readonly hard: string; readonly endsAll: string },
  ) {
    this.#compiler = compiler;
    this.#regions = regions;
    this.#remembers = rules.remembers;
    this.#hard = rules.hard;
    this.#endsAll = rules.endsAll;
  }

  /** Code until `close`, with `nest` and `close` in pairs; to the end of the text without `close`. */
  code(
    close: string | undefined,
    nest: string | undefined,
    more: Partial<Mode> = {},
    extra: readonly Choice[] = [],
  ): Mode {
    const key = `${close}\n${nest}`;
    const isPlain = extra.length === 0 && Object.keys(more).length === 0;
    const there = isPlain ? this.#codes.get(key) : undefined;
    if (there) return there;
    const choices = () => [
      ...this.#ends(close, nest),
      ...extra,
      ...this.#regions.map((region) => this.#opening(region)),
    ];
    const mode = modeOf(searchOf(choices), { remembers: this.#remembers, ...more });
    if (isPlain) this.#codes.set(key, mode);
    return mode;
  }

  #opening(region: Region): Choice {
    if (region.close === '') return { source: region.open, step: { does: 'skip' } };
    const { otherwise } = region;
    const step: Step = {
      does: 'open',
      mode: once(() => this.#mode(region)),
      when: region.when,
      otherwise: otherwise ? once(() => this.#mode(otherwise)) : undefined,
      hasDelimiter: hasGroup(region.open),
    };
    return { source: region.open, step };
  }

  #mode(region: Region): Mode {
    return made(this.#modes, region, () => this.#made(region));
  }

  #made(region: Region): Mode {
    const more = {
      endsWithLine: region.isMultiline !== true && region.isIndented !== true,
      isContinued: region.isContinued ?? false,
      fromNextLine: region.fromNextLine ?? region.isIndented ?? false,
      isIndented: region.isIndented ?? false,
      indentation: region.indentation === undefined ? undefined : new RegExp(region.indentation),
    };
    if (region.language !== undefined || region.inside) return this.#codeWithin(region, more);
    const close = region.close ?? (this.#hard === '' ? undefined : `(?=${this.#hard})`);
    const choices = () => [
      ...(region.skip === undefined ? [] : [{ source: region.skip, step: { does: 'skip' } } as const]),
      ...(region.holes ?? []).map((hole) => this.#hole(hole)),
      ...(this.#endsAll === '' ? [] : [{ source: `^(?=${this.#endsAll.slice(1)})`, step: { does: 'close' } } as const]),
      ...this.#ends(close, region.nest),
    ];
    const isWhole = !more.fromNextLine && !more.isIndented;
    return modeOf(searchOf(choices), { ...more, isWhole, kind: region.kind });
  }

  #codeWithin(region: Region, more: Partial<Mode>): Mode {
    const row = region.language === undefined ? undefined : this.#compiler.row(region.language);
    const regions = row ? row.regions : (region.inside?.() ?? []);
    const endsLines = row !== undefined && region.close !== undefined && region.nest === undefined;
    const hard = endsLines ? region.close : this.#hard;
    const scope = this.#compiler.scope(regions, (row ?? region).remembers ?? false, hard, region.endsAll);
    const { becomes } = region;
    const turning: Choice[] = becomes
      ? [
          {
            source: becomes().open,
            step: { does: 'become', mode: once(() => this.#mode(becomes())), hasDelimiter: hasGroup(becomes().open) },
          },
        ]
      : [];
    return scope.code(region.close, region.nest, { ...more, ...(row ? textOf(row) : {}) }, turning);
  }

  #hole({ open, close, nest }: Hole): Choice {
    return {
      source: open,
      step: {
        does: 'open',
        mode: once(() => this.code(close, nest)),
        when: undefined,
        otherwise: undefined,
        hasDelimiter: false,
      },
    };
  }

  #ends(close: string | undefined, nest: string | undefined): Choice[] {
    return [
      ...(nest === undefined ? [] : [{ source: nest, step: { does: 'nest' } } as const]),
      ...(close === undefined ? [] : [{ source: close, step: { does: 'close' } } as const]),
    ];
  }
}

/** What plain text of a language is. */
function textOf({ id, isDiagram, rest }: LanguageRow): Partial<Mode> {
  return isDiagram ? { kind: rest, diagram: id } : {};
}

/** A mode of plain code, but for what is told. All are made here, so that the engine knows one shape of them. */
function modeOf(search: Mode['search'], more: Partial<Mode>): Mode {
  return {
    kind: more.kind,
    search,
    endsWithLine: more.endsWithLine ?? false,
    isContinued: more.isContinued ?? false,
    fromNextLine: more.fromNextLine ?? false,
    isWhole: more.isWhole ?? false,
    isIndented: more.isIndented ?? false,
    indentation: more.indentation,
    remembers: more.remembers ?? false,
    diagram: more.diagram,
  };
}

/** Compiles when first asked; once for each delimiter where the closing depends on it. */
function searchOf(choices: () => readonly Choice[]): (delimiter: string) => Search {
  let all: readonly Choice[] | undefined;
  let fixed: Search | undefined;
  const byDelimiter = new Map<string, Search>();
  return (delimiter) => {
    if (fixed) return fixed;
    all ??= choices();
    const choice = all;
    if (!choice.some(({ source }) => source.includes('%delimiter%'))) {
      fixed = compiled(choice, '');
      return fixed;
    }
    if (byDelimiter.size >= mostDelimiters) byDelimiter.clear();
    return made(byDelimiter, delimiter, () => compiled(choice, delimiter));
  };
}

function compiled(choices: readonly Choice[], delimiter: string): Search {
  const escaped = escapeRegExp(delimiter);
  return searchFor(choices.map(({ source, step }) => ({ source: source.replaceAll('%delimiter%', escaped), step })));
}

/** Makes something when first asked, and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let there: { readonly value: Value } | undefined;
  return () => {
    there ??= { value: make() };
    return there.value;
  };
}

function hasGroup(source: string): boolean {
  return (new RegExp(`${source}|`).exec('')?.length ?? 1) > 1;
}

/** What a map holds under a key, made now where it holds nothing. */
function made<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const value = make();
  map.set(key, value);
  return value;
}
