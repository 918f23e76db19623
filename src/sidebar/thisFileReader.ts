import * as vscode from 'vscode';
import { type CitedFile, CitedFiles } from '../core/citations/citedFiles';
import { hasImports, type Import, importsIn } from '../core/citations/imports';
import { PathMentions } from '../core/citations/pathMentions';
import { fileClues } from '../core/learning/fileClues';
import { FileServices } from '../core/learning/fileService';
import type { FileClues, FileGroupKind, HereCitation, HereMention } from '../core/learning/thisFile';
import { allSteps, type Steps } from '../core/steps';
import type { LiveLibrary } from '../host/liveLibrary';
import type { LiveMentions } from '../host/liveMentions';
import { rootOf, toKey } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { decodeText } from '../indexing/decodeText';
import { inSlices, type Pace, startPace } from '../indexing/pace';
import type { FrontFile } from './frontFile';

/** Of more files with citations than these, imports are not looked at; and of each only the top, in bytes. */
const mostFiles = 3000;
const longestTop = 64 * 1024;

/** Of no more reviews, or files with citations, all is known at once: rows need not wait, and come in one piece. */
const few = 500;

/** Longer documents are not looked through, in UTF-16 units. */
const longest = 2_000_000;

interface Services {
  readonly version: number;
  readonly services: FileServices;
}

interface Neighbours {
  readonly version: number;
  readonly folder: string;
  readonly cited: readonly CitedFile[];
  /** The same, with what is known of their imports; `isWhole` says that it is all. */
  readonly files: CitedFiles;
  readonly isWhole: boolean;
}

/** Tells what bears on a file, of what is known now; and makes known, in the background, what takes time. */
export class ThisFileReader implements vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #tracked: TrackedCitations;
  readonly #citations: WorkspaceCitations;
  readonly #mentions: LiveMentions;
  readonly #names: PathMentions;
  readonly #imports = new Map<string, readonly Import[]>();
  readonly #saves: vscode.Disposable;
  #services: Services | undefined;
  #neighbours: Neighbours | undefined;

  constructor(library: LiveLibrary, tracked: TrackedCitations, citations: WorkspaceCitations, mentions: LiveMentions) {
    this.#library = library;
    this.#tracked = tracked;
    this.#citations = citations;
    this.#mentions = mentions;
    this.#names = new PathMentions(library.library);
    this.#saves = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (this.#imports.delete(toKey(uri)) && this.#neighbours)
        this.#neighbours = { ...this.#neighbours, isWhole: false };
    });
  }

  /** What is known of a file now. */
  read(front: FrontFile): FileClues {
    const { library } = this.#library;
    const [first] = front.documents;
    const isProse = front.documents.length === 1 && first !== undefined && this.#isProse(first.document);
    const text = front.documents.map(({ document }) => document.getText().slice(0, longest)).join('\n');
    const cited = front.documents.length === 0 ? this.#indexed(front) : this.#cited(front);
    const mentioned = this.#mentioned(front);
    const { index } = this.#citations;
    const files = this.#neighboursNow(front)?.files ?? new CitedFiles();
    return fileClues(
      { key: front.key, path: front.path, text, isProse, cited, mentioned },
      { library, index, files, names: this.#names, services: this.#servicesNow() },
    );
  }

  /**
   * Makes known the services and the files around a file, what reviews name, and what files with citations import; without a file, what all files have
   * need of. With each part it calls `onNews`: `left` is the first group of which not all is known yet, and `isNew` whether there was anything to do.
   * Answers whether there was in all of it.
   */
  async prepare(
    front: FrontFile | undefined,
    onNews: (left: FileGroupKind, isNew: boolean) => void = () => {},
  ): Promise<boolean> {
    const pace = startPace();
    const folder = front ? front.folder : vscode.workspace.workspaceFolders?.[0];
    const isAroundNew = await this.#prepareAround(folder, pace);
    onNews('mentioned', isAroundNew);
    // What is read of files is waited for while reviews are looked through.
    const [areImportsNew, areNamesNew] = await Promise.all([
      this.#prepareImports(folder, pace),
      this.#prepareNames(front, pace, onNews),
    ]);
    return isAroundNew || areImportsNew || areNamesNew;
  }

  dispose(): void {
    this.#saves.dispose();
  }

  async #prepareAround(folder: vscode.WorkspaceFolder | undefined, pace: Pace): Promise<boolean> {
    const { library } = this.#library;
    const { version } = library;
    const areServicesNew = this.#services?.version !== version;
    if (areServicesNew) this.#services = { version, services: await inSlices(FileServices.collecting(library), pace) };
    const areNeighboursNew = !this.#areNeighboursIn(folder);
    if (areNeighboursNew) this.#neighbours = await inSlices(this.#findingNeighbours(folder), pace);
    return areServicesNew || areNeighboursNew;
  }

  /** What the file mentions, and what reviews name. */
  async #prepareNames(
    front: FrontFile | undefined,
    pace: Pace,
    onNews: (left: FileGroupKind, isNew: boolean) => void,
  ): Promise<boolean> {
    let areMentionsNew = false;
    for (const { document } of front?.documents ?? [])
      areMentionsNew = (await this.#mentions.look(document, pace)) || areMentionsNew;
    onNews('named', areMentionsNew);
    const areNamesNew = !this.#names.isReady;
    for (const _ of this.#names.preparing()) await pace();
    onNews('nearby', areNamesNew);
    return areMentionsNew || areNamesNew;
  }

  async #prepareImports(folder: vscode.WorkspaceFolder | undefined, pace: Pace): Promise<boolean> {
    const neighbours = this.#neighbours;
    if (!folder || neighbours?.folder !== keyOf(folder) || neighbours.isWhole) return false;
    await this.#readImports(folder, neighbours.cited, pace);
    const files = await inSlices(this.#connecting(neighbours.cited), pace);
    // A file that was saved meanwhile has its imports to be read again.
    if (this.#neighbours === neighbours) this.#neighbours = { ...neighbours, files, isWhole: true };
    return true;
  }

  /** Those of the last version while others are prepared. */
  #servicesNow(): FileServices | undefined {
    const { library } = this.#library;
    if (this.#services?.version !== library.version && library.count <= few)
      this.#services = { version: library.version, services: new FileServices(library) };
    return this.#services?.services;
  }

  #isProse(document: vscode.TextDocument): boolean {
    return this.#tracked.languageOf(document)?.isProse ?? false;
  }

  #cited({ documents }: FrontFile): readonly HereCitation[] {
    return documents.flatMap(({ document, cell }) =>
      this.#tracked.of(document).map(({ id, reviews, start }) => ({
        id,
        reviews,
        line: document.positionAt(start).line + 1,
        ...(cell === undefined ? {} : { cell }),
      })),
    );
  }

  /** What is cited in a file that no text editor shows. */
  #indexed({ key }: FrontFile): readonly HereCitation[] {
    const { library } = this.#library;
    return this.#citations.in(key).map(({ citation, reviews }) => ({
      id: citation.id ?? citation.text,
      reviews: library
        .get(citation.id ?? citation.text)
        .filter((review) => reviews.includes(`${review.key}\n${review.id}`)),
      line: citation.line,
    }));
  }

  #mentioned({ documents }: FrontFile): readonly HereMention[] {
    return documents.flatMap(({ document, cell }) =>
      this.#mentions.lastIn(document).map((mention) => ({
        text: mention.text,
        reviews: mention.reviews,
        line: document.positionAt(mention.start).line + 1,
        ...(cell === undefined ? {} : { cell }),
      })),
    );
  }

  #areNeighboursIn(folder: vscode.WorkspaceFolder | undefined): boolean {
    return this.#neighbours?.version === this.#citations.index.version && this.#neighbours.folder === keyOf(folder);
  }

  /** Those of the last version while others are prepared. */
  #neighboursNow({ folder }: FrontFile): Neighbours | undefined {
    if (!this.#areNeighboursIn(folder) && this.#citations.index.files.length <= few)
      this.#neighbours = allSteps(this.#findingNeighbours(folder));
    return this.#neighbours?.folder === keyOf(folder) ? this.#neighbours : undefined;
  }

  *#findingNeighbours(folder: vscode.WorkspaceFolder | undefined): Steps<Neighbours> {
    const { index } = this.#citations;
    const { version } = index;
    const cited = folder ? yield* this.#findingIn(folder) : [];
    const files = yield* this.#connecting(cited);
    return { version, folder: keyOf(folder), cited, files, isWhole: false };
  }

  *#findingIn(folder: vscode.WorkspaceFolder): Steps<readonly CitedFile[]> {
    const { index } = this.#citations;
    const key = toKey(folder.uri);
    const cited: CitedFile[] = [];
    for (const [at, file] of index.files.entries()) {
      if (at % 64 === 0) yield;
      const [first] = index.in(file);
      const isInside = file.startsWith(key) && /^[/\\]/.test(file.slice(key.length));
      if (first && isInside) cited.push({ file, path: first.citation.path });
    }
    return cited;
  }

  *#connecting(cited: readonly CitedFile[]): Steps<CitedFiles> {
    const files = new CitedFiles();
    for (const [at, file] of cited.entries()) {
      if (at % 64 === 0) yield;
      files.add(file);
      files.setImports(file, this.#imports.get(file.file) ?? []);
    }
    return files;
  }

  async #readImports(folder: vscode.WorkspaceFolder, cited: readonly CitedFile[], pace: Pace): Promise<void> {
    const { fileSystem } = rootOf(folder);
    const unread = cited.filter(({ file, path }) => hasImports(path) && !this.#imports.has(file));
    for (const { file, path } of unread.slice(0, mostFiles)) {
      await pace();
      const bytes = await fileSystem.read(file, longestTop).catch(() => undefined);
      const decoded = bytes && decodeText(bytes, true);
      this.#imports.set(file, decoded?.kind === 'text' ? importsIn(decoded.text, path) : []);
    }
  }
}

function keyOf(folder: vscode.WorkspaceFolder | undefined): string {
  return folder ? toKey(folder.uri) : '';
}
