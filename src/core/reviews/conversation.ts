import { plainText } from '../text/plainText';
import type { TextLine } from '../text/textLine';
import { spokenLine } from './transcriptMoments';

/** What somebody said, with all that follows until somebody else speaks. */
export interface Turn {
  /** Empty for what stands above the first line that names a speaker. */
  readonly who: string;
  readonly said: readonly Said[];
}

/** One line of a transcript. */
export interface Said {
  /** `HH:MM`; nothing for a line that goes on. */
  readonly time?: string;
  readonly words: string;
  /** 1-based. */
  readonly line: number;
}

/** Fewer lines with a speaker make no conversation. */
const enough = 2;

/**
 * The lines of a transcript as a conversation, each speaker named once per turn; nothing where hardly anybody is named.
 *
 * Every line is in it: one that names no speaker belongs to whoever spoke last. Fences are left out, marks of quotes and emphasis
 * around a speaker too.
 */
export function readConversation(lines: readonly TextLine[]): readonly Turn[] | undefined {
  const turns: { who: string; said: Said[] }[] = [];
  let spoken = 0;
  for (const { text, line } of lines) {
    const bare = text.replace(/^\s{0,40}(?:>\s{0,4}){0,4}/, '').trimEnd();
    if (bare === '' || /^(?:`{3,}|~{3,}|-{4,}|\.{4,})[\w-]{0,20}$/.test(bare)) continue;
    const told = spokenLine(bare) ?? spokenLine(plainText(bare));
    const last = turns.at(-1);
    if (told) spoken++;
    const said = told ? { time: told.time, words: told.words, line } : { words: bare.replace(/^#{1,6}\s/, ''), line };
    if (told ? told.who === last?.who : last) last?.said.push(said);
    else turns.push({ who: told?.who ?? '', said: [said] });
  }
  return spoken >= enough ? turns : undefined;
}
