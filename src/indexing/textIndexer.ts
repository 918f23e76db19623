import { addingReview, type ReviewNames } from '../core/reviews/indexedReview';
import type { Source } from '../core/reviews/library';
import { divideReview } from '../core/reviews/readReviews';
import { type DividedText, dividedText } from '../core/reviews/searchChunks';
import { SearchIndex } from '../core/reviews/searchIndex';
import { SegmentBuilder } from '../core/reviews/searchSegmentBuilder';
import { allSteps } from '../core/steps';
import type { FileStat, FileSystem } from './fileSystem';
import type { IndexedFile } from './indexSource';
import { inSlices, type Pace } from './pace';
import { readDocumentNow } from './readDocument';
import { type SourceFile, toReading, toReviewFile } from './readFile';

/** A file whose text is to be made findable, and what it was found to hold where it was read before. */
export interface TextFile extends SourceFile {
  readonly known?: IndexedFile;
}

/** The files of a source whose texts are to be made findable, among all its paths. */
export interface TextFiles {
  readonly source: Source;
  /** Asked for once. */
  readonly files: Iterable<TextFile>;
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

/** A segment is made of so many postings, of four bytes each while they are collected: those of ten thousand reviews, which need no merging then. */
const mostPostings = 1 << 23;

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
      const read = readTexts(fileSystem, source, file, paths);
      if (!read) continue;
      const { mtime, size } = read.stat;
      for (const [at, { names, divided }] of read.texts.entries()) {
        const adding = addingReview(builder, documents.length, names, divided);
        // To ask after each passage whether others wait takes as long as to add it; those of most files are few.
        if (size > longestAtOnce) await inSlices(adding, pace);
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

/** The texts of the reviews in a file. */
interface ReadTexts {
  readonly stat: FileStat;
  readonly texts: readonly { readonly names: ReviewNames; readonly divided: DividedText }[];
}

/** Nothing where the file cannot be read, or holds no review. What is known of it is not found out again. */
function readTexts(
  fileSystem: FileSystem,
  source: Source,
  file: TextFile,
  paths: readonly string[],
): ReadTexts | undefined {
  const document = readDocumentNow(fileSystem, file.place);
  if (!document) return undefined;
  const { content, isTruncated, stat } = document;
  const names = content.kind === 'text' ? onlyReview(file.known, stat) : undefined;
  if (names && content.kind === 'text') {
    const divided = divideReview(toReviewFile(content.text, isTruncated, source, file, paths), source.rules);
    if (divided) return { stat, texts: [{ names, divided }] };
  }
  const reading = toReading(document, source, file, paths);
  if (reading.kind !== 'reviews') return undefined;
  return { stat, texts: reading.reviews.map((review) => ({ names: review, divided: dividedText(review) })) };
}

/** The review that a file was found to hold, where that is one and the file looks as it did. */
function onlyReview(known: IndexedFile | undefined, { mtime, size }: FileStat): ReviewNames | undefined {
  if (known?.reading.kind !== 'reviews' || known.look.mtime !== mtime || known.look.size !== size) return undefined;
  const [review, ...others] = known.reading.reviews;
  return others.length === 0 ? review : undefined;
}
