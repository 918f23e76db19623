import type { Language } from '../citations/languages';
import { unlinkedProse } from '../citations/unlinkedProse';

/** Whether what is written at an offset of a document of prose is read as prose: in no code span, fence, link or address. */
export function isProseAt(text: string, language: Language, offset: number): boolean {
  return unlinkedProse(`${text.slice(0, offset)} x ${text.slice(offset)}`, language).charAt(offset + 1) === 'x';
}
