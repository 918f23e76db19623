import type { Citation } from '../citations/citation';
import type { Library, Source } from '../reviews/library';
import type { MaterialKind, ReviewDocument } from '../reviews/review';
import type { Steps } from '../steps';
import type { CitationCount, CitingRealm, StandingCitation } from './citationHistory';
import { type Period, periodsOf } from './periods';
import { type ReadingPath, stepsOf } from './readingPath';

/** A review, as far as a signal names it. */
export interface SignalReview {
  readonly id: string;
  readonly title: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  readonly date?: string;
}

/** A place in code or a design document that cites a review. */
export interface SignalCitation {
  readonly id: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly realm: CitingRealm;
  readonly sentence: string;
  /** When the main line got it, `YYYY-MM-DD`; absent where git does not know it, or was not asked. */
  readonly since?: string;
  /** The commit that brought it. */
  readonly commit?: string;
}

/** What a repository itself shows of how its reviews are used. Data for people to read: nothing in it is a score. */
export interface LearningSignals {
  /** When citations came, along the main line; absent where git was not asked. */
  readonly history?: {
    /** Date of the last commit, `YYYY-MM-DD`. */
    readonly until: string;
    /** Whether older commits are missing here, so that citations may be older than is said. */
    readonly isCut: boolean;
    readonly periods: readonly Period[];
  };
  /** The newest first; those without a date, which are newer than git knows, before all others. */
  readonly citations: readonly SignalCitation[];
  /** Reviews with drawings, pictures or documents. The newest incident first, as everywhere below. */
  readonly materials: readonly (SignalReview & { readonly kinds: Readonly<Partial<Record<MaterialKind, number>>> })[];
  readonly transcripts: readonly SignalReview[];
  /** What people wrote for those who learn; each review once, in the order of the path. */
  readonly paths: readonly {
    readonly title: string;
    readonly path: string;
    readonly reviews: readonly SignalReview[];
  }[];
  /** Reviews that are on none of these paths; empty where there is no path. */
  readonly onNoPath: readonly SignalReview[];
  /** Reviews that no code and no design document cites, and what each is about. */
  readonly uncited: readonly (SignalReview & { readonly about: string })[];
}

/** What signals are made of. */
export interface SignalMaterial {
  readonly library: Pick<Library, 'reviews' | 'sources'>;
  readonly paths: readonly ReadingPath[];
  /** Citations of known reviews in the files as they are now. Those in the library itself are left out. */
  readonly citations: readonly { readonly citation: Citation; readonly reviews: readonly ReviewDocument[] }[];
  readonly history?: {
    readonly until: string;
    readonly isCut: boolean;
    readonly standing: readonly StandingCitation[];
    readonly counts: readonly CitationCount[];
  };
}

/** Reads the signals of what is known, in steps: the story of each review is looked at. Never throws. */
export function* readingSignals({ library, paths, citations, history }: SignalMaterial): Steps<LearningSignals> {
  const reviews = [...library.reviews].sort(newestFirst);
  const cited = citations.filter(
    ({ citation, reviews }) =>
      realmOf(citation) !== undefined && reviews.length > 0 && !isOfLibrary(citation.path, library.sources),
  );
  const citedReviews = new Set(cited.flatMap(({ reviews }) => reviews));
  const written = paths.filter(({ file }) => file !== undefined);
  const onPaths = new Set(written.flatMap((path) => stepsOf(path).flatMap(({ reviews }) => reviews)));
  const materials: (SignalReview & { readonly kinds: Partial<Record<MaterialKind, number>> })[] = [];
  const transcripts: SignalReview[] = [];
  const uncited: (SignalReview & { readonly about: string })[] = [];
  for (const review of reviews) {
    yield;
    const kinds = kindsOf(review);
    if (Object.keys(kinds).length > 0) materials.push({ ...named(review), kinds });
    if (hasTranscript(review)) transcripts.push(named(review));
    if (!citedReviews.has(review) && !review.isDraft) uncited.push({ ...named(review), about: aboutOf(review) });
  }
  const periods = history && periodsOf(history.counts, history.until);
  return {
    ...(history && periods && { history: { until: history.until, isCut: history.isCut, periods } }),
    citations: dated(cited, history?.standing ?? []),
    materials,
    transcripts,
    paths: written.map((path) => ({
      title: path.title,
      path: path.file?.path ?? '',
      reviews: [...new Set(stepsOf(path).flatMap(({ reviews: [review] }) => (review ? [review] : [])))].map(named),
    })),
    onNoPath: written.length === 0 ? [] : reviews.filter((review) => !onPaths.has(review)).map(named),
    uncited,
  };
}

/** Whether a file, by its path relative to the root, lies in a folder of the library. Where the library is the root, nothing tells it from the rest. */
export function isOfLibrary(path: string, sources: readonly Pick<Source, 'path'>[]): boolean {
  return sources.some((source) => source.path !== '' && path.startsWith(`${source.path}/`));
}

/** Whether a citation stands in code or in a design document; nothing for one in a review. */
export function realmOf({ kind }: Pick<Citation, 'kind'>): CitingRealm | undefined {
  if (kind === 'review') return undefined;
  return kind === 'comment' || kind === 'string' ? 'code' : 'document';
}

function dated(cited: SignalMaterial['citations'], standing: readonly StandingCitation[]): SignalCitation[] {
  const left = new Set(standing);
  const rows = cited.flatMap(({ citation, reviews: [review] }): SignalCitation[] => {
    const { path, line, sentence } = citation;
    const realm = realmOf(citation);
    return review && realm ? [{ id: review.id, path, line, realm, sentence }] : [];
  });
  const found = new Map<SignalCitation, StandingCitation>();
  for (const isSame of [
    (row: SignalCitation, each: StandingCitation) => row.sentence === each.sentence,
    // Reworded and not committed yet.
    () => true,
  ]) {
    const byPlace = new Map<string, StandingCitation[]>();
    for (const each of left) {
      const key = `${each.path}\n${each.id}`;
      const there = byPlace.get(key);
      if (there) there.push(each);
      else byPlace.set(key, [each]);
    }
    for (const row of rows) {
      if (found.has(row)) continue;
      const match = byPlace.get(`${row.path}\n${row.id}`)?.find((each) => left.has(each) && isSame(row, each));
      if (!match) continue;
      found.set(row, match);
      left.delete(match);
    }
  }
  return rows
    .map((row) => {
      const match = found.get(row);
      return match ? { ...row, since: match.since, commit: match.commit } : row;
    })
    .sort(
      (a, b) =>
        compare(b.since ?? '9999', a.since ?? '9999') ||
        compare(a.path, b.path) ||
        a.line - b.line ||
        compare(a.id, b.id),
    );
}

function named({ id, title, path, date }: ReviewDocument): SignalReview {
  return { id, title, path, ...(date !== undefined && { date }) };
}

function kindsOf({ materials }: ReviewDocument): Partial<Record<MaterialKind, number>> {
  const kinds: Partial<Record<MaterialKind, number>> = {};
  for (const { kind } of materials) {
    // A transcript is a signal of its own, and links are in every document.
    if (kind !== 'transcript' && kind !== 'link') kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

function hasTranscript({ materials, sections, moments }: ReviewDocument): boolean {
  return (
    materials.some(({ kind }) => kind === 'transcript') ||
    sections.some(({ kind }) => kind === 'transcript') ||
    moments.some(({ kind }) => kind === 'transcript')
  );
}

/** What surprised people, else what was difficult, else how it begins. */
function aboutOf({ surprises, difficulties, summary, firstParagraph }: ReviewDocument): string {
  return surprises[0] ?? difficulties[0] ?? summary ?? firstParagraph ?? '';
}

function newestFirst(a: ReviewDocument, b: ReviewDocument): number {
  return compare(b.date ?? '', a.date ?? '') || compare(a.path, b.path) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
