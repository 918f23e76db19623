import type { FoundCitation } from './citation';
import { type CitationGroup, commentBlocks, groupBySpans } from './citationGroups';
import { CollectedSpans, type CommentSpan, isNoLabel } from './commentSpans';
import type { Language } from './languages';
import type { LineState } from './lineState';
import type { LineSpan } from './scanLine';
import { scanNext } from './scanText';

/** A line of a text, and the state of the scan in which it begins. */
export interface StatedLine {
  readonly text: string;
  readonly eol: string;
  readonly before: LineState;
}

/**
 * What `citationGroups` says of a text whose lines are known with their states: only comments that cite, and what stands around them, are
 * scanned again. `citations` are those of the text, in order.
 */
export function groupsInLines(
  lines: readonly StatedLine[],
  language: Language,
  citations: readonly FoundCitation[],
): readonly CitationGroup[] {
  return citations.length === 0 || language.isProse
    ? groupBySpans(citations, [])
    : groupBySpans(citations, new CitingBlocks(lines).find(citations));
}

/** Finds the blocks of comments (and the strings) in which something is cited. */
class CitingBlocks {
  readonly #lines: readonly StatedLine[];
  readonly #spans: (readonly LineSpan[] | undefined)[] = [];

  constructor(lines: readonly StatedLine[]) {
    this.#lines = lines;
  }

  find(citations: readonly FoundCitation[]): { readonly start: number; readonly end: number }[] {
    const blocks: { readonly start: number; readonly end: number }[] = [];
    let at = 0;
    /** Where line `at` begins. */
    let offset = 0;
    let end = 0;
    for (const citation of citations) {
      if (citation.start < end) continue;
      for (let next = offset; at < this.#lines.length; at++, offset = next) {
        next += this.#lengthOf(at);
        if (citation.start < next) break;
      }
      let first = at;
      let start = offset;
      while (first > 0 && this.#isJoined(first)) start -= this.#lengthOf(--first);
      let last = at;
      while (last + 1 < this.#lines.length && this.#isJoined(last + 1)) last++;
      // What was told of an earlier citation on a line that is joined to none.
      const found = this.#blocks(first, last, start);
      blocks.push(...found.filter((each) => each.start >= (blocks.at(-1)?.end ?? 0)));
      end = offset;
      for (let line = at; line <= last; line++) end += this.#lengthOf(line);
    }
    return blocks;
  }

  /** Whether a line may be in one block with the line before it. */
  #isJoined(line: number): boolean {
    if (this.#lines[line]?.before.frame.mode.kind !== undefined) return true;
    return this.#isComment(line - 1) && this.#isComment(line);
  }

  /** Whether there is a comment on a line, and nothing beside it. */
  #isComment(line: number): boolean {
    const text = this.#lines[line]?.text ?? '';
    return this.#spansOf(line).some(
      ({ kind, start, end }) =>
        kind === 'comment' && text.slice(0, start).trim() === '' && text.slice(end).trim() === '',
    );
  }

  #blocks(first: number, last: number, offset: number) {
    const lines = this.#lines.slice(first, last + 1);
    const text = lines.map((line) => line.text + line.eol).join('');
    const collected = new CollectedSpans(text);
    let start = 0;
    for (const [at, line] of lines.entries()) {
      for (const span of this.#spansOf(first + at))
        collected.add(start + span.start, start + span.end, span.kind, span.continues);
      start += line.text.length + line.eol.length;
    }
    const own: CommentSpan[] = collected.spans.filter(isNoLabel);
    return commentBlocks(text, own).map((block) => ({ start: block.start + offset, end: block.end + offset }));
  }

  #spansOf(at: number): readonly LineSpan[] {
    const line = this.#lines[at];
    if (!line) return [];
    let spans = this.#spans[at];
    if (!spans) {
      ({ spans } = scanNext(line.text, line.before, at === 0));
      this.#spans[at] = spans;
    }
    return spans;
  }

  #lengthOf(at: number): number {
    const line = this.#lines[at];
    return line ? line.text.length + line.eol.length : 0;
  }
}
