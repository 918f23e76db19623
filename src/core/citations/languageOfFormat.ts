import type { DocumentFormat } from '../reviews/review';
import { type Language, Languages } from './languages';

const languageIds: Readonly<Record<DocumentFormat, string>> = {
  markdown: 'markdown',
  asciidoc: 'asciidoc',
  rst: 'restructuredtext',
  org: 'org',
  plain: 'plaintext',
  yaml: 'yaml',
  json: 'jsonc',
};

/** The language by whose rules a document of this format is scanned. */
export function languageOfFormat(format: DocumentFormat): Language | undefined {
  return Languages.builtIn.find({ languageId: languageIds[format] });
}
