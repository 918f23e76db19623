import type { Hole, LanguageRow, Region } from './region';
import { block, doubled, heredoc, line, lineAt, longQuoted, longRaw, plain, quoted } from './regions';

const command: Hole = { open: '\\$\\((?!\\()', close: '\\)', nest: '\\(' };
const expansion: Hole = { open: '\\$\\{', close: '\\}', nest: '\\{' };

/** `#` at the start of a word; not in `$#`, `${#name}`, `a#b`. */
const shellComment: Region = lineAt('(?:^|(?<=[\\s;|&]))#');
/** `<<EOF`, `<<-'EOF'`; the first may be indented by tabs where there is a `-`. */
const shellHeredoc: Region = heredoc(
  '(?<![<\\d])<<-?[ \\t]*["\']?\\\\?([A-Za-z_][\\w.-]{0,60})["\']?(?![\\w(])',
  '^\\t*%delimiter%$',
);

const shellRegions: readonly Region[] = [
  plain('\\\\.'),
  plain('\\$[#$?!]'),
  plain('\\$\\{#'),
  shellComment,
  { kind: 'code', open: '\\((?=\\()', close: '\\)', nest: '\\(', inside: () => [] },
  shellHeredoc,
  { ...longQuoted("'"), open: "\\$'" },
  longRaw("'"),
  longQuoted('"', { holes: [command, expansion] }),
];

/** Shells and the command languages beside them. */
export const shellLanguages: readonly LanguageRow[] = [
  {
    id: 'shellscript',
    also: ['sh', 'bash', 'zsh', 'ksh', 'shell', 'bats', 'pkgbuild', 'ebuild'],
    extensions: [
      ...[
        '.sh',
        '.bash',
        '.zsh',
        '.ksh',
        '.command',
        '.bats',
        '.ebuild',
        '.eclass',
        '.install',
        '.zsh-theme',
        '.envrc',
      ],
      ...['.bashrc', '.bash_profile', '.bash_aliases', '.profile', '.zshrc', '.zprofile', '.zshenv', '.xinitrc'],
    ],
    fileNames: ['apkbuild', 'pkgbuild', 'gradlew', 'configure', 'rc.local', 'profile', 'bashrc', '.husky'],
    interpreters: ['sh', 'bash', 'zsh', 'ksh', 'dash', 'ash', 'mksh', 'busybox', 'bats', 'openrc-run'],
    regions: shellRegions,
  },
  {
    id: 'fish',
    extensions: ['.fish'],
    interpreters: ['fish'],
    regions: [plain('\\\\.'), shellComment, longQuoted("'"), longQuoted('"', { holes: [command] })],
  },
  {
    id: 'nushell',
    also: ['nu', 'elvish', 'xonsh'],
    extensions: ['.nu', '.elv', '.xsh'],
    interpreters: ['nu', 'elvish', 'xonsh'],
    regions: [shellComment, longQuoted('"'), longRaw("'"), longRaw('`')],
  },
  {
    id: 'powershell',
    also: ['pwsh', 'ps1'],
    extensions: ['.ps1', '.psm1', '.psd1', '.pssc', '.psrc'],
    interpreters: ['pwsh', 'powershell'],
    regions: [
      plain('`.'),
      block('<#', '#>'),
      lineAt('(?:^|(?<=[\\s;|&(){},=]))#'),
      { ...longRaw("@'", "'@"), open: "@'(?=\\s*$)", close: "^'@" },
      { ...longRaw('@"', '"@', { holes: [{ ...command, open: '\\$\\(' }] }), open: '@"(?=\\s*$)', close: '^"@' },
      doubled("'", { isMultiline: true }),
      longQuoted('"', { skip: '`.|""', holes: [{ ...command, open: '\\$\\(' }] }),
    ],
  },
  {
    id: 'bat',
    also: ['batch', 'cmd'],
    extensions: ['.bat', '.cmd', '.btm'],
    regions: [
      lineAt('^[ \\t@]*[Rr][Ee][Mm](?=[\\s:;.]|$)'),
      lineAt('(?<=[&(] {0,4}@?)[Rr][Ee][Mm](?=\\s|$)'),
      lineAt('^[ \\t]*::'),
      lineAt('(?<=[&(] {0,4})::'),
      { kind: 'string', open: '"', close: '"' },
    ],
  },
  {
    id: 'awk',
    extensions: ['.awk', '.gawk', '.mawk'],
    interpreters: ['awk', 'gawk', 'mawk', 'nawk'],
    remembers: true,
    regions: [line('#'), quoted('"'), { kind: 'string', open: '\\/(?![/])', when: 'regex' }],
  },
  { id: 'sed', extensions: ['.sed'], interpreters: ['sed'], regions: [lineAt('^[ \\t]*#')] },
  { id: 'jq', extensions: ['.jq'], interpreters: ['jq'], regions: [line('#'), quoted('"')] },
  {
    id: 'tcl',
    also: ['expect', 'tk', 'sdc', 'xdc'],
    extensions: ['.tcl', '.tk', '.exp', '.sdc', '.xdc', '.itcl', '.adp'],
    interpreters: ['tclsh', 'wish', 'expect'],
    regions: [plain('\\\\.'), lineAt('^[ \\t]*#', { isContinued: true }), lineAt('(?<=;[ \\t]{0,8})#'), quoted('"')],
  },
  {
    id: 'autohotkey',
    also: ['ahk', 'ahk2'],
    extensions: ['.ahk', '.ah2'],
    regions: [block('/*', '*/'), lineAt('(?:^|(?<=\\s));'), doubled('"'), quoted("'", { skip: '`.' })],
  },
  {
    id: 'autoit',
    extensions: ['.au3'],
    regions: [
      { ...block('#cs', '#ce'), open: '^[ \\t]*#(?:cs|comments-start)', close: '^[ \\t]*#(?:ce|comments-end)' },
      line(';'),
      doubled('"'),
      doubled("'"),
    ],
  },
  {
    id: 'applescript',
    extensions: ['.applescript', '.scpt'],
    interpreters: ['osascript'],
    regions: [block('(*', '*)', { nest: '\\(\\*' }), line('--'), line('#'), quoted('"')],
  },
];
