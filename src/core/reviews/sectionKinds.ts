import { comparable } from '../text/comparable';
import { onFirstUse } from '../text/onFirstUse';
import type { LibraryRules } from './libraryRules';
import type { SectionKind } from './review';
import { type SectionWords, sectionWords } from './sectionWords';

type Place = 'whole' | 'first' | 'anywhere';

interface Meaning {
  readonly kind: SectionKind;
  readonly place: Place;
}

/** Longest phrase that is looked up, in words. */
const longestPhrase = 6;

/** Phrases and stems → what they mean, for one set of words. */
interface Words {
  readonly phrases: ReadonlyMap<string, Meaning>;
  /** Beginnings of a single word. */
  readonly stems: readonly (readonly [string, Meaning])[];
  /** In scripts that write no blanks, sought anywhere in the heading. */
  readonly unspaced: readonly (readonly [string, Meaning])[];
}

const defaultWords = onFirstUse(() => compile(sectionWords));
/** What the rules of a library come to, worked out once. */
interface Memory {
  readonly own: Words;
  /** The headings that are never shown, in comparable form. */
  readonly excluded: ReadonlySet<string>;
  /** Headings already read. */
  readonly kinds: Map<string, SectionKind>;
}

const memories = new WeakMap<LibraryRules, Memory>();

/**
 * What a heading says its section is about. The team's words go before ours, the whole heading before its beginning, the beginning before
 * what stands within; `other` where no word is known.
 */
export function sectionKind(heading: string, rules: LibraryRules): SectionKind {
  const memory = memoryOf(rules);
  const remembered = memory.kinds.get(heading);
  if (remembered) return remembered;
  const kind = readKind(comparable(heading), isPutToSomebody(heading), memory);
  // Headings repeat within a library; times and titles do not and must not pile up.
  if (memory.kinds.size > 2000) memory.kinds.clear();
  memory.kinds.set(heading, kind);
  return kind;
}

/** Whether a heading, as a whole, is a name that sections have, rather than words that may stand in a title. */
export function isSectionName(heading: string, rules: LibraryRules): boolean {
  const name = comparable(heading);
  const { own, excluded } = memoryOf(rules);
  return own.phrases.has(name) || defaultWords().phrases.has(name) || excluded.has(name);
}

function memoryOf(rules: LibraryRules): Memory {
  let memory = memories.get(rules);
  if (!memory) {
    memory = {
      own: compile(ownWords(rules)),
      excluded: new Set(rules.excludeHeadings.map(comparable)),
      kinds: new Map(),
    };
    memories.set(rules, memory);
  }
  return memory;
}

/** Whether a heading is what somebody asks in an interview, such as "Why did nobody tell you?". */
function isPutToSomebody(heading: string): boolean {
  return /[?？]\W{0,3}$/.test(heading) && /\byou\b/i.test(heading);
}

function readKind(heading: string, isQuestion: boolean, { own, excluded }: Memory): SectionKind {
  if (heading === '') return 'other';
  if (excluded.has(heading)) return 'excluded';
  if (/^\d/.test(heading) && !/^\d whys/.test(heading)) return meaning(heading, own)?.kind ?? 'other';
  const kind = (meaning(heading, own) ?? meaning(heading, defaultWords()))?.kind ?? 'other';
  // What somebody is asked is seldom what contributed, whatever its first word.
  return isQuestion && kind === 'contributors' && !meaning(heading, own) ? 'other' : kind;
}

function meaning(heading: string, words: Words): Meaning | undefined {
  const whole = words.phrases.get(heading);
  if (whole) return whole;
  const parts = heading
    .split(/[\s/&,:]+/)
    .filter((part) => part !== '')
    .slice(0, 16);
  let best: Meaning | undefined;
  let bestRank = 0;
  for (let from = 0; from < parts.length; from++) {
    let phrase = '';
    for (let to = from; to < parts.length && to < from + longestPhrase; to++) {
      phrase = phrase === '' ? (parts[to] ?? '') : `${phrase} ${parts[to]}`;
      const found = words.phrases.get(phrase) ?? (to === from ? stemOf(phrase, words) : undefined);
      if (!found || found.place === 'whole' || (found.place === 'first' && from > 0)) continue;
      // Of "Follow-up timeline" the last word says what it is.
      const isHead = to === parts.length - 1 && (found.kind === 'timeline' || found.kind === 'transcript');
      const rank = (isHead ? 200 : from === 0 ? 100 : 0) + phrase.length;
      if (rank > bestRank) {
        best = found;
        bestRank = rank;
      }
    }
  }
  return best ?? words.unspaced.find(([phrase]) => heading.includes(phrase))?.[1];
}

function stemOf(word: string, words: Words): Meaning | undefined {
  return words.stems.find(([stem]) => word.startsWith(stem))?.[1];
}

function compile(source: Readonly<Partial<Record<SectionKind, SectionWords>>>): Words {
  const phrases = new Map<string, Meaning>();
  const stems: [string, Meaning][] = [];
  const unspaced: [string, Meaning][] = [];
  for (const [kind, words] of Object.entries(source) as [SectionKind, SectionWords][]) {
    for (const place of ['whole', 'first', 'anywhere'] as const) {
      for (const each of words[place] ?? []) {
        const phrase = comparable(each.replace(/\*$/, ''));
        const found = { kind, place };
        // The first kind that claims a phrase has it; of its places the widest holds, and they are listed narrowest first.
        if ((phrases.get(phrase)?.kind ?? kind) === kind) phrases.set(phrase, found);
        if (!each.endsWith('*')) continue;
        if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(phrase)) unspaced.push([phrase, found]);
        else stems.push([phrase, found]);
      }
    }
  }
  // The longest that fits says most: うまくいかなかった before うまくいった.
  unspaced.sort(([a], [b]) => b.length - a.length);
  return { phrases, stems, unspaced };
}

function ownWords(rules: LibraryRules): Readonly<Partial<Record<SectionKind, SectionWords>>> {
  return Object.fromEntries(
    Object.entries(rules.headings).map(([kind, words]) => [kind, { anywhere: words ?? [] }]),
  ) as Readonly<Partial<Record<SectionKind, SectionWords>>>;
}
