import { checkDocument } from '../../../src/core/checks/checkDocument';
import type { CheckedDocument, CheckOptions } from '../../../src/core/checks/checkedDocument';
import { type FileLink, fileLinks } from '../../../src/core/checks/fileLinks';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import type { Finding } from '../../../src/core/finding';
import { Library } from '../../../src/core/reviews/library';
import { defaultRules, type LibraryRules } from '../../../src/core/reviews/libraryRules';
import { readReviews } from '../../../src/core/reviews/readReviews';

/** A library at `docs/incidents` of these files, path in it → text, read as the product reads them. Its root is `/repo`. */
export function libraryOfFiles(files: Readonly<Record<string, string>>, rules: Partial<LibraryRules> = {}): Library {
  const library = new Library();
  const source = { key: '/repo/docs/incidents', path: 'docs/incidents', rules: { ...defaultRules, ...rules } };
  library.setSource({ ...source, findings: [] });
  const neighbours = Object.keys(files);
  for (const [pathInSource, text] of Object.entries(files)) {
    const path = `docs/incidents/${pathInSource}`;
    const file = { key: `/repo/${path}`, source: source.key, path, pathInSource, text, isTruncated: false, neighbours };
    library.set(file.key, source.key, readReviews(file, source.rules));
  }
  return library;
}

/** The library that most checks are tried on. */
export const holds = {
  'INC-7-holds.md': `---
formerly: OPS-12
---
# INC-7: Holds that never ended

## What surprised us

The cache went on answering.

## Timeline

- 14:02 the first page
- 14:40 quiet

## Sensitive findings

Runa was asleep.
`,
  'INC-9-login.md': '# INC-9: The login was down\n\nIt looked like a flood.\n',
  '2024-03-13-lock-queue.md': '# The queue behind a lock\n\nIt was long.\n',
};

/** What a test says of a check; the rest is as usual. */
export interface Checked {
  readonly library?: Library;
  readonly languageId?: string;
  readonly path?: string;
  readonly unknownCitation?: CheckOptions['unknownCitation'];
  readonly linksAreLeft?: boolean;
  /** The files that are there besides those of the library, relative to the root. */
  readonly there?: readonly string[];
}

/** The findings on a text, and the links that would be asked for. */
export function checkText(
  text: string,
  { library = libraryOfFiles(holds), languageId = 'go', path = 'src/hold.go', there = [], ...options }: Checked = {},
): { readonly findings: readonly Finding[]; readonly links: readonly FileLink[] } {
  const known = new KnownIds(library);
  const key = `/repo/${path}`;
  const language = Languages.builtIn.find({ languageId, path });
  const citations = findCitations(text, language, known, { matchIn: 'comments', path, key });
  const document: CheckedDocument = { text, path, key, language, citations, reviews: library.in(key) };
  const links = fileLinks(document, known);
  const broken = links.filter(({ paths }) => !paths.some((each) => there.includes(each)));
  const findings = checkDocument(document, known, {
    unknownCitation: options.unknownCitation ?? 'information',
    linksAreLeft: options.linksAreLeft ?? false,
    broken,
  });
  return { findings, links };
}
