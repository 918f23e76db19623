import { atomAt, isAnchor, matchedBy, type Repetition, repetitionAt } from './regExpAtoms';

/** The characters that an atom of a regular expression matches: of ASCII and one that stands for all others; all where none of these. */
type Letters = ReadonlySet<number>;

const samples = [...Array.from({ length: 128 }, (_, code) => code), 0xe9];

/** One `(`…`)` while the pattern is read; the pattern itself is the outermost. */
interface Group {
  /** Open-ended repetitions so far whose run may reach to here. */
  live: readonly Letters[];
  readonly liveAtStart: readonly Letters[];
  readonly liveOfAlternatives: Letters[];
  readonly letters: Set<number>;
  hasAlternatives: boolean;
  hasRepetition: boolean;
}

/**
 * What in a valid regular expression may make it slow, in words that end a sentence: a repetition inside a repetition, repeated
 * alternatives, two repetitions that can share the same characters (`\w+\d+`, `[a-z-]+-[a-z-]+`), references back, looking around.
 */
export function repetitionProblem(pattern: string): string | undefined {
  const outer: Group[] = [];
  let group = newGroup([]);
  for (let at = 0; at < pattern.length; ) {
    const unit = pattern[at];
    if (unit === '(') {
      if (/^\(\?<?[!=]/.test(pattern.slice(at, at + 4))) return 'it looks ahead or behind';
      outer.push(group);
      group = newGroup(group.live);
      at += /^\(\?(?::|<[^>]*>)/.exec(pattern.slice(at))?.[0].length ?? 1;
    } else if (unit === '|') {
      group.hasAlternatives = true;
      group.liveOfAlternatives.push(...group.live);
      group.live = group.liveAtStart;
      at++;
    } else if (unit === ')') {
      const repetition = repetitionAt(pattern, at + 1);
      const problem = groupProblem(group, repetition);
      if (problem !== undefined) return problem;
      group = closed(group, outer.pop() ?? newGroup([]), repetition);
      at += 1 + repetition.text.length;
    } else {
      const atom = atomAt(pattern, at);
      if (/^\\[1-9k]/.test(atom)) return 'it refers back to a group';
      const repetition = repetitionAt(pattern, at + atom.length);
      const letters = lettersOf(atom);
      if (repetition.isOpen && group.live.some((each) => overlap(each, letters))) return sharedProblem;
      addAtom(group, letters, repetition);
      at += atom.length + repetition.text.length;
    }
  }
  return undefined;
}

const sharedProblem = 'two of its repetitions can match the same characters';

function newGroup(live: readonly Letters[]): Group {
  return {
    live,
    liveAtStart: live,
    liveOfAlternatives: [],
    letters: new Set(),
    hasAlternatives: false,
    hasRepetition: false,
  };
}

function groupProblem(group: Group, repetition: Repetition): string | undefined {
  if (!repetition.isRepeated) return undefined;
  if (group.hasRepetition) return 'it repeats a repetition';
  if (repetition.isOpen && group.hasAlternatives) return 'it repeats alternatives';
  if (repetition.isOpen && group.liveAtStart.some((each) => overlap(each, group.letters))) return sharedProblem;
  return undefined;
}

/** The group around, after the inner one has ended. */
function closed(inner: Group, outer: Group, repetition: Repetition): Group {
  const after = [...inner.live, ...inner.liveOfAlternatives];
  if (repetition.canBeNothing) after.push(...outer.live);
  if (repetition.isOpen) after.push(inner.letters);
  outer.live = [...new Set(after)];
  outer.hasRepetition ||= inner.hasRepetition || repetition.isVariable;
  for (const code of inner.letters) outer.letters.add(code);
  return outer;
}

/** An atom that must be there ends the run of every repetition that cannot match it. */
function addAtom(group: Group, letters: Letters, repetition: Repetition): void {
  const mustBeThere = letters.size > 0 && !repetition.canBeNothing;
  if (mustBeThere) group.live = group.live.filter((each) => overlap(each, letters));
  if (repetition.isOpen) group.live = [...group.live, letters];
  group.hasRepetition ||= repetition.isVariable;
  for (const code of letters) group.letters.add(code);
}

function overlap(a: Letters, b: Letters): boolean {
  for (const code of a) if (b.has(code)) return true;
  return false;
}

function lettersOf(atom: string): Letters {
  if (isAnchor(atom)) return new Set();
  const letters = matchedBy(atom, samples);
  return new Set(letters.length === 0 ? samples : letters);
}
