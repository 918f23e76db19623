import type { Source } from '../core/reviews/library';
import { readBuffers, writeBuffers } from './bufferFile';
import { joinTexts, receiveTexts, sendTexts, splitTexts } from './lookMessages';
import type { TextSegments } from './textIndexer';

/** A library as it was when it was last looked at. */
export interface CachedLibrary {
  /** What it is the answer to: folders and settings. */
  readonly key: string;
  readonly sources: readonly CachedSource[];
  /** The names by which texts cite its reviews, packed by `packNames`. */
  readonly names?: ArrayBuffer;
}

/** A source, the paths of all its files, and what they were read to be, packed by `packFiles`. */
export interface CachedSource {
  readonly source: Source;
  readonly paths: readonly string[];
  readonly packs: readonly ArrayBuffer[];
}

/** What is told of the packs, which follow source by source, and the names behind them. We wrote it ourselves, and a checksum says that it is as it was written. */
type ToldOfPacks = readonly { readonly source: Source; readonly paths: string; readonly packs: number }[];

/** Keeps a library. Throws what the system throws. */
export function writeCache(place: string, { key, sources, names }: CachedLibrary): void {
  const told: ToldOfPacks = sources.map(({ source, paths, packs }) => ({
    source,
    paths: joinTexts(paths),
    packs: packs.length,
  }));
  const packs = sources.flatMap((source) => source.packs);
  writeBuffers(place, { key, told, buffers: names ? [...packs, names] : packs });
}

/** The library that was kept as the answer to `key`; nothing where there is none, or any doubt whether it is whole. */
export function readCache(place: string, key: string): CachedLibrary | undefined {
  const kept = readBuffers(place, key);
  if (!kept) return undefined;
  let at = 0;
  const sources = (kept.told as ToldOfPacks).map(({ source, paths, packs }) => {
    at += packs;
    return { source, paths: splitTexts(paths), packs: kept.buffers.slice(at - packs, at) };
  });
  const names = kept.buffers[at];
  return { key, sources, ...(names && { names }) };
}

/** Keeps full text: the segments as they are searched. Throws what the system throws. */
export function writeTexts(place: string, key: string, texts: TextSegments): void {
  const { segments, keys, numbers } = sendTexts(texts);
  writeBuffers(place, { key, told: keys, buffers: [numbers.buffer, ...segments] });
}

/** The full text that was kept as the answer to `key`; nothing where there is none, or any doubt whether it is whole. */
export function readTexts(place: string, key: string): TextSegments | undefined {
  const kept = readBuffers(place, key);
  if (!kept || typeof kept.told !== 'string') return undefined;
  const [numbers = new ArrayBuffer(0), ...segments] = kept.buffers;
  return receiveTexts({ segments, keys: kept.told, numbers: new Float64Array(numbers) });
}
