import type { FoundCitation } from '../citations/citation';
import { findCitations } from '../citations/findCitations';
import type { KnownIds } from '../citations/knownIds';
import { languageOfFormat } from '../citations/languageOfFormat';
import { readFrontMatter } from '../reviews/frontMatter';
import { rawText } from '../reviews/outline';
import type { ReadingPathFile } from '../reviews/readingPathFile';
import { readOutline } from '../reviews/readOutline';
import type { ReviewDocument } from '../reviews/review';
import { collapse, plainText } from '../text/plainText';
import { textLines } from '../text/textLine';

/** An ordered list of reviews with a reason to read each, for people who learn: from a file, or made of what the library tells. */
export interface ReadingPath {
  /** Stays the same as long as the path is the same one: the key of its file, or the name of how it was made. */
  readonly key: string;
  readonly title: string;
  /** For whom it is, or how it came about; one line, empty where nobody says. */
  readonly about: string;
  readonly chapters: readonly Chapter[];
  /** Absent for a path that was made. */
  readonly file?: ReadingPathFile;
}

/** Steps under one heading. */
export interface Chapter {
  /** Plain text; empty for the steps before the first heading. */
  readonly heading: string;
  /** 1-based, in the file. */
  readonly line?: number;
  readonly steps: readonly Step[];
}

/** One review, or a part of it, to read. */
export interface Step {
  /** As the path cites it, passage included; what progress is remembered by. */
  readonly citation: string;
  readonly id: string;
  readonly passage?: string;
  /** All that claim the id, in the order of their paths; empty where no review is known. */
  readonly reviews: readonly ReviewDocument[];
  /** Why to read it: one line of plain text, empty where the path does not say. */
  readonly why: string;
  /** 1-based, in the file. */
  readonly line?: number;
}

/** A path with more was written by no person. */
const mostSteps = 1000;

/**
 * Reads a path from its file: headings are chapters, each list item that names a review is a step, and what else the item says is
 * the reason to read it. What a text says besides is for its readers and left alone. Never throws.
 */
export function readReadingPath(file: ReadingPathFile, known: KnownIds): ReadingPath {
  const { text, format } = file;
  const lines = textLines(text);
  const { blocks, markup } = readOutline(lines.slice(readFrontMatter(lines).lineCount), format);
  const { path, key } = file;
  const found = findCitations(text, languageOfFormat(format), known, { matchIn: 'comments', path, key });
  const chapters: { heading: string; line?: number; steps: Step[] }[] = [];
  let title = file.title;
  let about = file.audience === '' ? '' : `For ${file.audience}`;
  let at = 0;
  let count = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const heading = plainText(block.text, markup);
      if (title === '') title = heading;
      // The title again as the first heading opens no chapter.
      if (chapters.length > 0 || heading !== title) chapters.push({ heading, line: block.line, steps: [] });
    } else if (block.kind === 'paragraph') {
      if (about === '' && chapters.length === 0) about = plainText(rawText(block), markup);
    } else if (block.kind === 'item' && count < mostSteps) {
      while ((found[at]?.start ?? Number.POSITIVE_INFINITY) < block.start) at++;
      const citation = found[at];
      if (!citation || citation.start >= block.end) continue;
      const last = chapters.at(-1) ?? { heading: '', steps: [] };
      if (chapters.length === 0) chapters.push(last);
      last.steps.push(stepOf(citation, why(text, block, citation, markup), block.line));
      count++;
    }
  }
  const told = chapters.filter(({ steps }) => steps.length > 0);
  return { key, title: title === '' ? nameOf(path) : title, about, chapters: told, file };
}

/** The steps of a path in the order in which to read them. */
export function stepsOf({ chapters }: Pick<ReadingPath, 'chapters'>): readonly Step[] {
  return chapters.flatMap(({ steps }) => steps);
}

function stepOf(citation: FoundCitation, reason: string, line: number): Step {
  const { text, id, passage, reviews } = citation;
  return { citation: text, id, ...(passage === undefined ? {} : { passage }), reviews, why: reason, line };
}

type Markup = Parameters<typeof plainText>[1];

/** What an item says beside the name of the review: what stands behind it, else the words around it. */
function why(
  text: string,
  item: { start: number; end: number },
  { start, end }: FoundCitation,
  markup: Markup,
): string {
  const marks = /^\s*(?:[-*+•]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?/;
  const before = text.slice(item.start, start).replace(marks, '');
  const after = text.slice(end, item.end);
  // A link is one name with its words: `[The word hold](../INC-7.md)` leaves "The word hold".
  const link = /\[([^[\]]*)\]\(\s*<?$/.exec(before);
  const words = link ? before.slice(0, link.index) : before.replace(/(?:\[\[?|`|\*\*?|_)$/, '');
  const rest = link ? after.replace(/^[^)]*\)/, '') : after.replace(/^(?:\]\]?(?:\([^)]*\))?|`|\*\*?|_)/, '');
  const behind = trimMarks(plainText(rest, markup));
  const around = trimMarks(plainText(words, markup));
  const said = link ? collapse(plainText(link[1] ?? '', markup)) : '';
  return [around, isName(said, text.slice(start, end)) ? '' : said, behind].filter((part) => part !== '').join(' — ');
}

/** Whether the words of a link only repeat the name that it leads to. */
function isName(words: string, target: string): boolean {
  return target.toLowerCase().includes(words.toLowerCase().replaceAll(' ', '-'));
}

function trimMarks(words: string): string {
  return words.replace(/^[\s:;,.–—-]+/, '').replace(/[\s:;,–—(-]+$/, '');
}

function nameOf(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return base.replace(/\.[^.]*$/, '').replaceAll(/[-_]+/g, ' ');
}
