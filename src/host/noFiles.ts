/** Schemes of documents that nobody works on: what programs print, what views are made of, and what a rename would come to. */
export const noFiles: ReadonlySet<string> = new Set([
  'output',
  'debug',
  'vscode-terminal',
  'walkThrough',
  'search-editor',
  'vscode-bulkeditpreview-editor',
]);
