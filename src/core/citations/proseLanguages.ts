import type { LanguageRow, Region } from './region';

/** A fence: the rest of its first line tells the language, it ends with a line of as many marks or more. */
const fence: Region = {
  kind: 'code',
  open: '^(?:[ \\t>]*|[ \\t>]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+)(`{3,}(?=[^`]*$)|~{3,})',
  close: '^[ \\t>]*{delimiter}[`~]*[ \\t]*$',
  isMultiline: true,
};
const codeSpan: Region = { kind: 'code', open: '(?<!\\\\)`+', when: 'codeSpan' };

/** Text for people: everything counts but code spans and fences. */
export const proseLanguages: readonly LanguageRow[] = [
  {
    id: 'markdown',
    also: ['mdx', 'quarto', 'rmd', 'juliamarkdown', 'chatagent', 'prompt', 'instructions', 'skill'],
    extensions: ['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd', '.rmd', '.mdc', '.mdwn'],
    isProse: true,
    regions: [fence, codeSpan],
  },
  {
    id: 'plaintext',
    also: ['text', 'scminput'],
    extensions: ['.txt', '.text'],
    fileNames: ['readme', 'changelog', 'changes', 'news', 'contributing', 'authors', 'todo', 'notes', 'history'],
    isProse: true,
    regions: [],
  },
];
