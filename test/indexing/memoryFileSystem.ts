import type { Entry, FileSystem } from '../../src/indexing/fileSystem';

/** Files in memory below `/w`, by path relative to it. A folder is there as long as there is a file in it. */
export class MemoryFileSystem implements FileSystem {
  readonly #files = new Map<string, { readonly text: string; readonly mtime: number }>();
  #clock = 1;

  /** Every path, in no order. */
  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Sets the clock by which files are dated, forth or back by so many ms. No two files get the same time. */
  turnClock(by: number): void {
    this.#clock += Math.round(by) + 1 / 1024;
  }

  /** Writes a file. What stood in its way, as a file where a folder has to be or the other way round, goes. */
  write(path: string, text: string): void {
    this.delete(path);
    for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) this.#files.delete(path.slice(0, end));
    this.#files.set(path, { text, mtime: this.#clock++ });
  }

  /** Takes a file or a folder away. */
  delete(path: string): void {
    for (const each of this.paths) if (each === path || each.startsWith(`${path}/`)) this.#files.delete(each);
  }

  /** Moves a file or a folder, whose files keep their times. */
  rename(from: string, to: string): void {
    const moved = this.paths.flatMap((path) => {
      const file = this.#files.get(path);
      return file && (path === from || path.startsWith(`${from}/`))
        ? [{ path: to + path.slice(from.length), file }]
        : [];
    });
    if (moved.length === 0 || to.startsWith(`${from}/`)) return;
    this.delete(from);
    this.delete(to);
    for (let end = to.indexOf('/'); end > 0; end = to.indexOf('/', end + 1)) this.#files.delete(to.slice(0, end));
    for (const { path, file } of moved) this.#files.set(path, file);
  }

  async list(folder: string): Promise<readonly Entry[] | undefined> {
    const path = relative(folder);
    const below = path === '' ? '' : `${path}/`;
    const entries = new Map<string, Entry>();
    for (const each of this.paths) {
      if (!each.startsWith(below)) continue;
      const [name = '', ...rest] = each.slice(below.length).split('/');
      entries.set(name, { name, type: rest.length > 0 ? 'folder' : 'file' });
    }
    if (entries.size === 0 && path !== '') return undefined;
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async stat(place: string) {
    const file = this.#files.get(relative(place));
    return file && { size: file.text.length, mtime: file.mtime };
  }

  async read(place: string, limit: number): Promise<Uint8Array> {
    const file = this.#files.get(relative(place));
    if (!file) throw Object.assign(new Error('There is no such file.'), { code: 'ENOENT' });
    return new TextEncoder().encode(file.text).slice(0, limit);
  }

  join(folder: string, path: string): string {
    return path === '' ? folder : `${folder}/${path}`;
  }
}

function relative(place: string): string {
  return place === '/w' ? '' : place.slice('/w/'.length);
}
