import { repetitionProblem } from './repetitionProblem';

const longestPattern = 500;

/**
 * What keeps a user's regular expression from being run on every comment, in words that end a sentence; nothing where it may run.
 *
 * Refused: what is no regular expression, is too long, matches the empty string, refers back, looks around, or can take more than
 * quadratic time. The check errs on the side of refusing.
 */
export function idPatternProblem(pattern: string): string | undefined {
  if (pattern.length > longestPattern) return `it is longer than ${longestPattern} characters`;
  let compiled: RegExp;
  try {
    compiled = new RegExp(pattern, 'g');
  } catch {
    return 'it is not a valid regular expression';
  }
  if (compiled.test('')) return 'it matches the empty string';
  return repetitionProblem(pattern);
}
