import type { IndexedCitation } from '../citations/citationIndex';

/** Who wrote a line, and when. */
export interface LineOrigin {
  readonly author: string;
  /** `YYYY-MM-DD`, where its author was. */
  readonly date: string;
  /** The same to the second, in ms since 1970. */
  readonly time: number;
}

/** A citation and the day on which its line was written. */
export interface DatedCitation {
  readonly path: string;
  readonly date: string;
}

/** Longer beginnings of a line hold no author, in UTF-16 units. */
const longestHead = 400;

/** Who wrote each line (1-based) of a file, of what `git blame` prints in its usual form; lines that are not committed are left out. */
export function readBlame(printed: string): ReadonlyMap<number, LineOrigin> {
  const origins = new Map<number, LineOrigin>();
  for (const line of printed.split('\n')) {
    const found = /^\^?([0-9a-f]{7,64}) .*?\((.*?) +(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4}) +(\d{1,9})\)/.exec(
      line.slice(0, longestHead),
    );
    const [, hash = '', author = '', date = '', time = '', zone = '', number = ''] = found ?? [];
    if (date === '' || /^0+$/.test(hash)) continue;
    const ms = Date.parse(`${date}T${time}${zone}`);
    origins.set(Number(number), { author, date, time: Number.isNaN(ms) ? 0 : ms });
  }
  return origins;
}

/** The first and the last of the citations whose lines were committed, by the day; nothing where none was. */
export function firstAndLast(
  citations: readonly IndexedCitation[],
  origins: ReadonlyMap<string, ReadonlyMap<number, LineOrigin>>,
): readonly [first: DatedCitation, last: DatedCitation] | undefined {
  const dated = citations
    .flatMap(({ file, citation: { path, line } }): DatedCitation[] => {
      const date = origins.get(file)?.get(line)?.date;
      return date === undefined ? [] : [{ path, date }];
    })
    .sort((a, b) => compare(a.date, b.date) || compare(a.path, b.path));
  const [first] = dated;
  const last = dated.at(-1);
  return first && last && [first, last];
}

/**
 * Citations by when their lines were written, the newest first. `origins` tells of files that lie in a repository; a line of theirs that it
 * does not tell of is not committed yet, and newer than all that are. What lies in none comes last. Those of one time stay in the order they are given.
 */
export function newestFirst(
  citations: readonly IndexedCitation[],
  origins: ReadonlyMap<string, ReadonlyMap<number, LineOrigin>>,
): IndexedCitation[] {
  const timeOf = ({ file, citation: { line } }: IndexedCitation): number => {
    const lines = origins.get(file);
    return lines ? (lines.get(line)?.time ?? Number.MAX_VALUE) : -Number.MAX_VALUE;
  };
  return citations
    .map((citation) => ({ citation, time: timeOf(citation) }))
    .sort((a, b) => b.time - a.time)
    .map(({ citation }) => citation);
}

/** Whether a review is one's own: it names one among those who can tell more, or one wrote the line of its title. */
export function isOwn(name: string, people: readonly string[], author: string | undefined): boolean {
  const own = name.trim().toLowerCase();
  if (own.length < 2) return false;
  return author?.toLowerCase() === own || people.some((each) => holdsWords(each.toLowerCase(), own));
}

/** Whether words stand in a text with no letter before or behind them. */
function holdsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!/\p{L}$/u.test(text.slice(0, at)) && !/^\p{L}/u.test(text.slice(at + words.length))) return true;
  }
  return false;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
