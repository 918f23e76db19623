import type { Finding } from '../finding';
import { textLines } from '../text/textLine';
import { asText } from './fields';
import { type FileName, readFileName } from './fileName';
import { readFrontMatter } from './frontMatter';
import { isBelowFolder } from './isBelowFolder';
import type { FileReading } from './library';
import type { LibraryRules } from './libraryRules';
import { makeReview } from './makeReview';
import { openReview, type TextParts } from './openReview';
import { readData } from './readData';
import { isReadingPath } from './readingPathFile';
import { readOutline } from './readOutline';
import { readPassages } from './readPassages';
import type { DocumentFormat, ReviewDocument } from './review';
import type { DividedText } from './searchChunks';
import { skimReview } from './skimReview';
import { type ReviewPart, splitReviews } from './splitReviews';

type TextFormat = Exclude<DocumentFormat, 'yaml' | 'json'>;

/** A file that may be a review, with its text. */
export interface ReviewFile {
  readonly key: string;
  /** Key of the source it belongs to. */
  readonly source: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** Relative to the source, `/` separators. */
  readonly pathInSource: string;
  /** Decoded; at most the first 256 kB of the file. */
  readonly text: string;
  /** Whether the file is longer than `text`. */
  readonly isTruncated: boolean;
  /**
   * Every file of the source, relative to it, so that materials and folder rules can be seen.
   * Hand over the same list for all files of a source: it is sorted once per list.
   */
  readonly neighbours: readonly string[];
}

/**
 * Reads the review in a file; several where the library says `split: heading`; or says why it is none.
 *
 * Never throws: whatever is wrong with the text becomes findings, and the rest is still read.
 */
export function readReviews(file: ReviewFile, rules: LibraryRules): FileReading {
  const name = readFileName(file.pathInSource);
  const reason = whyNoDocument(file.text, name.hasExtension);
  if (reason !== undefined) return omitted(file, reason);
  const format = name.format ?? 'markdown';
  if (format === 'yaml' || format === 'json') return readDataReview(file, rules, name, format);
  const source = { file, rules, name, format };
  const read = () => readText(file.text, format);
  const skimmed = skimReview(source, read);
  const text = skimmed ? undefined : read();
  const { front } = text ?? skimmed ?? read();
  if (isReadingPath({ front }, file.pathInSource, rules)) return readingPathOf(file, { front }, format);
  if (isBelowFolder(file.pathInSource, rules.paths)) return omitted(file, 'in the folder of reading paths');
  const parts = text && rules.split === 'heading' ? splitReviews(text.outline, file.text.length) : [];
  if (parts.length > 0) return reviewsOf(parts.map((part) => readPart(part, file, rules, name, format)));
  return reviewsOf([makeReview(source, read, text ? openReview(source, text) : skimmed)]);
}

/**
 * Divides the text of a file without choosing the facts of its review, which takes as long: for whoever knows that it holds one review, and
 * which. Nothing for data, nor where a file may hold several.
 */
export function divideReview(file: ReviewFile, rules: LibraryRules): DividedText | undefined {
  const name = readFileName(file.pathInSource);
  const format = name.format ?? 'markdown';
  if (format === 'yaml' || format === 'json' || rules.split === 'heading') return undefined;
  const { text } = file;
  return { text, format, passages: readPassages({ file, rules, name, format }, () => readText(text, format)) };
}

/** Reads the parts of a text by the rules of its format. */
export function readText(text: string, format: TextFormat): TextParts {
  const lines = textLines(text);
  const front = readFrontMatter(lines);
  const body = front.lineCount === 0 ? lines : lines.slice(front.lineCount);
  return { front, outline: readOutline(body, format), lines: body };
}

/** Reads one heading's part of a file as a review of its own: its text is that part, its lines are those of the file. */
function readPart(
  part: ReviewPart,
  file: ReviewFile,
  rules: LibraryRules,
  name: FileName,
  format: TextFormat,
): ReviewDocument {
  const text = file.text.slice(part.start, part.end);
  return makeReview({ file: { ...file, text }, rules, name: { ...name, stem: part.name }, format, part }, () => {
    const lines = textLines(text, 0, part.line);
    return { front: { fields: new Map(), lineCount: 0 }, outline: readOutline(lines, format), lines };
  });
}

function readDataReview(file: ReviewFile, rules: LibraryRules, name: FileName, format: 'yaml' | 'json'): FileReading {
  const lines = textLines(file.text);
  const reading = readData(file.text, lines, format);
  switch (reading.kind) {
    case 'other':
      return omitted(file, reading.reason);
    case 'unreadable':
      return { kind: 'unreadable', findings: [unreadable(file, format, reading)] };
    case 'document': {
      const { front, outline } = reading;
      if (isReadingPath({ front }, file.pathInSource, rules))
        return omitted(file, 'a reading path that is not written as text');
      if (isBelowFolder(file.pathInSource, rules.paths)) return omitted(file, 'in the folder of reading paths');
      const text = { front, outline, lines };
      // Reading data costs more than keeping it, and reviews that are data are few.
      return reviewsOf([makeReview({ file, rules, name, format }, () => text)]);
    }
  }
}

function unreadable(
  file: ReviewFile,
  format: 'yaml' | 'json',
  { message, line }: { message: string; line: number },
): Finding {
  const what = format.toUpperCase();
  return {
    code: `unreadable-${format}`,
    message: `The ${what} cannot be read. ${message} Mend line ${line} to have this review in the library.`,
    path: file.path,
    line,
    severity: 'warning',
  };
}

function readingPathOf(file: ReviewFile, { front }: Pick<TextParts, 'front'>, format: TextFormat): FileReading {
  const { key, source, path, text } = file;
  const title = asText(front.fields.get('title')?.value) ?? '';
  const audience = asText(front.fields.get('for')?.value) ?? '';
  return { kind: 'readingPath', file: { key, source, path, format, text, title, audience } };
}

function reviewsOf(reviews: readonly ReviewDocument[]): FileReading {
  return { kind: 'reviews', reviews };
}

function omitted(file: ReviewFile, reason: string): FileReading {
  return { kind: 'omitted', omission: { key: file.key, path: file.path, reason } };
}

/** Why a text is no document at all. Names without extension are looked at more closely. */
function whyNoDocument(text: string, hasExtension: boolean): string | undefined {
  if (text.trim() === '') return 'empty';
  if (text.slice(0, 4096).includes('\0')) return 'not text';
  if (!hasExtension && text.startsWith('#!')) return 'a script';
  return undefined;
}
