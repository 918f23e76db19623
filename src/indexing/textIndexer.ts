import { addingReview } from '../core/reviews/indexedReview';
import type { Source } from '../core/reviews/library';
import { SearchIndex } from '../core/reviews/searchIndex';
import { SegmentBuilder } from '../core/reviews/searchSegmentBuilder';
import { allSteps } from '../core/steps';
import type { FileSystem } from './fileSystem';
import { inSlices, type Pace } from './pace';
import { readFileNow, type SourceFile } from './readFile';

/** The files of a source whose texts are to be made findable, among all its paths. */
export interface TextFiles {
  readonly source: Source;
  readonly files: readonly SourceFile[];
  readonly paths: readonly string[];
}

/** A review in a segment, by its file: how that looked when it was read, and which of its reviews it is. The number of a document is its place. */
export interface TextDocument {
  readonly key: string;
  readonly mtime: number;
  readonly size: number;
  readonly at: number;
}

/** Full text of many files: segments of the text index, and what their numbers of documents mean. */
export interface TextSegments {
  readonly segments: readonly ArrayBuffer[];
  readonly documents: readonly TextDocument[];
}

/** A segment is made of so many postings: more would take much memory at a time. */
const mostPostings = 1 << 21;

/** Files up to this length, in bytes, are made findable without a turn for others: it takes less than a ms. */
const longestAtOnce = 1 << 16;

/** Reads files and makes their reviews findable. Files that cannot be read are left out; nothing where the signal is aborted. */
export async function indexTexts(
  fileSystem: FileSystem,
  sources: readonly TextFiles[],
  pace: Pace,
  signal: AbortSignal,
): Promise<TextSegments | undefined> {
  const index = new SearchIndex();
  const documents: TextDocument[] = [];
  let builder = new SegmentBuilder();
  for (const { source, files, paths } of sources) {
    for (const file of files) {
      await pace();
      if (signal.aborted) return undefined;
      const read = readFileNow(fileSystem, source, file, paths);
      if (read?.reading.kind !== 'reviews') continue;
      const { mtime, size } = read.stat;
      for (const [at, review] of read.reading.reviews.entries()) {
        const adding = addingReview(builder, documents.length, review);
        // To ask after each passage whether others wait takes as long as to add it; those of most files are few.
        if (read.stat.size > longestAtOnce) await inSlices(adding, pace);
        else allSteps(adding);
        documents.push({ key: file.place, mtime, size, at });
      }
      if (builder.postingCount < mostPostings) continue;
      index.add(await inSlices(builder.finish(), pace));
      builder = new SegmentBuilder();
    }
  }
  if (builder.postingCount > 0) index.add(await inSlices(builder.finish(), pace));
  await inSlices(index.merge(), pace);
  return signal.aborted ? undefined : { segments: index.segments.map((each) => each.toBuffer()), documents };
}
