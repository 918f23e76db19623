import * as vscode from 'vscode';
import { type CitedFile, CitedFiles } from '../core/citations/citedFiles';
import { hasImports, type Import, importsIn } from '../core/citations/imports';
import { PathMentions } from '../core/citations/pathMentions';
import { fileClues } from '../core/learning/fileClues';
import { FileServices } from '../core/learning/fileService';
import type { FileClues, HereCitation, HereMention } from '../core/learning/thisFile';
import type { LiveLibrary } from '../host/liveLibrary';
import type { LiveMentions } from '../host/liveMentions';
import { rootOf, toKey } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { decodeText } from '../indexing/decodeText';
import { type Pace, startPace } from '../indexing/pace';
import type { FrontFile } from './frontFile';

/** Of more files with citations than these, imports are not looked at; and of each only the top, in bytes. */
const mostFiles = 3000;
const longestTop = 64 * 1024;

/** Longer documents are not looked through, in UTF-16 units. */
const longest = 2_000_000;

interface Derived {
  readonly version: number;
  readonly services: FileServices;
}

interface Neighbours {
  readonly version: number;
  readonly folder: string;
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
  #derived: Derived | undefined;
  #neighbours: Neighbours | undefined;

  constructor(library: LiveLibrary, tracked: TrackedCitations, citations: WorkspaceCitations, mentions: LiveMentions) {
    this.#library = library;
    this.#tracked = tracked;
    this.#citations = citations;
    this.#mentions = mentions;
    this.#names = new PathMentions(library.library);
    this.#saves = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (this.#imports.delete(toKey(uri))) this.#neighbours = undefined;
    });
  }

  /** What is known of a file now. */
  read(front: FrontFile): FileClues {
    const derived = this.#derive();
    const { library } = this.#library;
    const [first] = front.documents;
    const isProse = front.documents.length === 1 && first !== undefined && this.#isProse(first.document);
    const text = front.documents.map(({ document }) => document.getText().slice(0, longest)).join('\n');
    const cited = front.documents.length === 0 ? this.#indexed(front) : this.#cited(front);
    const mentioned = this.#mentioned(front);
    const { index } = this.#citations;
    const files = this.#neighboursOf(front).files;
    return fileClues(
      { key: front.key, path: front.path, text, isProse, cited, mentioned },
      { library, index, files, names: this.#names, services: derived.services },
    );
  }

  /** Makes known what reviews name, and what files with citations import. Answers whether there was anything to do. */
  async prepare(front: FrontFile): Promise<boolean> {
    const pace = startPace();
    let isNew = !this.#names.isReady;
    for (const { document } of front.documents) isNew = (await this.#mentions.look(document, pace)) || isNew;
    for (const _ of this.#names.preparing()) await pace();
    const neighbours = this.#neighboursOf(front);
    if (neighbours.isWhole || !front.folder) return isNew;
    await this.#readImports(front.folder, pace);
    this.#neighbours = this.#makeNeighbours(front, true);
    return true;
  }

  dispose(): void {
    this.#saves.dispose();
  }

  #derive(): Derived {
    const { library } = this.#library;
    if (this.#derived?.version !== library.version) {
      const { version } = library;
      this.#derived = { version, services: new FileServices(library) };
    }
    return this.#derived;
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

  #neighboursOf(front: FrontFile): Neighbours {
    const there = this.#neighbours;
    const isSame = there?.version === this.#citations.index.version && there.folder === folderKey(front);
    if (there && isSame) return there;
    this.#neighbours = this.#makeNeighbours(front, false);
    return this.#neighbours;
  }

  /** What is known of the imports of files is told at once; `isWhole` says that it is all. */
  #makeNeighbours(front: FrontFile, isWhole: boolean): Neighbours {
    const { index } = this.#citations;
    const cited = front.folder ? this.#filesIn(front.folder) : [];
    const files = new CitedFiles(cited);
    for (const file of cited) files.setImports(file, this.#imports.get(file.file) ?? []);
    return { version: index.version, folder: folderKey(front), files, isWhole };
  }

  #filesIn(folder: vscode.WorkspaceFolder): readonly CitedFile[] {
    const { index } = this.#citations;
    const key = toKey(folder.uri);
    return index.files.flatMap((file) => {
      const [first] = index.in(file);
      const isInside = file.startsWith(key) && /^[/\\]/.test(file.slice(key.length));
      return first && isInside ? [{ file, path: first.citation.path }] : [];
    });
  }

  async #readImports(folder: vscode.WorkspaceFolder, pace: Pace): Promise<void> {
    const { fileSystem } = rootOf(folder);
    const unread = this.#filesIn(folder).filter(({ file, path }) => hasImports(path) && !this.#imports.has(file));
    for (const { file, path } of unread.slice(0, mostFiles)) {
      await pace();
      const bytes = await fileSystem.read(file, longestTop).catch(() => undefined);
      const decoded = bytes && decodeText(bytes, true);
      this.#imports.set(file, decoded?.kind === 'text' ? importsIn(decoded.text, path) : []);
    }
  }
}

function folderKey({ folder }: FrontFile): string {
  return folder ? toKey(folder.uri) : '';
}
