import type { CitingRealm } from '../learning/citationHistory';
import type { LearningSignals, SignalCitation, SignalReview } from '../learning/learningSignals';
import type { Period } from '../learning/periods';
import { dateInWords } from './datesInWords';
import { firstSentence } from './firstSentence';
import { shortLine } from './shortLine';
import {
  allCameOn,
  andMore,
  citedSentence,
  counted,
  materialKinds,
  materialsSentence,
  onNoPathSentence,
  periodInWords,
  plotSentence,
  plotTitle,
  realmWords,
  signalsWords,
  transcriptsSentence,
} from './signalsWords';

/** What a part of a line leads to, where something can be opened. Paths are relative to the root, lines 1-based. */
export type ReportTarget =
  | { readonly kind: 'review'; readonly id: string; readonly path: string }
  | { readonly kind: 'place'; readonly path: string; readonly line: number };

/** A part of a line: plain text, a quotation, or something that leads somewhere. All of it is text, nothing is markup. */
export interface ReportPart {
  readonly text: string;
  readonly kind: 'plain' | 'name' | 'place' | 'quote' | 'when';
  readonly target?: ReportTarget;
}

/** Numbers over time, to be drawn or listed. */
export interface ReportPlot {
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly sentence: string;
  readonly points: readonly { readonly name: string; readonly words: string; readonly value: number }[];
}

/** A piece of the page. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'plot'; readonly plot: ReportPlot }
  | { readonly kind: 'list'; readonly items: readonly (readonly ReportPart[])[]; readonly more?: string };

/** So many are shown of a list; how many more there are is said. */
const most = 12;

const longestQuote = 240;
const longestAbout = 200;

/**
 * The learning signals as a page: headings, sentences, lists and numbers over time, for every form in which it is shown. `noHistory` says why nothing is
 * known of when things came, where that is so; `isInPart`: not all files were searched for citations.
 */
export function signalsReport(signals: LearningSignals, noHistory?: string, isInPart = false): readonly ReportBlock[] {
  const { history } = signals;
  const remarks = [
    isInPart ? signalsWords.isInPart : undefined,
    noHistory,
    history?.isCut ? signalsWords.isCut : undefined,
  ].filter((each) => each !== undefined);
  return [
    text(signalsWords.about),
    ...remarks.map(text),
    ...cited(signals, 'code'),
    ...cited(signals, 'document'),
    heading(signalsWords.materials),
    ...list(signals.materials, signalsWords.noMaterials, materialsSentence, (each) => [
      ...nameOf(each),
      plain(` — ${materialKinds(each.kinds)}`),
    ]),
    heading(signalsWords.transcripts),
    ...list(signals.transcripts, signalsWords.noTranscripts, transcriptsSentence, nameOf),
    ...paths(signals),
    heading(signalsWords.uncited),
    ...list(
      signals.uncited,
      signalsWords.allCited,
      () => signalsWords.invitation,
      (each) => {
        const about = shortLine(firstSentence(each.about), longestAbout);
        return [...nameOf(each), ...(about === '' ? [] : [plain(' — '), { kind: 'quote' as const, text: about }])];
      },
    ),
  ];
}

function cited({ citations, history }: LearningSignals, realm: CitingRealm): ReportBlock[] {
  const here = citations.filter((each) => each.realm === realm);
  const { heading: words, none } = realmWords[realm];
  const plot = history && plotOf(history.periods, realm);
  const blocks: ReportBlock[] = [heading(words), ...(plot ? [{ kind: 'plot' as const, plot }] : [])];
  if (here.length === 0) return [...blocks, text(none)];
  const shown = sentencesOf(here).slice(0, most);
  const rest = here.length - shown.reduce((count, each) => count + each.length, 0);
  const since = new Set(here.map((each) => each.since));
  const [only] = since;
  const isOneDay = here.length > 1 && since.size === 1 && only !== undefined;
  const items = shown.map((each) => citationParts(each, history !== undefined && !isOneDay));
  const order = history ? (isOneDay ? allCameOn(only) : signalsWords.newestFirst) : signalsWords.byPath;
  return [
    ...blocks,
    text(citedSentence(here.length, new Set(here.map(({ id }) => id)).size, realm, order)),
    { kind: 'list', items, ...(rest > 0 && { more: andMore(rest) }) },
  ];
}

/** Citations that stand in one sentence are told together. */
function sentencesOf(citations: readonly SignalCitation[]): readonly (readonly SignalCitation[])[] {
  const groups: SignalCitation[][] = [];
  for (const each of citations) {
    const last = groups.at(-1);
    const isSame = (other: SignalCitation) => other.path === each.path && other.since === each.since;
    if (last?.every((other) => isSame(other) && other.sentence === each.sentence)) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

function citationParts(group: readonly SignalCitation[], isDated: boolean): ReportPart[] {
  const [first] = group;
  if (!first) return [];
  const { path, line, since, sentence } = first;
  const when = since === undefined ? signalsWords.notCommitted : dateInWords(since);
  const names = [...new Set(group.map(({ id }) => shortLine(id, 80)))].join(', ');
  const quote = shortLine(sentence, longestQuote);
  return [
    ...(isDated ? [{ kind: 'when' as const, text: when }, plain(' · ')] : []),
    { kind: 'place', text: `${path}:${line}`, target: { kind: 'place', path, line } },
    plain(' · '),
    { kind: 'name', text: names },
    ...(quote === '' ? [] : [plain(' — '), { kind: 'quote' as const, text: quote }]),
  ];
}

/** Nothing where nothing ever stood there, and where one number is all there is to draw. */
function plotOf(periods: readonly Period[], realm: CitingRealm): ReportPlot | undefined {
  const from = periods.findIndex((period) => period[realm] > 0);
  const shown = from < 0 ? [] : periods.slice(from);
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last || first === last) return undefined;
  const unit = first.name.includes('Q') ? 'quarter' : first.name.length === 4 ? 'year' : 'month';
  return {
    title: plotTitle(realm, unit),
    sentence: plotSentence(periodInWords(first.name), first[realm], periodInWords(last.name), last[realm]),
    points: shown.map(({ name, [realm]: value }) => ({ name, words: periodInWords(name), value })),
  };
}

function paths({ paths: all, onNoPath }: LearningSignals): ReportBlock[] {
  const blocks: ReportBlock[] = [heading(signalsWords.paths)];
  if (all.length === 0) return [...blocks, text(signalsWords.noPaths)];
  blocks.push({
    kind: 'list',
    items: all.map(({ title, path, reviews }) => [
      { kind: 'name', text: shortLine(title, 120), target: { kind: 'place', path, line: 1 } },
      plain(` — ${counted(reviews.length, 'review')}${reviews.length === 0 ? '' : ': '}`),
      ...reviews
        .slice(0, most)
        .flatMap(({ id, path: place }, at): ReportPart[] => [
          ...(at === 0 ? [] : [plain(', ')]),
          { kind: 'name', text: shortLine(id, 80), target: { kind: 'review', id, path: place } },
        ]),
      ...(reviews.length > most ? [plain(` ${andMore(reviews.length - most)}`)] : []),
    ]),
  });
  if (onNoPath.length === 0) return [...blocks, text(onNoPathSentence(0))];
  return [...blocks, ...list(onNoPath, '', onNoPathSentence, nameOf)];
}

function list<Item>(
  all: readonly Item[],
  none: string,
  sentence: (count: number) => string,
  parts: (item: Item) => readonly ReportPart[],
): ReportBlock[] {
  if (all.length === 0) return [text(none)];
  const items = all.slice(0, most).map(parts);
  return [
    text(sentence(all.length)),
    { kind: 'list', items, ...(all.length > most && { more: andMore(all.length - most) }) },
  ];
}

function nameOf({ id, title, path }: SignalReview): ReportPart[] {
  const shown = title === id || title === '' ? '' : ` · ${shortLine(title, 120)}`;
  return [{ kind: 'name', text: `${shortLine(id, 80)}${shown}`, target: { kind: 'review', id, path } }];
}

function heading(words: string): ReportBlock {
  return { kind: 'heading', text: words };
}

function text(words: string): ReportBlock {
  return { kind: 'text', text: words };
}

function plain(words: string): ReportPart {
  return { kind: 'plain', text: words };
}
