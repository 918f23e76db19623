// One cold reading of a library in a process of its own. Prints what it took, in ms, as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import markdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as service from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { Library } from '../../src/core/reviews/library';
import { findSources } from '../../src/indexing/findSources';
import { indexSource } from '../../src/indexing/indexSource';
import { listingOnce } from '../../src/indexing/listingOnce';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';

const [, , what = 'bytes', folder = ''] = process.argv;
const ways: Record<string, () => Promise<number> | number> = { bytes, precedent, whole, service: markdownService };
const way = ways[what];
if (!way) throw new Error(`There is no ${what} to measure.`);
const begun = performance.now();
const documents = await way();
console.log(JSON.stringify({ ms: performance.now() - begun, documents, heap: process.memoryUsage().heapUsed }));

/** The physical limit: the bytes of every file, one after the other. */
function bytes(): number {
  const names = readdirSync(folder);
  for (const name of names) readFileSync(join(folder, name));
  return names.length;
}

/** Ours as the library needs it to be usable: sources found, the facts of every review read. Stories are read when somebody asks. */
async function precedent(): Promise<number> {
  return (await readLibrary()).reviews.length;
}

/** Ours with every story asked for: all fields, sections and moments. */
async function whole(): Promise<number> {
  const { reviews } = await readLibrary();
  return reviews.filter(({ sections, moments, surprises, contributors, materials }) =>
    [sections, moments, surprises, contributors, materials].every(Array.isArray),
  ).length;
}

async function readLibrary(): Promise<Library> {
  if (!nodeFileSystem) throw new Error('There is no file system here.');
  const root = listingOnce({ place: dirname(folder), fileSystem: nodeFileSystem });
  const library = new Library();
  for (const source of await findSources(root, { folders: [], idPatterns: [], allowOutside: false })) {
    library.setSource(source);
    await indexSource(root, source, { onFile: ({ key, reading }) => library.set(key, source.key, reading) });
  }
  return library;
}

/** The peer: the headings of every document, as VS Code's own Markdown extension gathers them for its workspace symbols; 20 reads at once. */
async function markdownService(): Promise<number> {
  const parser = markdownIt({ html: true });
  const names = readdirSync(folder);
  const documents: TextDocument[] = [];
  const workspace: service.IWorkspace = {
    workspaceFolders: [URI.file(folder)],
    onDidChangeMarkdownDocument: () => ({ dispose: () => {} }),
    onDidCreateMarkdownDocument: () => ({ dispose: () => {} }),
    onDidDeleteMarkdownDocument: () => ({ dispose: () => {} }),
    async getAllMarkdownDocuments() {
      for (const name of names) {
        const path = join(folder, name);
        documents.push(TextDocument.create(URI.file(path).toString(), 'markdown', 1, readFileSync(path, 'utf8')));
      }
      return documents;
    },
    hasMarkdownDocument: () => true,
    openMarkdownDocument: async () => undefined,
    stat: async () => ({ isDirectory: false }),
    readDirectory: async () => [],
  };
  const language = service.createLanguageService({
    workspace,
    parser: { slugifier: service.githubSlugifier, tokenize: async (document) => parser.parse(document.getText(), {}) },
    logger: { level: service.LogLevel.Off, log: () => {} },
  });
  const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => {} }) };
  await language.getWorkspaceSymbols('', never);
  return documents.length;
}
