import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { workspaceFileSystem } from '../../../src/host/workspaceFileSystem';
import { seeded } from '../../bench/seeded';
import { readLibrary } from '../../hostile/readLibrary';

const count = 60;

/** A read-only file system of somebody else's, on a line on which a share of the answers is lost and each takes some ms. */
class FarProvider implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #random: () => number;
  readonly #share: number;
  readonly #ms: number;
  faults = 0;

  constructor(share: number, ms: number, seed = 1) {
    this.#random = seeded(seed);
    this.#share = share;
    this.#ms = ms;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    await this.#line(uri);
    const isFile = uri.path.endsWith('.md');
    if (!isFile && !/^\/(?:incidents)?$/.test(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: isFile ? vscode.FileType.File : vscode.FileType.Directory, ctime: 0, mtime: 1, size: 20 };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    await this.#line(uri);
    if (uri.path === '/') return [['incidents', vscode.FileType.Directory]];
    if (uri.path !== '/incidents') throw vscode.FileSystemError.FileNotFound(uri);
    return Array.from({ length: count }, (_, at) => [`INC-${at + 1}-kettle.md`, vscode.FileType.File]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    await this.#line(uri);
    if (!uri.path.endsWith('.md')) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(`# ${uri.path.slice('/incidents/'.length)}\n\nIt was off.\n`);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  async #line(uri: vscode.Uri): Promise<void> {
    await new Promise((done) => setTimeout(done, this.#ms));
    if (this.#random() >= this.#share) return;
    this.faults++;
    throw vscode.FileSystemError.Unavailable(uri);
  }
}

describe('a library on a file system of somebody else’s, through VS Code', function () {
  this.timeout(60_000);

  async function readThrough(scheme: string, provider: FarProvider) {
    const registration = vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true });
    try {
      return (await readLibrary(`${scheme}:/`, workspaceFileSystem)).library;
    } finally {
      registration.dispose();
    }
  }

  it('loses no review where a tenth of all answers is lost', async function () {
    let faults = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const provider = new FarProvider(0.1, 1, seed);
      const { reviews, problems } = await readThrough(`precedent-faulty-${seed}`, provider);
      assert.deepEqual([reviews.length, problems], [count, []]);
      faults += provider.faults;
    }
    assert.ok(faults > 50);
    if (this.test) this.test.title += ` (${faults} faults)`;
  });

  it('is read where each answer takes 200 ms, many at a time', async () => {
    const { reviews, problems } = await readThrough('precedent-slow', new FarProvider(0, 200));
    assert.deepEqual([reviews.length, problems], [count, []]);
  });
});
