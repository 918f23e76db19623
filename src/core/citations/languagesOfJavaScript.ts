import type { LanguageRow, Region } from './region';
import { block, character, dollarBrace, line, longQuoted, longRaw, quoted, slashes } from './regions';

const template: Region = longQuoted('`', { holes: [dollarBrace] });
const regex: Region = { kind: 'code', open: '\\/(?![*/])', when: 'regex' };

const scriptRegions: readonly Region[] = [...slashes, quoted('"'), quoted("'"), template, regex];

/** What stands between tags of JSX: text, `{code}` and further elements. */
const children: Region = {
  kind: 'code',
  open: '(?<!=)>',
  close: '<\\/[^<>]*>',
  isMultiline: true,
  inside: () => childRegions,
};
const tag: Region = {
  kind: 'code',
  open: '<(?=[A-Za-z_$>])',
  close: '\\/>',
  isMultiline: true,
  inside: () => tagRegions,
  becomes: () => children,
};
const braces: Region = {
  kind: 'code',
  open: '\\{',
  close: '\\}',
  nest: '\\{',
  isMultiline: true,
  inside: () => jsxRegions,
  remembers: true,
};
const tagRegions: readonly Region[] = [...slashes, braces, longRaw('"'), longRaw("'")];
const childRegions: readonly Region[] = [braces, tag];
const jsxRegions: readonly Region[] = [...scriptRegions, { ...tag, when: 'jsx' }];

/** JavaScript, TypeScript and what compiles to them. */
export const languagesOfJavaScript: readonly LanguageRow[] = [
  {
    id: 'typescript',
    also: ['ts'],
    extensions: ['.ts', '.mts', '.cts'],
    interpreters: ['ts-node', 'tsx', 'deno', 'bun'],
    remembers: true,
    regions: scriptRegions,
  },
  { id: 'typescriptreact', also: ['tsx'], extensions: ['.tsx'], remembers: true, regions: jsxRegions },
  {
    id: 'javascript',
    also: ['javascriptreact', 'jsx', 'js', 'flow', 'babel'],
    extensions: ['.js', '.jsx', '.mjs', '.cjs', '.es6', '.pac', '.gs', '.wxs'],
    fileNames: ['jakefile'],
    interpreters: ['node', 'nodejs', 'gjs', 'k6', 'qjs', 'zx'],
    remembers: true,
    regions: jsxRegions,
  },
  {
    id: 'coffeescript',
    extensions: ['.coffee', '.cson', '.iced'],
    fileNames: ['cakefile'],
    interpreters: ['coffee'],
    remembers: true,
    regions: [
      block('###', '###'),
      longQuoted('///', { kind: 'string' }),
      line('#'),
      longQuoted('"""', { holes: [{ open: '#\\{', close: '\\}', nest: '\\{' }] }),
      longQuoted("'''"),
      longQuoted('"', { holes: [{ open: '#\\{', close: '\\}', nest: '\\{' }] }),
      longQuoted("'"),
      { ...regex, open: '\\/(?![/ =])' },
    ],
  },
  { id: 'qml', extensions: ['.qml', '.qbs'], remembers: true, regions: scriptRegions },
  {
    id: 'rescript',
    also: ['reason'],
    extensions: ['.res', '.resi', '.re', '.rei'],
    regions: [line('//'), block('/*', '*/', { nest: '\\/\\*' }), longQuoted('"'), longQuoted('`'), character],
  },
];
