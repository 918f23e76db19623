import type { LanguageRow, Region } from './region';
import {
  character,
  dollarBrace,
  doubled,
  line,
  lineAt,
  longQuoted,
  longRaw,
  nestedBlock,
  nestedSlashes,
  quoted,
  slashes,
} from './regions';

const braceHole = { open: '\\{', close: '\\}', nest: '\\{' };
/** `@"…"`, in which only the doubled quote is an escape. */
const verbatim: Region = { ...doubled('"', { isMultiline: true }), open: '@"' };
/** `"""…"""` with three quotes or more. */
const rawOfCSharp: Region = { kind: 'string', open: '("{3,16})', close: '%delimiter%', isMultiline: true };

/** Languages of the Java and .NET machines, and Dart. */
export const languagesOfJava: readonly LanguageRow[] = [
  {
    id: 'java',
    extensions: ['.java', '.jav', '.jsh'],
    regions: [...slashes, longQuoted('"""'), quoted('"'), character],
  },
  {
    id: 'kotlin',
    also: ['kotlinscript'],
    extensions: ['.kt', '.kts', '.ktm'],
    interpreters: ['kotlin', 'kscript'],
    regions: [
      ...nestedSlashes,
      longRaw('"""', '"""', { close: '"{3,5}', holes: [dollarBrace] }),
      quoted('"', { holes: [dollarBrace] }),
      character,
    ],
  },
  {
    id: 'scala',
    extensions: ['.scala', '.sc', '.sbt', '.mill'],
    interpreters: ['scala', 'amm', 'scala-cli'],
    regions: [
      ...nestedSlashes,
      { ...longRaw('"""', '"""', { holes: [dollarBrace], close: '"{3,5}' }), open: '(?<=\\w)"""' },
      longRaw('"""', '"""', { close: '"{3,5}' }),
      { ...quoted('"', { holes: [dollarBrace] }), open: '(?<=\\w)"' },
      quoted('"'),
      character,
    ],
  },
  {
    id: 'groovy',
    also: ['gradle', 'jenkinsfile', 'nextflow', 'java-gradle'],
    extensions: ['.groovy', '.gradle', '.gvy', '.gy', '.gsh', '.jenkinsfile', '.nf'],
    fileNames: ['jenkinsfile', 'jenkinsfile.*'],
    interpreters: ['groovy', 'nextflow'],
    remembers: true,
    regions: [
      ...slashes,
      longQuoted('"""', { holes: [dollarBrace] }),
      longQuoted("'''"),
      quoted('"', { holes: [dollarBrace] }),
      quoted("'"),
      { kind: 'string', open: '\\$\\/', close: '\\/\\$', isMultiline: true },
      { kind: 'string', open: '\\/(?![*/])', when: 'regex' },
    ],
  },
  {
    id: 'csharp',
    also: ['cake', 'csx'],
    extensions: ['.cs', '.csx', '.cake'],
    interpreters: ['dotnet-script'],
    regions: [
      ...slashes,
      { ...rawOfCSharp, open: '\\$+("{3,16})' },
      rawOfCSharp,
      { ...verbatim, open: '(?:\\$@|@\\$)"', skip: '""|\\{\\{', holes: [braceHole] },
      verbatim,
      { ...quoted('"', { holes: [braceHole] }), open: '\\$"', skip: '\\\\.|\\{\\{' },
      quoted('"'),
      character,
    ],
  },
  {
    id: 'fsharp',
    extensions: ['.fs', '.fsi', '.fsx', '.fsscript'],
    interpreters: ['fsharpi'],
    regions: [
      line('//'),
      { ...nestedBlock('(*', '*)'), open: '\\(\\*(?!\\))', nest: '\\(\\*(?!\\))' },
      longRaw('"""'),
      verbatim,
      longQuoted('"'),
      { kind: 'code', open: '``', close: '``' },
      character,
    ],
  },
  {
    id: 'vb',
    also: ['vbnet', 'vba', 'vbs', 'vbscript', 'twinbasic', 'freebasic', 'bas', 'smallbasic'],
    extensions: ['.vb', '.bas', '.vbs', '.vba', '.frm', '.brs', '.bi'],
    regions: [lineAt("['‘’]"), lineAt('(?:^|(?<=[:\\s]))[Rr][Ee][Mm](?=\\s|$)'), doubled('"')],
  },
  {
    id: 'dart',
    extensions: ['.dart'],
    interpreters: ['dart'],
    regions: [
      ...nestedSlashes,
      { kind: 'string', open: '(?<![\\w$])r("""|\'\'\'|"|\')', close: '%delimiter%', isMultiline: true },
      longQuoted('"""', { holes: [dollarBrace] }),
      longQuoted("'''", { holes: [dollarBrace] }),
      quoted('"', { holes: [dollarBrace] }),
      quoted("'", { holes: [dollarBrace] }),
    ],
  },
  {
    id: 'xtend',
    also: ['xtext'],
    extensions: ['.xtend', '.xtext'],
    regions: [...slashes, longRaw("'''"), quoted('"'), quoted("'")],
  },
  { id: 'drools', extensions: ['.drl'], regions: [...slashes, line('#'), quoted('"')] },
  {
    id: 'powerquery',
    also: ['dax'],
    extensions: ['.pq', '.dax'],
    regions: [...slashes, line('--'), doubled('"', { isMultiline: true })],
  },
  { id: 'al', extensions: ['.al'], regions: [...slashes, doubled("'"), doubled('"')] },
  {
    id: 'abap',
    extensions: ['.abap'],
    regions: [
      lineAt('^\\*'),
      line('"'),
      doubled("'"),
      doubled('`'),
      { kind: 'string', open: '\\|', close: '\\|', skip: '\\\\.' },
    ],
  },
];
