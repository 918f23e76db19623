import type { TextLine } from '../text/textLine';
import type { Outline } from './outline';
import { readAsciiDoc } from './readAsciiDoc';
import { readMarkdown } from './readMarkdown';
import { readOrg } from './readOrg';
import { readPlain } from './readPlain';
import { readRst } from './readRst';
import type { DocumentFormat } from './review';

/** Reads the parts of a document by the rules of its format. Never throws. */
export function readOutline(lines: readonly TextLine[], format: Exclude<DocumentFormat, 'yaml' | 'json'>): Outline {
  switch (format) {
    case 'markdown':
      return readMarkdown(lines);
    case 'asciidoc':
      return readAsciiDoc(lines);
    case 'rst':
      return readRst(lines);
    case 'org':
      return readOrg(lines);
    case 'plain':
      return readPlain(lines);
  }
}
