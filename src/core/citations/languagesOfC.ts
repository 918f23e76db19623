import type { LanguageRow, Region } from './region';
import { character, dollarBrace, longQuoted, longRaw, quoted, slashes } from './regions';

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
};
const tagRegions: readonly Region[] = [...slashes, braces, longRaw('"'), longRaw("'")];
const childRegions: readonly Region[] = [braces, tag];
const jsxRegions: readonly Region[] = [...scriptRegions, { ...tag, when: 'jsx' }];

/** Languages that look like C. */
export const languagesOfC: readonly LanguageRow[] = [
  {
    id: 'typescript',
    extensions: ['.ts', '.mts', '.cts'],
    interpreters: ['ts-node', 'tsx', 'deno', 'bun'],
    remembers: true,
    regions: scriptRegions,
  },
  { id: 'typescriptreact', also: ['tsx'], extensions: ['.tsx'], remembers: true, regions: jsxRegions },
  {
    id: 'javascript',
    also: ['javascriptreact', 'jsx'],
    extensions: ['.js', '.jsx', '.mjs', '.cjs', '.es6', '.pac'],
    interpreters: ['node', 'nodejs'],
    remembers: true,
    regions: jsxRegions,
  },
  { id: 'go', extensions: ['.go'], regions: [...slashes, quoted('"'), longRaw('`'), character] },
];
