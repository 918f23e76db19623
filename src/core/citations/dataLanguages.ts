import type { LanguageRow, Region } from './region';
import { doubled, lineAt, longQuoted } from './regions';

/** `# …` at the start of a word, so that `a#b` and `$#` are none. */
const hash: Region = lineAt('(?<!\\S)#');
const yamlIndentation = '^ *(?:- +)*';
/** `key: |`, `- >-`: the lines below that are indented deeper are its text. */
const blockScalar: Region = {
  kind: 'string',
  open: '(?<=[:\\-?] +(?:[&!]\\S+ +)?)[|>][-+0-9]{0,2}(?= *$| +#)',
  isIndented: true,
  isMultiline: true,
  indentation: yamlIndentation,
};

/** Data and configuration. */
export const dataLanguages: readonly LanguageRow[] = [
  {
    id: 'yaml',
    extensions: ['.yaml', '.yml'],
    regions: [hash, blockScalar, longQuoted('"'), doubled("'", { isMultiline: true, open: "(?<![\\w'])'" })],
  },
];
