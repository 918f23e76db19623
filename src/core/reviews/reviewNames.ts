import { dateAtStart, type FileName, incidentFolder, isGenericStem, readFileName } from './fileName';
import { keyAtStart } from './keyAtStart';
import { materialKind } from './materialKind';

/** Folders in which documents keep what they show. */
const attachmentFolder =
  /^(?:images?|imgs?|assets?|media|figures?|attachments?|files|diagrams?|screenshots?|static|pictures|resources|transcripts?|chats?|logs?|data|_?static)$/i;

/** The names of the reviews of a source, to find the review to which another file belongs. */
export class ReviewNames {
  /** Folder (with `/` at the end, empty for the root) + stem → path. */
  readonly #byStem = new Map<string, string>();
  /** Folder + key or date with which names begin → paths. */
  readonly #byLead = new Map<string, string[]>();
  /** Folder → the reviews in it. */
  readonly #byPlace = new Map<string, string[]>();
  /** Folder of one incident → the reviews in it. */
  readonly #byFolder = new Map<string, string[]>();

  /** What was found out about folders before: many files stand in each. */
  readonly #ofIncidents = new Map<string, boolean>();
  readonly #namedFolders = new Map<string, string | undefined>();

  /** Takes note of a review; `name` is what its path says. */
  add(path: string, name: FileName): void {
    const folder = folderOf(path);
    push(this.#byPlace, folder, path);
    const isGeneric = isGenericStem(name.stem);
    if (!isGeneric) {
      const key = folder + name.stem.toLowerCase();
      if (!this.#byStem.has(key)) this.#byStem.set(key, path);
      const lead = leadOf(name.stem);
      if (lead !== undefined) push(this.#byLead, folder + lead, path);
    }
    if (isGeneric || this.#isOfIncident(folder)) push(this.#byFolder, folder, path);
  }

  /**
   * The reviews to which a file belongs: the one after which it, or a folder above it, is named; the only one that begins with the same
   * key or date; the ones in its folder, where that is the folder of one incident; the only one beside a transcript.
   */
  ownersOf(path: string): readonly string[] {
    const folders = path.split('/');
    const base = folders.pop() ?? '';
    for (let depth = folders.length; depth >= 0; depth--) {
      const folder = depth === 0 ? '' : `${folders.slice(0, depth).join('/')}/`;
      const below = folders.slice(depth);
      // What stands deeper than in folders for attachments belongs to somebody else, unless the folder is named after a review.
      const above = below.map((name) => this.#namedFolder(folder, name));
      const named = above.find((found) => found !== undefined) ?? this.#named(folder, base);
      const isNear = below.every((name, at) => attachmentFolder.test(name) || above[at] !== undefined);
      if (named !== undefined && (isNear || below.length <= 2)) return [named];
      const inFolder = this.#byFolder.get(folder);
      if (inFolder && this.#isOfIncident(folder)) return inFolder;
      if (!isNear) continue;
      const lead = leadOf(base);
      const led = lead === undefined ? undefined : this.#byLead.get(folder + lead);
      if (led?.length === 1) return led;
    }
    const beside = this.#byPlace.get(folderOf(path));
    return beside?.length === 1 && materialKind(path) === 'transcript' ? beside : [];
  }

  /** Whether a folder (with `/` at the end) is that of one incident. */
  #isOfIncident(folder: string): boolean {
    let isIt = this.#ofIncidents.get(folder);
    if (isIt === undefined) {
      isIt = incidentFolder(readFileName(`${folder}x`)) !== undefined;
      this.#ofIncidents.set(folder, isIt);
    }
    return isIt;
  }

  #namedFolder(folder: string, name: string): string | undefined {
    const key = `${folder}/${name}`;
    if (!this.#namedFolders.has(key)) this.#namedFolders.set(key, this.#named(folder, name));
    return this.#namedFolders.get(key);
  }

  /** The review whose stem a name is, or begins with. */
  #named(folder: string, name: string): string | undefined {
    const lower = name.toLowerCase();
    for (let end = lower.length; end > 0; end--) {
      if (end < lower.length && isWordUnit(lower, end)) continue;
      const found = this.#byStem.get(folder + lower.slice(0, end));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** Whether a letter or figure stands there. */
function isWordUnit(lower: string, at: number): boolean {
  const unit = lower.charCodeAt(at);
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
  return /[\p{L}\p{N}]/u.test(lower.charAt(at));
}

/** The folder of a path with `/` at the end; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function leadOf(name: string): string | undefined {
  const key = keyAtStart(name)?.toLowerCase();
  if (key !== undefined || !/\d/.test(name)) return key;
  const date = dateAtStart(name);
  return date && name.slice(0, date.end);
}

function push(map: Map<string, string[]>, key: string, path: string): void {
  const there = map.get(key);
  if (there) there.push(path);
  else map.set(key, [path]);
}
