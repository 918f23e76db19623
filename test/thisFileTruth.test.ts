import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CitationIndex, type IndexedCitation, reviewName } from '../src/core/citations/citationIndex';
import { CitedFiles } from '../src/core/citations/citedFiles';
import { findCitations } from '../src/core/citations/findCitations';
import { importsIn } from '../src/core/citations/imports';
import { KnownIds } from '../src/core/citations/knownIds';
import { Languages } from '../src/core/citations/languages';
import { MentionNames } from '../src/core/citations/mentionNames';
import { findMentions } from '../src/core/citations/mentions';
import { PathMentions } from '../src/core/citations/pathMentions';
import { fileClues } from '../src/core/learning/fileClues';
import { FileServices } from '../src/core/learning/fileService';
import { type HereCitation, thisFile } from '../src/core/learning/thisFile';
import { Library } from '../src/core/reviews/library';
import { LineIndex } from '../src/core/text/lineIndex';
import { fileReasonWords } from '../src/core/wording/fileReasonWords';
import { citationsInText, type ScannedCitation } from '../src/indexing/citationsInText';
import { findSources } from '../src/indexing/findSources';
import { indexSource } from '../src/indexing/indexSource';
import { nodeFileSystem } from '../src/indexing/nodeFileSystem';
import { notebookCells } from '../src/indexing/notebookCells';
import { startPace } from '../src/indexing/pace';
import { scanTree } from '../src/indexing/scanTree';

interface Truth {
  readonly citations: readonly { readonly path: string; readonly line: number; readonly kind: string }[];
  readonly mentions: readonly {
    path: string;
    line: number;
    column: number;
    endColumn: number;
    text: string;
    id: string;
  }[];
  readonly thisFile: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const truth: Truth = JSON.parse(readFileSync(join('test', 'sample-truth.json'), 'utf8'));
const sample = resolve('test', 'sample');

/** What stands in labels of diagrams is not read yet. */
const inDiagrams = new Set(
  truth.citations.filter(({ kind }) => kind === 'diagram').map(({ path, line }) => `${path}:${line}`),
);

describe('This File in the sample, read by hand', () => {
  const library = new Library();
  const index = new CitationIndex();
  const names = new PathMentions(library);
  let known: KnownIds;
  let files: CitedFiles;

  before(async function () {
    this.timeout(60_000);
    assert.ok(nodeFileSystem);
    const root = { place: sample, fileSystem: nodeFileSystem };
    for (const source of await findSources(root, { folders: [], allowOutside: false, idPatterns: [] })) {
      library.setSource(source);
      await indexSource(root, source, { onFile: ({ key, reading }) => library.set(key, source.key, reading) });
    }
    known = new KnownIds(library);
    for await (const scanned of scanTree(root, { languages: Languages.builtIn, known, matchIn: 'comments' })) {
      if (!('skipped' in scanned))
        index.set(
          scanned.place,
          scanned.citations.map((each) => indexed(scanned.place, each)),
        );
    }
    const cited = index.files.map((file) => ({ file, path: index.in(file)[0]?.citation.path ?? '' }));
    files = new CitedFiles(cited);
    for (const file of cited) files.setImports(file, importsIn(textOf(file.path), file.path));
    for (const _ of names.preparing());
  });

  for (const [path, expected] of Object.entries(truth.thisFile)) {
    it(`is right for ${path}`, async () => {
      const text = textOf(path);
      const key = join(sample, path);
      const language = Languages.builtIn.find({ path });
      const found = await citationsInText(
        text,
        { path, key },
        { languages: Languages.builtIn, known, matchIn: () => 'comments', pace: startPace() },
      );
      const cited = here(text, path, found).filter(({ line }) => !inDiagrams.has(`${path}:${line}`));
      const clues = fileClues(
        { key, path, text, isProse: language?.isProse ?? false, cited, mentioned: mentionsIn(text, path) },
        { library, index, files, names, services: new FileServices(library) },
      );
      const shown = thisFile(clues).map(({ kind, entries }) => [
        kind,
        entries.map(({ id, review, reasons }) => {
          const words = reasons.map(fileReasonWords);
          return `${id}: ${[...words, ...(review ? [] : ['no such review'])].join(' · ')}`;
        }),
      ]);
      assert.deepEqual(Object.fromEntries(shown), expected);
    });
  }

  it('finds the mentions where they stand, and no others', () => {
    const paths = Object.keys(truth.thisFile).filter(
      (path) => path.endsWith('.md') && !path.startsWith('docs/incidents/'),
    );
    const found = paths.flatMap((path) => {
      const text = textOf(path);
      const lines = new LineIndex(text);
      return mentions(text, path).map(({ start, end, text: said, reviews }) => {
        const { line, column } = lines.at(start);
        return { path, line, column, endColumn: column + end - start, text: said, id: reviews[0]?.id };
      });
    });
    const order = (each: { path: string; line: number }) => `${each.path}:${each.line}`;
    assert.deepEqual(
      found.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
      truth.mentions.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
    );
  });

  function mentions(text: string, path: string) {
    const language = Languages.builtIn.find({ path });
    const key = join(sample, path);
    const citations = known ? citationsOf(text, path) : [];
    return findMentions(text, language, new MentionNames(library), { citations, own: library.in(key) });
  }

  function citationsOf(text: string, path: string) {
    const language = Languages.builtIn.find({ path });
    return findCitations(text, language, known, { matchIn: 'comments', path, key: join(sample, path) });
  }

  function mentionsIn(text: string, path: string) {
    const lines = new LineIndex(text);
    return mentions(text, path).map(({ start, text: said, reviews }) => ({
      line: lines.at(start).line,
      text: said,
      reviews,
    }));
  }
});

function textOf(path: string): string {
  return readFileSync(join(sample, path), 'utf8');
}

function indexed(file: string, { citation, found }: ScannedCitation): IndexedCitation {
  const { start, end, form, reviews } = found;
  return { file, citation, start, end, form, reviews: reviews.map(reviewName) };
}

/** In a notebook, the cell counts in which a citation stands. */
function here(text: string, path: string, all: readonly ScannedCitation[]): readonly HereCitation[] {
  const cells = path.endsWith('.ipynb') ? notebookCells(text) : [];
  return all.map(({ citation, found }) => {
    const cell = cells.findIndex(({ offsets }) => offsets.includes(found.start));
    return { id: found.id, reviews: found.reviews, line: citation.line, ...(cell < 0 ? {} : { cell: cell + 1 }) };
  });
}
