import { day, findDates, month } from '../text/findDates';
import { keyAtStart } from './keyAtStart';
import type { DocumentFormat } from './review';

/** What the name of a file says. */
export interface FileName {
  /** Without folder and extensions: `2020-02-12` for `2020-02-12.html.md.erb`. */
  readonly stem: string;
  /** Folders from the outermost to the innermost. */
  readonly folders: readonly string[];
  /** The format its extension stands for; nothing for files that are no documents. */
  readonly format?: DocumentFormat;
  readonly hasExtension: boolean;
}

const formats: Readonly<Record<string, DocumentFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  txt: 'plain',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  rst: 'rst',
  org: 'org',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
};

const shells = new Set(['erb', 'tmpl', 'j2']);

/** Names that say what kind of document it is, not which: the folder tells that. */
const genericStems = new Set(
  'readme index _index postmortem post-mortem post_mortem report review incident incident-report incident-review rca retro retrospective writeup write-up pir document doc main summary'.split(
    ' ',
  ),
);

const longestGenericStem = Math.max(...[...genericStems].map(({ length }) => length));

/** Takes the path of a file apart; `/` separators. */
export function readFileName(path: string): FileName {
  const folders = path.split('/');
  const base = folders.pop() ?? '';
  let parts = splitExtension(base);
  if (parts.extension && shells.has(parts.extension)) parts = splitExtension(parts.stem);
  const format = parts.extension === undefined ? undefined : formats[parts.extension];
  if (!format && parts.extension !== undefined) return { stem: parts.stem, folders, hasExtension: true };
  const inner = format === 'markdown' ? splitExtension(parts.stem) : undefined;
  const stem = inner?.extension === 'html' ? inner.stem : parts.stem;
  // A document without extension is most often Markdown.
  return { stem, folders, format: format ?? 'markdown', hasExtension: parts.extension !== undefined };
}

/** Whether the name of a file tells only what kind of document it is, such as `README` or `postmortem`. */
export function isGenericStem(stem: string): boolean {
  if (stem.length > longestGenericStem || /\d/.test(stem)) return false;
  return genericStems.has(stem.toLowerCase().replaceAll(' ', '-'));
}

/** The innermost folder, where it is the folder of one incident: its name begins with an id or a date. */
export function incidentFolder(name: FileName): string | undefined {
  const folder = name.folders.at(-1);
  return folder !== undefined && (keyAtStart(folder) !== undefined || dateAtStart(folder) !== undefined)
    ? folder
    : undefined;
}

/** The day, or the month, with which a name begins: `2021-06-30-…`, `20210630_…`, `04-03-2026-…`, `2021-06`. */
export function dateAtStart(name: string): { readonly date: string; readonly end: number } | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(name);
  const whole = compact && day(compact[1], compact[2], compact[3]);
  if (whole) return { date: whole, end: 8 };
  const found = findDates(name.slice(0, 40))[0];
  if (found?.start === 0) return { date: found.date, end: found.end };
  const inMonth = /^(\d{4})[-_](\d{2})(?!\d)/.exec(name);
  const told = inMonth && month(inMonth[1], inMonth[2]);
  return told ? { date: told, end: 7 } : undefined;
}

function splitExtension(base: string): { stem: string; extension?: string } {
  const dot = base.lastIndexOf('.');
  const extension = base.slice(dot + 1);
  if (dot < 1 || dot > 400 || !/^[A-Za-z][A-Za-z0-9]{0,9}$/.test(extension)) return { stem: base };
  return { stem: base.slice(0, dot), extension: extension.toLowerCase() };
}
