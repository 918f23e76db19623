import { LayeredMap } from '../core/reviews/layeredMap';
import type { Source } from '../core/reviews/library';
import { openLooks } from './filePack';
import type { FileStat } from './fileSystem';
import type { SourceOptions } from './findSources';
import type { FileLook, IndexProgress } from './indexSource';
import type { SeenSources } from './lookAtLibrary';
import type { TextSegments } from './textIndexer';

/** What was seen of a source, in few values: thousands of objects would take long to hand over. */
export interface SentLooks {
  readonly source: string;
  /** Packs of files as they once came, and the rows of each that no longer count. */
  readonly packs: readonly { readonly pack: ArrayBuffer; readonly hidden: Uint32Array<ArrayBuffer> }[];
  /** The rest. */
  readonly keys: string;
  readonly as: string;
  /** Time and size of each. */
  readonly numbers: Float64Array<ArrayBuffer>;
}

/** To the worker: look at the library, or end the look that is going on. */
export type LookRequest =
  | {
      readonly kind: 'look';
      readonly roots: readonly { readonly place: string; readonly options: SourceOptions }[];
      readonly seen: readonly SentLooks[];
      /** Files that are left alone as long as they look like this: a thread was lost over each. */
      readonly fatal: ReadonlyMap<string, FileStat>;
      /**
       * Which texts are to be made findable afterwards: those of all files, or those that were read, where they are many. With `kept`, those
       * of all are taken as they were kept, where they were.
       */
      readonly texts: 'all' | 'kept' | 'read';
      /** Where the library and its full text are to be kept, as the answer to what. */
      readonly cache?: { readonly library: string; readonly texts: string; readonly key: string };
    }
  | { readonly kind: 'stop' };

/** From the worker, any time after a look, once or twice: full text; without any where texts are few. */
export interface TextReply {
  readonly kind: 'texts';
  readonly texts?: SentTexts;
  /** Whether they were kept from an earlier start: some may be of files that have changed since. */
  readonly areKept?: boolean;
}

/** Full text, in few values. */
export interface SentTexts {
  readonly segments: readonly ArrayBuffer[];
  readonly keys: string;
  /** Time, size and place in the file of each document. */
  readonly numbers: Float64Array<ArrayBuffer>;
}

/** From the worker: what a look found, in the order of {@link LookListener}; `done` is the last, also of a look that was ended. */
export type LookReply =
  | { readonly kind: 'sources'; readonly sources: readonly Source[]; readonly failures: readonly string[] }
  | { readonly kind: 'paths'; readonly source: string; readonly paths: string }
  | {
      readonly kind: 'files';
      readonly source: string;
      /** Packed by `FilePacker`. */
      readonly files: ArrayBuffer;
      readonly gone: readonly string[];
      readonly progress?: IndexProgress;
    }
  | { readonly kind: 'end'; readonly source: string }
  /** Where nothing was seen before: the names of all that was found, packed by `packNames`. */
  | { readonly kind: 'names'; readonly names: ArrayBuffer }
  | { readonly kind: 'done'; readonly problem?: string };

/** Stands between texts that are sent as one: none of them, being paths, holds it. */
const separator = '\0';

/** Texts as one. None may hold a NUL. */
export function joinTexts(texts: readonly string[]): string {
  return texts.map((each) => each + separator).join('');
}

/** The texts of {@link joinTexts}. */
export function splitTexts(joined: string): string[] {
  return joined === '' ? [] : joined.slice(0, -1).split(separator);
}

/** What was seen, to be posted to the worker: packs as they came, the rest as joined texts. */
export function sendLooks(seen: SeenSources): SentLooks[] {
  return [...seen].map(([source, files]) => {
    const packs: { pack: ArrayBuffer; hidden: Uint32Array<ArrayBuffer> }[] = [];
    const layers = files instanceof LayeredMap ? files.layers : [];
    for (const { entries, hidden } of layers)
      if (entries.buffer) packs.push({ pack: entries.buffer, hidden: Uint32Array.from(hidden) });
    // All or none lie in buffers.
    const rest = files instanceof LayeredMap && packs.length === layers.length ? files.own : files;
    const numbers = new Float64Array(rest.size * 2);
    let at = 0;
    for (const { mtime, size } of rest.values()) {
      numbers[at++] = mtime;
      numbers[at++] = size;
    }
    // An empty text stands for none: nothing is taken for that.
    const as = joinTexts([...rest.values()].map((look) => look.as ?? ''));
    return { source, packs, keys: joinTexts([...rest.keys()]), as, numbers };
  });
}

/** The looks of {@link sendLooks}, in layers again. */
export function receiveLooks(sent: readonly SentLooks[]): ReadonlyMap<string, LayeredMap<FileLook>> {
  return new Map(
    sent.map(({ source, packs, keys, as, numbers }) => {
      const looks = new LayeredMap<FileLook>();
      for (const { pack, hidden } of packs) {
        const entries = openLooks(pack);
        if (!entries) continue;
        looks.setAll(entries);
        for (const row of hidden) looks.delete(entries.keyAt(row));
      }
      const taken = splitTexts(as);
      for (const [at, key] of splitTexts(keys).entries()) {
        const look = { mtime: numbers[at * 2] ?? -1, size: numbers[at * 2 + 1] ?? -1 };
        looks.set(key, taken[at] === '' || taken[at] === undefined ? look : { ...look, as: taken[at] });
      }
      return [source, looks];
    }),
  );
}

/** Full text as it is posted and kept. */
export function sendTexts({ segments, documents }: TextSegments): SentTexts {
  const numbers = new Float64Array(documents.length * 3);
  for (const [number, { mtime, size, at }] of documents.entries()) numbers.set([mtime, size, at], number * 3);
  return { segments, keys: joinTexts(documents.map(({ key }) => key)), numbers };
}

/** The full text of {@link sendTexts}. */
export function receiveTexts({ segments, keys, numbers }: SentTexts): TextSegments {
  const documents = splitTexts(keys).map((key, number) => {
    const [mtime = -1, size = -1, at = 0] = numbers.subarray(number * 3, number * 3 + 3);
    return { key, mtime, size, at };
  });
  return { segments, documents };
}
