import type { CitationIndex, IndexedCitation } from '../citations/citationIndex';
import type { CitedFile, CitedFiles } from '../citations/citedFiles';
import { definedSymbols } from '../citations/definedSymbols';
import type { Nearness } from '../citations/fileReason';
import { importsIn } from '../citations/imports';
import type { PathMentions } from '../citations/pathMentions';
import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import type { FileServices } from './fileService';
import type { FileClues, HereCitation, HereMention, NearbyCitation } from './thisFile';

/** The file in front, as whoever shows it knows it. */
export interface ShownFile {
  /** As its reader names it. */
  readonly key: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  readonly text: string;
  /** Whether it is a document: of its neighbours nothing is told. */
  readonly isProse: boolean;
  readonly cited: readonly HereCitation[];
  readonly mentioned: readonly HereMention[];
}

/** What is known around it; whatever is not known yet may be absent. */
export interface FileSurroundings {
  readonly library: Library;
  readonly index: CitationIndex;
  /** The files with citations in the same root. */
  readonly files: CitedFiles;
  readonly names: PathMentions;
  readonly services: FileServices | undefined;
}

/** All that is known of a file in front, for `thisFile` to put in order. */
export function fileClues(file: ShownFile, known: FileSurroundings): FileClues {
  const { cited, mentioned, path, text } = file;
  const own = known.library.in(file.key);
  if (own.length > 0) return { own, cited, mentioned, cites: citingReviews(own, known) };
  const named = known.names.of(path, file.isProse ? [] : definedSymbols(text));
  if (file.isProse) return { cited, mentioned, named };
  const service = known.services?.of(path);
  const nearby = nearbyCitations(file, known);
  return { path, cited, mentioned, named, nearby, ...(service ? { service } : {}) };
}

function citingReviews(own: readonly ReviewDocument[], { library, index }: FileSurroundings) {
  return own
    .flatMap((review) => index.of(review))
    .filter(({ citation }) => citation.kind === 'review')
    .flatMap(({ file, citation }) => library.in(file).map((review) => ({ review, line: citation.line })));
}

function nearbyCitations({ path, text }: ShownFile, known: FileSurroundings): readonly NearbyCitation[] {
  const { files, library, index } = known;
  const told = (all: readonly CitedFile[], as: Nearness) =>
    all.flatMap(({ file, path: from }) =>
      index.in(file).flatMap((citation) => {
        if (library.in(file).length > 0) return [];
        const reviews = reviewsOf(citation, library);
        return reviews.length === 0 ? [] : [{ as, file, path: from, line: citation.citation.line, reviews }];
      }),
    );
  return [
    ...told(files.importedBy(path, importsIn(text, path)), 'imported'),
    ...told(files.importersOf(path), 'importer'),
    ...told(files.beside(path), 'folder'),
  ];
}

/** The reviews that an indexed citation means, as the library has them now. */
function reviewsOf({ reviews }: IndexedCitation, library: Library): readonly ReviewDocument[] {
  return reviews.flatMap((name) => {
    const end = name.lastIndexOf('\n');
    return library.in(name.slice(0, end)).filter(({ id }) => id === name.slice(end + 1));
  });
}
