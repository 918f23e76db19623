import { buildLanguages } from './buildLanguages';
import { dataLanguages } from './dataLanguages';
import { diagramLanguages } from './diagramLanguages';
import { functionalLanguages } from './functionalLanguages';
import { languagesOfC } from './languagesOfC';
import { languagesOfJava } from './languagesOfJava';
import { languagesOfJavaScript } from './languagesOfJavaScript';
import { languagesOfScripts } from './languagesOfScripts';
import { markupLanguages } from './markupLanguages';
import { olderLanguages } from './olderLanguages';
import { proseLanguages } from './proseLanguages';
import { queryLanguages } from './queryLanguages';
import type { LanguageRow } from './region';
import { shellLanguages } from './shellLanguages';

/** Every language that the scanner knows, without extensions. Where two rows claim an id, an extension or a name, the first one has it. */
export const languageTable: readonly LanguageRow[] = [
  ...languagesOfJavaScript,
  ...languagesOfC,
  ...languagesOfJava,
  ...languagesOfScripts,
  ...shellLanguages,
  ...functionalLanguages,
  ...olderLanguages,
  ...diagramLanguages,
  ...dataLanguages,
  ...queryLanguages,
  ...buildLanguages,
  ...markupLanguages,
  ...proseLanguages,
];
