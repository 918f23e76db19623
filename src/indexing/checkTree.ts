import { checkDocument } from '../core/checks/checkDocument';
import type { CheckedDocument, CheckOptions } from '../core/checks/checkedDocument';
import { type FileLink, fileLinks } from '../core/checks/fileLinks';
import type { KnownIds } from '../core/citations/knownIds';
import type { Finding } from '../core/finding';
import type { Root } from './findSources';
import { readTree, type Skipped } from './readTree';
import { type FileScan, scanText } from './scanFile';
import type { ScanOptions } from './scanTree';
import { type FileToRead, withText } from './withText';

/** A file with findings, or one that was left alone. */
export type CheckedFile =
  | {
      readonly path: string;
      readonly text: string;
      /** In order; at least one. */
      readonly findings: readonly Finding[];
    }
  | Skipped;

/** Looks through the files of a folder and tells what is to be said about their citations and links, in the order of their names. */
export function checkTree(
  root: Root,
  options: ScanOptions,
  unknownCitation: CheckOptions['unknownCitation'],
): AsyncGenerator<CheckedFile> {
  const { languages, known, matchIn, ...tree } = options;
  return readTree<CheckedFile>(root, tree, async (file, pace) => {
    const { path } = file;
    return withText<readonly CheckedFile[]>(root.fileSystem, file, {
      visit: async (text) => {
        const scan = await scanText(file, text, { languages, known, matchIn: () => matchIn, pace });
        const document = documentOf(file, text, scan, options);
        const findings = await findingsIn(root, document, known, unknownCitation);
        return [
          ...(findings.length === 0 ? [] : [{ path, text, findings }]),
          ...(scan.skipped === undefined ? [] : [{ path, skipped: scan.skipped }]),
        ];
      },
      left: (skipped) => (skipped === undefined ? [] : [{ path, skipped }]),
    });
  });
}

function documentOf(
  { path, place: key }: FileToRead,
  text: string,
  { citations }: FileScan,
  { known, languages }: ScanOptions,
): CheckedDocument {
  return {
    path,
    key,
    text,
    // What a notebook holds is told by its cells.
    language: path.endsWith('.ipynb') ? undefined : languages.find({ path, firstLine: firstLineOf(text) }),
    citations: citations.map(({ found }) => found),
    reviews: known.library.in(key),
  };
}

async function findingsIn(
  root: Root,
  document: CheckedDocument,
  known: KnownIds,
  unknownCitation: CheckOptions['unknownCitation'],
): Promise<readonly Finding[]> {
  const broken: FileLink[] = [];
  for (const link of fileLinks(document, known)) if (!(await leadsToFile(root, link))) broken.push(link);
  return checkDocument(document, known, { unknownCitation, linksAreLeft: false, broken });
}

async function leadsToFile({ fileSystem, place }: Root, { paths }: FileLink): Promise<boolean> {
  for (const path of paths) if (await fileSystem.stat(fileSystem.join(place, path))) return true;
  return false;
}

function firstLineOf(text: string): string {
  return /^[^\r\n]{0,1000}/.exec(text)?.[0] ?? '';
}
