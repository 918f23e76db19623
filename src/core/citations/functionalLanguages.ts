import type { LanguageRow, Region } from './region';
import { block, character, line, lineAt, longQuoted, longRaw, nestedBlock, plain, quoted } from './regions';

/** `(* … *)`, nested; a string in it closes nothing. */
const stars: Region = nestedBlock('(*', '*)', { skip: '"[^"\\\\]*"' });
const dashes: Region = nestedBlock('{-', '-}');
/** `--` and more, unless it is part of an operator such as `-->` or `|--`. */
const haskellLine: Region = lineAt('(?<![!#$%&*+./<=>?@\\\\^|~:-])-{2,}(?![!#$%&*+./<=>?@\\\\^|~:-])');
const lispCharacter: Region = plain('#\\\\(?:\\w+|.)');

/** Languages in which functions come first: the ML, Haskell, Lisp and Erlang families, and provers. */
export const functionalLanguages: readonly LanguageRow[] = [
  {
    id: 'haskell',
    also: ['literate haskell', 'cabal-haskell', 'purescript', 'agda', 'idris', 'curry', 'hsc'],
    extensions: ['.hs', '.hs-boot', '.hsc', '.purs', '.agda', '.idr', '.lidr'],
    interpreters: ['runhaskell', 'runghc', 'stack'],
    regions: [dashes, haskellLine, longQuoted('"""'), quoted('"', { isContinued: true }), character],
  },
  { id: 'cabal', extensions: ['.cabal'], fileNames: ['cabal.project'], regions: [lineAt('^[ \\t]*--'), quoted('"')] },
  { id: 'elm', extensions: ['.elm'], regions: [dashes, line('--'), longQuoted('"""'), quoted('"'), character] },
  { id: 'dhall', extensions: ['.dhall'], regions: [dashes, line('--'), longRaw("''"), quoted('"')] },
  {
    id: 'ocaml',
    also: ['ocaml.interface', 'ocaml.ocamllex', 'ocaml.menhir', 'reasonml'],
    extensions: ['.ml', '.mli', '.mll', '.mly', '.eliom'],
    interpreters: ['ocaml', 'ocamlrun'],
    regions: [
      stars,
      { kind: 'string', open: '\\{([a-z_]{0,20})\\|', close: '\\|%delimiter%\\}', isMultiline: true },
      longQuoted('"'),
      character,
    ],
  },
  {
    id: 'sml',
    also: ['coq', 'isabelle', 'rocq', 'why3', 'mathematica', 'wolfram', 'tla', 'modula2', 'oberon'],
    extensions: ['.sml', '.sig', '.fun', '.coq', '.thy', '.wl', '.wls', '.nb', '.tla', '.mod2', '.ob2'],
    regions: [stars, lineAt('\\\\\\*'), longQuoted('"')],
  },
  {
    id: 'lean',
    also: ['lean4'],
    extensions: ['.lean'],
    regions: [nestedBlock('/-', '-/'), line('--'), longQuoted('"'), character],
  },
  {
    id: 'erlang',
    extensions: ['.erl', '.hrl', '.escript', '.app.src', '.yrl', '.xrl'],
    fileNames: ['rebar.config', 'sys.config'],
    interpreters: ['escript'],
    regions: [plain('\\$\\\\?.'), line('%'), longQuoted('"'), quoted("'")],
  },
  {
    id: 'elixir',
    also: ['eex', 'surface'],
    extensions: ['.ex', '.exs'],
    interpreters: ['elixir', 'iex'],
    regions: elixirRegions(),
  },
  {
    id: 'clojure',
    also: ['clojurescript', 'edn', 'fennel', 'hy', 'janet'],
    extensions: ['.clj', '.cljs', '.cljc', '.cljx', '.edn', '.bb', '.fnl', '.hy', '.janet'],
    interpreters: ['bb', 'clojure', 'clj', 'hy', 'fennel'],
    regions: [plain('\\\\(?:\\w+|.)'), line(';'), longQuoted('"')],
  },
  {
    id: 'lisp',
    also: ['commonlisp', 'elisp', 'emacs-lisp', 'autolisp'],
    extensions: ['.lisp', '.lsp', '.cl', '.el', '.asd', '.fasl'],
    fileNames: ['.emacs'],
    interpreters: ['sbcl', 'emacs', 'clisp'],
    regions: [
      lispCharacter,
      plain('(?<=[\\s(\\[])\\?\\\\?[^\\s]'),
      nestedBlock('#|', '|#'),
      line(';'),
      longQuoted('"'),
    ],
  },
  {
    id: 'scheme',
    also: ['racket', 'guile', 'chicken'],
    extensions: ['.scm', '.ss', '.sld', '.sls', '.rkt', '.rktd', '.scrbl'],
    interpreters: ['guile', 'racket', 'csi', 'chez'],
    regions: [lispCharacter, nestedBlock('#|', '|#'), line(';'), longQuoted('"')],
  },
  {
    id: 'wat',
    also: ['wasm', 'wast', 'wit'],
    extensions: ['.wat', '.wast'],
    regions: [nestedBlock('(;', ';)'), line(';;'), quoted('"')],
  },
  {
    id: 'llvm',
    also: ['mlir', 'mips-llvm'],
    extensions: ['.llvm', '.mlir'],
    regions: [line(';'), line('//'), quoted('"')],
  },
  {
    id: 'prolog',
    also: ['logtalk', 'mercury', 'minizinc'],
    extensions: ['.prolog', '.lgt', '.mzn'],
    interpreters: ['swipl'],
    regions: [plain("0'\\\\?."), line('%'), block('/*', '*/'), quoted('"'), quoted("'")],
  },
  { id: 'unison', extensions: ['.u'], regions: [dashes, line('--'), longQuoted('"')] },
];

/** Elixir's documentation attributes hold text for people; its other heredocs and sigils are strings. */
function elixirRegions(): readonly Region[] {
  const holes = [{ open: '#\\{', close: '\\}', nest: '\\{' }];
  const brackets = [
    ['\\(', '\\)'],
    ['\\[', '\\]'],
    ['\\{', '\\}'],
    ['<', '>'],
  ] as const;
  return [
    plain('(?<![\\w)])\\?\\\\?[^\\s\\w]'),
    line('#'),
    { ...longQuoted('"""'), kind: 'comment', open: '(?<=@(?:doc|moduledoc|typedoc|shortdoc)\\s(?:~[sS])?)"""' },
    { ...quoted('"'), kind: 'comment', open: '(?<=@(?:doc|moduledoc|typedoc|shortdoc)\\s)"(?!"")' },
    longQuoted('"""', { holes }),
    longQuoted("'''", { holes }),
    longQuoted('"', { holes }),
    longQuoted("'", { holes }),
    ...brackets.map(([open, close]) => ({ ...longQuoted('"'), open: `~[a-zA-Z]+${open}`, close })),
    { ...longQuoted('"'), open: '~[a-zA-Z]+([/|])', close: '%delimiter%' },
  ];
}
