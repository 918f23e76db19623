// One cold reading of a library in a process of its own. Prints what it took, in ms, as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as foamCore from 'foam-core';
import markdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as service from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { Library } from '../../src/core/reviews/library';
import { lookAtLibrary } from '../../src/indexing/lookAtLibrary';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { workerLook } from '../../src/indexing/workerLook';

const [, , what = 'bytes', folder = ''] = process.argv;
const ways: Record<string, () => Promise<number> | number> = {
  bytes,
  precedent,
  withText,
  here,
  whole,
  service: markdownService,
  foam,
};
const way = ways[what];
if (!way) throw new Error(`There is no ${what} to measure.`);
const begun = performance.now();
const documents = await way();
const ms = performance.now() - begun;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ ms, documents, cpu: (user + system) / 1000, heap: process.memoryUsage().heapUsed }));

/** The physical limit: the bytes of every file, one after the other. */
function bytes(): number {
  const names = readdirSync(folder);
  for (const name of names) readFileSync(join(folder, name));
  return names.length;
}

/** Ours as the editor runs it: in the worker, until every review is known by its facts. Stories are read when somebody asks. */
async function precedent(): Promise<number> {
  const looker = workerLook?.(resolve('dist', 'libraryWorker.js'));
  if (!looker) throw new Error('There are no threads here.');
  const library = await readLibrary(looker.look.bind(looker));
  looker.dispose();
  return library.reviews.length;
}

/** The same until the full text of every review is there, too. */
async function withText(): Promise<number> {
  const looker = workerLook?.(resolve('dist', 'libraryWorker.js'));
  if (!looker) throw new Error('There are no threads here.');
  // The worker does not keep a process alive.
  const alive = setInterval(() => {}, 1000);
  const made = new Promise<number>((done) => {
    looker.onTexts = ({ documents }) => done(documents.length);
  });
  await readLibrary(looker.look.bind(looker));
  const documents = await made;
  looker.dispose();
  clearInterval(alive);
  return documents;
}

/** Ours as the command line runs it: in its own thread. */
async function here(): Promise<number> {
  return (await readLibrary(lookAtLibrary)).reviews.length;
}

/** Ours with every story asked for: all fields, sections and moments. */
async function whole(): Promise<number> {
  const { reviews } = await readLibrary(lookAtLibrary);
  return reviews.filter(({ sections, moments, surprises, contributors, materials }) =>
    [sections, moments, surprises, contributors, materials].every(Array.isArray),
  ).length;
}

async function readLibrary(look: typeof lookAtLibrary): Promise<Library> {
  if (!nodeFileSystem) throw new Error('There is no file system here.');
  const root = { place: dirname(folder), fileSystem: nodeFileSystem };
  const library = new Library();
  await look(
    [{ root, options: { folders: [], idPatterns: [], allowOutside: false } }],
    new Map(),
    {
      onSources(sources) {
        for (const source of sources) library.setSource(source);
      },
      onPaths() {},
      onFile: (source, { key, reading }) => library.set(key, source.key, reading),
      onGone() {},
      onProgress() {},
      onEnd() {},
    },
    new AbortController().signal,
  );
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

/** Foam's core: its workspace, graph and tags over the same files, without the editor around it. */
async function foam(): Promise<number> {
  const { AttachmentResourceProvider, createMarkdownParser, MarkdownResourceProvider, URI: FoamUri } = foamCore;
  const uris = readdirSync(folder).map((name) => FoamUri.file(resolve(folder, name)));
  const store = new foamCore.GenericDataStore(
    async () => uris,
    (uri) => readFile(uri.toFsPath(), 'utf8'),
  );
  const parser = createMarkdownParser([]);
  const providers = [new MarkdownResourceProvider(store, parser), new AttachmentResourceProvider([])];
  const roots = [FoamUri.file(resolve(folder))];
  const matcher = new foamCore.AlwaysIncludeMatcher();
  const { workspace } = await foamCore.bootstrap(roots, matcher, undefined, store, parser, providers, '.md', 'off');
  return workspace.list().length;
}
