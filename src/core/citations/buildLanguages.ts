import type { LanguageRow, Region } from './region';
import { block, heredoc, line, lineAt, quoted } from './regions';

/** Quotes mean something to the shell only, so in recipes only, whose lines begin with a tab. */
const recipeQuotes: readonly Region[] = ['"', "'"].map((mark) => ({
  ...quoted(mark),
  open: `(?<=^\\t.{0,2000})${mark}`,
}));

/** Languages that build and pack. */
export const buildLanguages: readonly LanguageRow[] = [
  {
    id: 'makefile',
    also: ['make', 'gnumake', 'automake', 'bsdmake'],
    extensions: ['.mk', '.mak', '.make', '.am', '.mk.in'],
    fileNames: ['makefile', 'gnumakefile', 'bsdmakefile', 'makefile.*', 'kbuild', 'ocamlmakefile'],
    interpreters: ['make'],
    regions: [
      { kind: 'code', open: '\\\\#', close: '' },
      { kind: 'code', open: '\\$[#]', close: '' },
      ...recipeQuotes,
      line('#', { isContinued: true, open: '(?:^|(?<=[\\s;=:)]))#' }),
    ],
  },
  {
    id: 'just',
    also: ['justfile', 'earthfile', 'taskfile'],
    extensions: ['.just', '.justfile', '.earth'],
    fileNames: ['justfile', '.justfile', 'earthfile'],
    interpreters: ['just'],
    regions: [lineAt('(?:^|(?<=\\s))#'), quoted('"'), quoted("'")],
  },
  {
    id: 'cmake',
    also: ['cmake-cache'],
    extensions: ['.cmake', '.cmake.in'],
    fileNames: ['cmakelists.txt'],
    interpreters: ['cmake'],
    regions: [
      { kind: 'comment', open: '#\\[(={0,16})\\[', close: '\\]%delimiter%\\]', isMultiline: true },
      line('#'),
      { kind: 'string', open: '\\[(={1,16})\\[', close: '\\]%delimiter%\\]', isMultiline: true },
      { kind: 'string', open: '(?<![\\w}])\\[\\[', close: '\\]\\]', isMultiline: true },
      quoted('"', { isMultiline: true }),
    ],
  },
  {
    id: 'dockerfile',
    also: ['docker', 'containerfile', 'docker-bake'],
    extensions: ['.dockerfile', '.containerfile'],
    fileNames: ['dockerfile', 'dockerfile.*', 'containerfile', 'containerfile.*'],
    regions: [
      lineAt('^[ \\t]*#'),
      heredoc('<<-?["\']?([A-Za-z_]\\w{0,60})["\']?(?=\\s|$)', '^\\t*%delimiter%$'),
      quoted('"'),
      quoted("'"),
    ],
  },
  { id: 'ninja', extensions: ['.ninja'], regions: [lineAt('^\\s*#')] },
  {
    id: 'qmake',
    also: ['scons', 'premake', 'xmake'],
    extensions: ['.pro', '.pri', '.prf'],
    regions: [line('#'), quoted('"')],
  },
  {
    id: 'm4',
    also: ['autoconf', 'ac'],
    extensions: ['.m4', '.ac'],
    fileNames: ['configure.ac', 'configure.in'],
    regions: [lineAt('(?<!\\w)dnl(?!\\w)'), lineAt('(?:^|(?<=\\s))#(?=\\s|$|#)')],
  },
  {
    id: 'inno',
    also: ['innosetup', 'iss', 'nsis'],
    extensions: ['.iss', '.nsi', '.nsh'],
    regions: [lineAt('^\\s*[;#]'), lineAt('(?<=\\s);'), block('/*', '*/'), quoted('"')],
  },
];
