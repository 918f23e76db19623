import type { Finding } from '../finding';
import type { Source } from '../reviews/library';
import type { Span } from '../text/span';
import type { NameHit } from './findNames';
import { idPatternProblem } from './idPatternProblem';
import type { Resolution } from './knownIds';
import { type LooserPattern, looserPattern } from './looserPattern';

const mostPatterns = 50;
const mostPerLine = 100;
const longestPiece = 2000;

/** How long an id that a pattern finds may be. No more than twice as much is looked at in one go, as the time can grow with its square. */
const longestName = 128;

/** Further forms of ids that sources name as regular expressions: those that are safe to run, and findings about the others. */
export class IdPatterns {
  readonly findings: readonly Finding[];
  /** For each pattern what finds the places of its matches in a whole text, and others (global); nothing where only the pattern can tell. */
  readonly looks: readonly (RegExp | undefined)[];
  readonly #patterns: readonly RegExp[];
  readonly #looser: readonly (LooserPattern | undefined)[];

  constructor(sources: readonly Source[]) {
    const findings: Finding[] = [];
    const patterns = new Map<string, RegExp>();
    for (const { key, path, rules } of sources) {
      for (const text of rules.idPatterns) {
        const problem =
          patterns.size >= mostPatterns ? `only ${mostPatterns} id patterns are used` : idPatternProblem(text);
        if (problem === undefined) patterns.set(text, new RegExp(text, 'g'));
        else findings.push(refusal({ key, path }, text, problem));
      }
    }
    this.findings = findings;
    this.#patterns = [...patterns.values()];
    this.#looser = [...patterns.keys()].map((source) => looserPattern(source, longestName));
    this.looks = this.#looser.map((looser) => looser && new RegExp(looser.pattern, 'g'));
  }

  /** Whether {@link looks} find as much in a text of which each byte, in UTF-8, is taken for a character. */
  get areOfBytes(): boolean {
    return this.#looser.every((looser) => looser?.isOfBytes ?? false);
  }

  get areAny(): boolean {
    return this.#patterns.length > 0;
  }

  /**
   * The hits, and what the patterns find beside them: the first group of a match, or all of it, is the id, known or not.
   *
   * Only the first 2,000 characters of the part are looked at, ids are at most 128 characters long, and at most 100 matches a line
   * count, so that no pattern that passed the check can take long.
   */
  addTo(hits: NameHit[], line: string, part: Span, resolve: (name: string) => Resolution): NameHit[] {
    const found: NameHit[] = [];
    const end = Math.min(part.end, part.start + longestPiece);
    for (const pattern of this.#patterns) {
      for (const match of matchesIn(line, part.start, end, pattern)) {
        if (found.length >= mostPerLine) break;
        const { index } = match;
        const isTaken = [...hits, ...found].some(({ start, end }) => index < end && start < index + match[0].length);
        if (!isTaken) found.push(patternHit(match[0], match[1] ?? match[0], index, resolve));
      }
    }
    return found.length === 0 ? hits : [...hits, ...found].sort((a, b) => a.start - b.start);
  }
}

/** The matches of a pattern between two offsets of a line, looked for in windows of which each reaches into the next. */
function* matchesIn(line: string, start: number, end: number, pattern: RegExp): Generator<RegExpExecArray, void> {
  let from = start;
  for (let window = start; window < end; window += longestName) {
    const isLast = window + 2 * longestName >= end;
    const piece = line.slice(0, isLast ? end : window + 2 * longestName);
    pattern.lastIndex = from;
    for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
      // What begins in the second half is found whole in the next window.
      if (!isLast && match.index >= window + longestName) break;
      if (match[0] === '') pattern.lastIndex++;
      else if (match[0].length <= longestName) yield match;
      from = pattern.lastIndex;
    }
    if (isLast) return;
    from = Math.max(from, window + longestName);
  }
}

function patternHit(text: string, name: string, start: number, resolve: (name: string) => Resolution): NameHit {
  const meaning = resolve(name);
  const reviews = meaning.kind === 'known' ? meaning.reviews : [];
  return { start, end: start + text.length, id: reviews[0]?.id ?? name, form: 'pattern', reviews };
}

function refusal({ key, path }: Pick<Source, 'key' | 'path'>, pattern: string, problem: string): Finding {
  const shown = pattern.length > 60 ? `${pattern.slice(0, 60)}…` : pattern;
  return {
    code: 'refused-id-pattern',
    message: `The id pattern ${shown} is not used: ${problem}.`,
    path: path === '' ? 'precedent.yaml' : `${path}/precedent.yaml`,
    // Keys are paths or URIs; both go on with a slash.
    key: `${key}/precedent.yaml`,
    severity: 'warning',
  };
}
