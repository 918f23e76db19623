import type { ReviewDocument } from '../reviews/review';
import { lineEnding } from '../text/lineEnding';
import type { Step } from './readingPath';

/** Lines of a text to put elsewhere in it: 1-based, `end` is the first line behind them, `before` the line before which they go. */
export interface LineMove {
  readonly start: number;
  readonly end: number;
  readonly before: number;
}

const item = /^(\s*)(?:[-*+•]|\d{1,4}[.)])\s/;

/**
 * The lines that a step takes in the file of its path, and where they go so that it stands before another step, or behind it; nothing where either is
 * not a list item. Numbers of a numbered list stay as they are: Markdown counts by itself.
 */
export function moveStep(
  text: string,
  step: Pick<Step, 'line'>,
  target: Pick<Step, 'line'>,
  isBehind: boolean,
): LineMove | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const moved = itemAt(lines, step.line);
  const other = itemAt(lines, target.line);
  if (!moved || !other || moved.start === other.start) return undefined;
  const before = isBehind ? other.end : other.start;
  return before >= moved.start && before <= moved.end ? undefined : { ...moved, before };
}

/** The text with these lines moved; everything else, line ends included, stays as it is. */
export function applyMove(text: string, { start, end, before }: LineMove): string {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const eol = lineEnding(text);
  const whole = lines.map((line, at) => (at === lines.length - 1 && !/[\r\n]$/.test(line) ? `${line}${eol}` : line));
  const moved = whole.slice(start - 1, end - 1);
  const rest = [...whole.slice(0, start - 1), ...whole.slice(end - 1)];
  const at = before > start ? before - 1 - moved.length : before - 1;
  const result = rest.toSpliced(at, 0, ...moved).join('');
  return /[\r\n]$/.test(text) || text === '' ? result : result.slice(0, result.length - eol.length);
}

/** A new path of these reviews, in the order in which they were chosen, for its author to write the reasons into. */
export function newPathText(title: string, reviews: readonly ReviewDocument[]): string {
  const steps = reviews.map(
    ({ id, title: words }) => `- ${id} — ${words === id ? 'why read it?' : `${words}. Why read it?`}`,
  );
  return [
    '---',
    'kind: reading-path',
    `title: ${JSON.stringify(title)}`,
    '---',
    '',
    `# ${title}`,
    '',
    'For whom is this, and what will they know at the end?',
    '',
    ...steps,
    '',
  ].join('\n');
}

/** A list item with what stands indented below it, up to a blank line or the next item. */
function itemAt(lines: readonly string[], line: number | undefined): { start: number; end: number } | undefined {
  if (line === undefined || !item.test(lines[line - 1] ?? '')) return undefined;
  let end = line;
  while (end < lines.length) {
    const next = lines[end] ?? '';
    if (next.trim() === '' || !/^\s/.test(next) || item.test(next)) break;
    end++;
  }
  return { start: line, end: end + 1 };
}
