import type { Hole, LanguageRow, Region } from './region';
import {
  backslash,
  block,
  character,
  doubled,
  hashBrace,
  heredoc,
  line,
  lineAt,
  longQuoted,
  longRaw,
  nestedBlock,
  plain,
  quoted,
  raw,
} from './regions';

/** A triple-quoted string that is a statement of its own documents what stands around it. */
function docstring(open: string, close: string): Region {
  return { ...longQuoted(close), open, kind: 'comment', when: 'docstring', otherwise: { ...longQuoted(close), open } };
}

const dollarParenthesis: Hole = { open: '\\$\\(', close: '\\)', nest: '\\(' };

/** Ruby's `%q(…)`, `%w[…]`, `%{…}`: the brackets may nest. */
const percentLiterals: readonly Region[] = (
  [
    ['\\(', '\\)'],
    ['\\[', '\\]'],
    ['\\{', '\\}'],
    ['<', '>'],
  ] as const
).map(([open, close]) => ({
  kind: 'string',
  open: `(?<![\\w)\\]])%[qQwWiIrsx]?${open}`,
  close,
  nest: open,
  skip: backslash,
  isMultiline: true,
}));
const rubyHeredoc: Region = heredoc('<<[~-]["\'`]?([A-Za-z_]\\w{0,60})["\'`]?', '^[ \\t]*%delimiter%[ \\t]*$');
const flushHeredoc: Region = heredoc('<<["\'`]?([A-Z_][A-Z_0-9]{1,60})["\'`]?(?![\\w(])', '^%delimiter%[ \\t]*$');
const rubyRegions: readonly Region[] = [
  { ...block('=begin', '=end'), open: '^=begin(?=\\s|$)', close: '^=end(?=\\s|$).*' },
  { kind: 'string', open: '^__END__$', close: '(?!)', isMultiline: true },
  plain('\\$[#"\'`]'),
  plain('(?<![\\w)])\\?[^\\s\\w](?![^\\s,;)\\]}.])'),
  line('#'),
  rubyHeredoc,
  flushHeredoc,
  ...percentLiterals,
  { ...longQuoted('"'), open: '(?<![\\w)\\]])%[qQwWiIr]?([|!/])', close: '%delimiter%' },
  longQuoted('"', { holes: [hashBrace] }),
  longQuoted("'"),
  longQuoted('`', { holes: [hashBrace] }),
  { kind: 'string', open: '\\/(?![ =])', when: 'regex' },
];

/** Perl's `q{…}`, `qr/…/`, `s{…}{…}`: the first part; the second of a substitution is read as code, or with the same mark. */
const perlQuotes: readonly Region[] = [
  ...(
    [
      ['\\{', '\\}'],
      ['\\(', '\\)'],
      ['\\[', '\\]'],
      ['<', '>'],
    ] as const
  ).map(
    ([open, close]): Region => ({
      kind: 'string',
      open: `(?<![\\w$@%&>-])(?:qq|qw|qr|qx|q|m|tr|s|y)[ ]?${open}`,
      close,
      nest: open,
      skip: backslash,
      isMultiline: true,
    }),
  ),
  {
    kind: 'string',
    open: '(?<![\\w$@%&>-])(?:s|tr|y)([/|!#])(?=(?:[^\\\\]|\\\\.){0,200})',
    close: '%delimiter%[^%delimiter%]*%delimiter%',
    skip: backslash,
  },
  {
    kind: 'string',
    open: '(?<![\\w$@%&>-])(?:(?:qq|qw|qr|qx|q|m)(?=[/|!#])|m(?=,[^,]{1,200},))(.)',
    close: '%delimiter%',
    skip: backslash,
    isMultiline: true,
  },
  { kind: 'string', open: '(?<=[=!]~ ?)(?:m|qr)([^\\w\\s({\\[<])', close: '%delimiter%', skip: backslash },
];

/** Documentation of Perl, which may also stand behind the end of the program. */
const pod: Region = { ...block('=pod', '=cut'), open: '^=(?!cut)[a-z]\\w*.*', close: '^=cut.*' };

/** Languages in which scripts are written. */
export const languagesOfScripts: readonly LanguageRow[] = [
  {
    id: 'python',
    also: ['cython', 'sage', 'starlark', 'bazel', 'tiltfile', 'snakemake', 'gyp', 'mojo'],
    extensions: [
      ...['.py', '.pyi', '.pyw', '.pyx', '.pxd', '.py.in', '.gyp', '.gypi', '.bzl', '.star', '.bazel', '.sage', '.smk'],
      ...['.wsgi', '.mojo', '.sky', '.buck'],
    ],
    fileNames: [
      ...['build', 'workspace', 'sconstruct', 'sconscript', 'snakefile', 'wscript', 'tiltfile', 'buck', 'please'],
      ...['.buckconfig.py', '.gclient'],
    ],
    interpreters: ['python', 'pypy', 'uv', 'sage', 'ipython'],
    remembers: true,
    regions: [line('#'), docstring('"""', '"""'), docstring("'''", "'''"), quoted('"'), quoted("'")],
  },
  {
    id: 'ruby',
    also: ['crystal', 'jruby'],
    extensions: [
      ...['.rb', '.rbx', '.rjs', '.gemspec', '.rake', '.ru', '.podspec', '.thor', '.jbuilder', '.rbi', '.rbs', '.cr'],
      ...['.prawn', '.arb', '.builder'],
    ],
    fileNames: [
      ...['rakefile', 'gemfile', 'guardfile', 'podfile', 'capfile', 'cheffile', 'vagrantfile', 'brewfile', 'fastfile'],
      ...['appfile', 'dangerfile', 'berksfile', 'puppetfile', 'thorfile', '.irbrc', '.pryrc'],
    ],
    interpreters: ['ruby', 'jruby', 'rake', 'crystal', 'truffleruby'],
    remembers: true,
    regions: rubyRegions,
  },
  {
    id: 'perl',
    also: ['perl6', 'raku'],
    extensions: ['.pl', '.pm', '.pod', '.t', '.psgi', '.pl6', '.p6', '.pm6', '.raku', '.rakumod', '.cgi'],
    fileNames: ['cpanfile', 'makefile.pl'],
    interpreters: ['perl', 'raku'],
    remembers: true,
    regions: [
      pod,
      { kind: 'code', open: '^__(?:END|DATA)__$', close: '(?!)', isMultiline: true, inside: () => [pod] },
      plain('\\$#'),
      ...perlQuotes,
      line('#'),
      heredoc('<<~?["\']([^"\'\\n]{1,60})["\']', '^[ \\t]*%delimiter%$'),
      heredoc('<<~?([A-Z_]\\w{0,60})', '^[ \\t]*%delimiter%$'),
      plain('(?<![\\w)])[$@%&]\\W'),
      plain("(?<=\\w)'(?=\\w)"),
      longQuoted('"'),
      longQuoted("'"),
      longQuoted('`'),
      { kind: 'string', open: '\\/(?![/ =])', when: 'regex' },
    ],
  },
  {
    id: 'r',
    also: ['rsweave', 'splus'],
    extensions: ['.r', '.rprofile', '.rt', '.rhistory'],
    fileNames: ['.rprofile'],
    interpreters: ['rscript'],
    regions: [
      line('#'),
      { kind: 'string', open: '(?<!\\w)[rR]"(-{0,8})\\(', close: '\\)%delimiter%"', isMultiline: true },
      { kind: 'string', open: "(?<!\\w)[rR]'(-{0,8})\\(", close: "\\)%delimiter%'", isMultiline: true },
      longQuoted('"'),
      longQuoted("'"),
      raw('`'),
    ],
  },
  {
    id: 'julia',
    extensions: ['.jl'],
    interpreters: ['julia'],
    remembers: true,
    regions: [
      nestedBlock('#=', '=#'),
      line('#'),
      {
        ...docstring('"""', '"""'),
        otherwise: longQuoted('"""', { holes: [dollarParenthesis] }),
      },
      longQuoted('"', { holes: [dollarParenthesis] }),
      longRaw('`'),
      character,
    ],
  },
  {
    id: 'lua',
    also: ['luau', 'moonscript', 'teal', 'terra', 'pico-8'],
    extensions: ['.lua', '.luau', '.rockspec', '.nse', '.wlua', '.p8', '.tl'],
    fileNames: ['.luacheckrc'],
    interpreters: ['lua', 'luajit', 'luau', 'texlua', 'th'],
    regions: [
      { kind: 'comment', open: '--\\[(={0,16})\\[', close: '\\]%delimiter%\\]', isMultiline: true },
      line('--'),
      { kind: 'string', open: '\\[(={0,16})\\[', close: '\\]%delimiter%\\]', isMultiline: true },
      quoted('"'),
      quoted("'"),
    ],
  },
  {
    id: 'nim',
    also: ['nimble'],
    extensions: ['.nim', '.nims', '.nimble'],
    interpreters: ['nim'],
    regions: [
      nestedBlock('##[', ']##'),
      nestedBlock('#[', ']#'),
      line('#'),
      longRaw('"""', '"""', { close: '"""(?!")' }),
      { ...doubled('"'), open: '(?<=\\w)"' },
      quoted('"'),
      character,
    ],
  },
  {
    id: 'matlab',
    also: ['octave'],
    extensions: ['.matlab', '.octave', '.mlx'],
    interpreters: ['octave', 'matlab'],
    regions: [
      { kind: 'comment', open: '^\\s*%\\{\\s*$', close: '^\\s*%\\}\\s*$', nest: '^\\s*%\\{\\s*$', isMultiline: true },
      { kind: 'comment', open: '^\\s*#\\{\\s*$', close: '^\\s*#\\}\\s*$', nest: '^\\s*#\\{\\s*$', isMultiline: true },
      line('%'),
      lineAt('(?:^|(?<=\\s))#'),
      lineAt('\\.\\.\\.'),
      { ...doubled("'"), when: 'notTranspose' },
      doubled('"'),
    ],
  },
  { id: 'puppet', extensions: ['.pp'], regions: [line('#'), block('/*', '*/'), longQuoted('"'), longQuoted("'")] },
  {
    id: 'gdscript',
    also: ['gdresource'],
    extensions: ['.gd', '.gdshader'],
    regions: [line('#'), longQuoted('"""'), quoted('"'), quoted("'")],
  },
  {
    id: 'smalltalk',
    extensions: ['.st'],
    regions: [{ ...longRaw('"'), kind: 'comment' }, doubled("'", { isMultiline: true })],
  },
  {
    id: 'stata',
    also: ['sas', 'spss'],
    extensions: ['.do', '.ado', '.sas', '.sps'],
    regions: [block('/*', '*/'), lineAt('^\\s*\\*'), lineAt('(?:^|(?<=\\s))\\/\\/'), quoted('"'), doubled("'")],
  },
  {
    id: 'gnuplot',
    extensions: ['.gp', '.gnuplot', '.plt'],
    interpreters: ['gnuplot'],
    regions: [line('#', { isContinued: true }), quoted('"'), doubled("'")],
  },
  {
    id: 'postscript',
    extensions: ['.ps', '.eps'],
    regions: [
      line('%'),
      { kind: 'string', open: '\\(', close: '\\)', nest: '\\(', skip: backslash, isMultiline: true },
    ],
  },
  {
    id: 'forth',
    also: ['factor'],
    extensions: ['.fth', '.4th', '.forth', '.factor'],
    regions: [
      lineAt('(?:^|(?<=\\s))[\\\\!](?=\\s|$)'),
      { ...block('(', ')'), open: '(?:^|(?<=\\s))\\((?=\\s)' },
      { kind: 'string', open: '[sS.]" ', close: '"' },
    ],
  },
  {
    id: 'vimscript',
    also: ['viml', 'vim', 'vim9'],
    extensions: ['.vim', '.vimrc', '.exrc', '.gvimrc', '.nvimrc'],
    fileNames: ['vimrc', 'gvimrc', '.vimrc', '_vimrc'],
    regions: [
      lineAt('^\\s*"'),
      lineAt('^\\s*#(?=\\s)'),
      doubled("'"),
      { ...quoted('"'), open: '"(?=[^"]*")' },
      lineAt('(?<=\\s)"(?=\\s)'),
    ],
  },
];
