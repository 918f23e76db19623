import type { Guard } from './region';
import { isLetterAt } from './wordBoundary';

/**
 * Whether a region opens at `start` of a line: yes, no, or yes and it ends at this offset.
 *
 * `before` is the last word or mark of code before it, `"` for a string, empty at the start of the text.
 */
export type GuardCheck = (line: string, start: number, end: number, before: string) => boolean | number;

/** The checks that the table names. */
export const guards: Readonly<Record<Guard, GuardCheck>> = {
  docstring: (line, start, _end, before) =>
    /^\s*(?:[rRuU]|raw|@doc)?\s*$/.test(line.slice(0, start)) &&
    before !== '":' &&
    !/[([{,=+\-*/%&|^~<>\\@.]$/.test(before),
  regex: (line, start, _end, before) =>
    (expectsOperand(before) || (before === ')' && isBehindCondition(line, start))) && regexEnd(line, start),
  jsx: (line, start, _end, before) =>
    expectsOperand(before) && !/^<\w+(?:,| extends )/.test(line.slice(start, start + 80)),
  notTranspose: (line, start) => !/[\p{L}\p{N}_)\]}'".]/u.test(line.slice(Math.max(0, start - 1), start)),
  codeSpan: (line, start, end) => codeSpanEnd(line, start, end),
  closesOnLine: (line, start, end) => line.indexOf(line.slice(start, end), end) >= 0,
};

const operandWords = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await and or not if unless when while until then default'.split(
    ' ',
  ),
);

/** Whether an expression may begin behind this: then `/` opens a regular expression and `<` an element. */
function expectsOperand(before: string): boolean {
  if (before === '') return true;
  if (isLetterAt(before, before.length - 1)) return operandWords.has(before);
  return !')]"'.includes(before.slice(-1));
}

/** Whether the parenthesis before `start` closes that of `if (`, `while (`, `for (`, on the same line. */
function isBehindCondition(line: string, start: number): boolean {
  let depth = 0;
  for (let at = start - 1; at >= 0 && start - at < 500; at--) {
    if (line[at] === ')') depth++;
    else if (line[at] === '(' && --depth === 0)
      return /\b(?:if|while|for|with) ?$/.test(line.slice(Math.max(0, at - 8), at));
  }
  return false;
}

/** Just behind the closing `/` and the flags; `false` where the line does not close it. */
function regexEnd(line: string, start: number): number | false {
  let inClass = false;
  for (let at = start + 1; at < line.length; at++) {
    const unit = line[at];
    if (unit === '\\') at++;
    else if (unit === '[') inClass = true;
    else if (unit === ']') inClass = false;
    else if (unit === '/' && !inClass) {
      if (at === start + 1) return false;
      while (/[a-z]/.test(line[at + 1] ?? '')) at++;
      return at + 1;
    }
  }
  return false;
}

/** Just behind the run of backticks that closes the one from `start` to `end`; `false` where the line has none so long. */
function codeSpanEnd(line: string, start: number, end: number): number | false {
  const mark = line[start] ?? '';
  const length = end - start;
  for (let at = line.indexOf(mark, end); at >= 0; at = line.indexOf(mark, at)) {
    const from = at;
    while (line[at] === mark) at++;
    if (at - from === length) return at;
  }
  return false;
}
