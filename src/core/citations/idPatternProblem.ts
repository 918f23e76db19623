import { repetitionProblem } from './repetitionProblem';

const longestPattern = 500;

/**
 * What keeps a user's regular expression from being run on every comment, in words that end a sentence; nothing where it may run.
 *
 * Refused: what is no regular expression, is too long, matches the empty string, refers back, looks around, or can match one text in
 * many ways. The check errs on the side of refusing.
 */
export function idPatternProblem(pattern: string): string | undefined {
  if (pattern.length > longestPattern) return `it is longer than ${longestPattern} characters`;
  try {
    // Some are refused only when they are run: they would become too large.
    if (new RegExp(pattern, 'g').test('')) return 'it matches the empty string';
  } catch {
    return 'it is not a valid regular expression';
  }
  return repetitionProblem(pattern);
}
