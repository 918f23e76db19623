import { atomAt, isAnchor, matchedBy, type Repetition, repetitionAt } from './regExpAtoms';

/** The characters that an atom of a regular expression matches: of ASCII and one that stands for all others; all where none of these. */
type Letters = ReadonlySet<number>;

const samples = [...Array.from({ length: 128 }, (_, code) => code), 0xe9];

/** One `(`…`)` while the pattern is read; the pattern itself is the outermost. */
interface Group {
  /** Repetitions of no fixed length so far whose run may reach to here. */
  live: readonly Letters[];
  readonly liveAtStart: readonly Letters[];
  readonly liveOfAlternatives: Letters[];
  readonly letters: Set<number>;
  /** Where the alternatives begin in the pattern. */
  readonly starts: number[];
  /** Whether something in it has no fixed length, `?` aside. */
  hasRepetition: boolean;
  /** In how many ways its inside may match one text, at most. */
  ways: number;
  /** Each atom of it, and whether it can be left out. */
  readonly atoms: { readonly letters: Letters; readonly canBeNothing: boolean }[];
}

/** In so many ways a pattern may match one text from one place: each has to be tried where it does not match in the end. */
const mostWays = 16;

const sharedProblem = 'two of its repetitions can match the same characters';
const alternativesProblem = 'it repeats alternatives';
const waysProblem = `it can match one text in more than ${mostWays} ways`;

/**
 * What in a valid regular expression may make it slow, in words that end a sentence: a repetition inside a repetition, repeated
 * alternatives, two repetitions that can share the same characters (`\w+\d+`, `[a-z-]+-[a-z-]+`), choices that multiply
 * (`a?a?a?a?a?`, `\w{1,9}\w{1,9}`, `(?:a|ab)(?:b|c)(?:…)`), references back, looking around.
 */
export function repetitionProblem(pattern: string): string | undefined {
  const outer: Group[] = [];
  let group = newGroup([], 0);
  for (let at = 0; at < pattern.length; ) {
    const unit = pattern[at];
    if (unit === '(') {
      if (/^\(\?<?[!=]/.test(pattern.slice(at, at + 4))) return 'it looks ahead or behind';
      if (/^\(\?[^:<]/.test(pattern.slice(at, at + 3))) return 'it changes flags';
      outer.push(group);
      at += /^\(\?(?::|<[^>]*>)/.exec(pattern.slice(at))?.[0].length ?? 1;
      group = newGroup(group.live, at);
    } else if (unit === '|') {
      group.liveOfAlternatives.push(...group.live);
      group.live = group.liveAtStart;
      at++;
      group.starts.push(at);
    } else if (unit === ')') {
      const repetition = repetitionAt(pattern, at + 1);
      const choices = choicesOf(group, pattern.slice(group.starts[0], at));
      const problem = groupProblem(group, repetition, choices);
      if (problem !== undefined) return problem;
      const around = outer.pop() ?? newGroup([], 0);
      around.ways *= waysThrough(group, repetition, choices);
      group = closed(group, around, repetition);
      at += 1 + repetition.text.length;
    } else {
      const atom = atomAt(pattern, at);
      if (/^\\[1-9k]/.test(atom)) return 'it refers back to a group';
      const repetition = repetitionAt(pattern, at + atom.length);
      const letters = lettersOf(atom);
      const isShared = repetition.choices > 1 && group.live.some((each) => overlap(each, letters));
      if (isShared && repetition.isOpen) return sharedProblem;
      if (isShared) group.ways *= repetition.choices;
      addAtom(group, letters, repetition);
      at += atom.length + repetition.text.length;
    }
    if (group.ways > mostWays) return waysProblem;
  }
  return undefined;
}

function newGroup(live: readonly Letters[], start: number): Group {
  return {
    live,
    liveAtStart: live,
    liveOfAlternatives: [],
    letters: new Set(),
    starts: [start],
    hasRepetition: false,
    ways: 1,
    atoms: [],
  };
}

/** Which of its alternatives a text can match at once: one where they are words of which none begins another. */
function choicesOf({ starts }: Group, source: string): number {
  if (starts.length === 1) return 1;
  const words = source.split('|').sort();
  const areWords = words.length === starts.length && words.every((word) => /^[\p{L}\p{N} _-]+$/u.test(word));
  const areApart = areWords && words.every((word, at) => at === 0 || !word.startsWith(words[at - 1] ?? ''));
  return areApart ? 1 : starts.length;
}

/** In how many ways a group may match one text with all its rounds, at most. */
function waysThrough(group: Group, repetition: Repetition, choices: number): number {
  const once = group.ways * choices;
  const all = repetition.isRepeated ? (once * optionsIn(group)) ** Math.min(repetition.most, 99) : once;
  const isShared = repetition.choices > 1 && group.liveAtStart.some((each) => overlap(each, group.letters));
  return isShared ? all * repetition.choices : all;
}

/** In how many ways one round of a repeated group can pass over what it may leave out. */
function optionsIn({ atoms }: Group): number {
  return 2 ** Math.min(atoms.filter((atom) => isDoubtful(atom, atoms)).length, 10);
}

/** Whether an atom that may be left out matches what another one does, so that both ways have to be tried. */
function isDoubtful(atom: Group['atoms'][number], atoms: Group['atoms']): boolean {
  return atom.canBeNothing && atoms.some((other) => other !== atom && overlap(other.letters, atom.letters));
}

function groupProblem(group: Group, repetition: Repetition, choices: number): string | undefined {
  if (!repetition.isRepeated) return undefined;
  if (group.hasRepetition) return 'it repeats a repetition';
  // What may be left out altogether makes rounds of nothing.
  const isEmpty = group.atoms.every(({ canBeNothing }) => canBeNothing);
  const isDoubled = repetition.isOpen && group.atoms.some((atom) => isDoubtful(atom, group.atoms));
  if (isEmpty || isDoubled) return 'it repeats a repetition';
  if (repetition.isOpen && (choices > 1 || group.starts.length > 1)) return alternativesProblem;
  if (repetition.isOpen && group.liveAtStart.some((each) => overlap(each, group.letters))) return sharedProblem;
  return undefined;
}

/** The group around, after the inner one has ended. */
function closed(inner: Group, outer: Group, repetition: Repetition): Group {
  const after = [...inner.live, ...inner.liveOfAlternatives];
  if (repetition.canBeNothing) after.push(...outer.live);
  if (repetition.choices > 1) after.push(inner.letters);
  outer.live = [...new Set(after)];
  outer.hasRepetition ||= inner.hasRepetition || repetition.isVariable;
  for (const code of inner.letters) outer.letters.add(code);
  outer.atoms.push(...inner.atoms.map((atom) => (repetition.canBeNothing ? { ...atom, canBeNothing: true } : atom)));
  return outer;
}

/** An atom that must be there ends the run of every repetition that cannot match it. */
function addAtom(group: Group, letters: Letters, repetition: Repetition): void {
  const { canBeNothing } = repetition;
  const mustBeThere = letters.size > 0 && !canBeNothing;
  if (mustBeThere) group.live = group.live.filter((each) => overlap(each, letters));
  if (repetition.choices > 1) group.live = [...group.live, letters];
  group.hasRepetition ||= repetition.isVariable;
  if (letters.size > 0) group.atoms.push({ letters, canBeNothing });
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
