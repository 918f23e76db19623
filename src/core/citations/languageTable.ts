import { dataLanguages } from './dataLanguages';
import { languagesOfC } from './languagesOfC';
import { languagesOfScripts } from './languagesOfScripts';
import { proseLanguages } from './proseLanguages';
import type { LanguageRow } from './region';

/** Every language that the scanner knows, without extensions. Where two rows claim an extension or a name, the first one has it. */
export const languageTable: readonly LanguageRow[] = [
  ...languagesOfC,
  ...languagesOfScripts,
  ...dataLanguages,
  ...proseLanguages,
];
