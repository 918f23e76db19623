import type { TextLine } from '../text/textLine';
import type { Outline } from './outline';
import { readMarkdown } from './readMarkdown';
import type { DocumentFormat } from './review';

/** Reads the parts of a document by the rules of its format. Never throws. */
export function readOutline(lines: readonly TextLine[], format: DocumentFormat): Outline {
  switch (format) {
    default:
      return readMarkdown(lines);
  }
}
