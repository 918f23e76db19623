import type { FileReading } from '../core/reviews/library';
import type { PackedFiles } from './filePack';
import type { FilesInOrder } from './namePack';

/** What the files of some packs were read to be, one pack behind the other; made when somebody asks. */
export class ReadingsInOrder implements FilesInOrder {
  readonly #packs: { readonly from: number; readonly files: PackedFiles }[] = [];
  #size = 0;

  add(files: PackedFiles): void {
    this.#packs.push({ from: this.#size, files });
    this.#size += files.size;
  }

  at(place: number): FileReading | undefined {
    const pack = this.#packs.findLast(({ from }) => from <= place);
    return pack && place < this.#size ? pack.files.readings.at(place - pack.from) : undefined;
  }

  *[Symbol.iterator](): ArrayIterator<FileReading> {
    for (const { files } of this.#packs) yield* files.readings.values();
  }
}
