import type { ReviewDocument } from '../reviews/review';
import type { Span } from '../text/span';
import type { CitationForm } from './citation';
import { findPath } from './findPath';
import type { NameIndex } from './nameIndex';
import { isPlaceholder } from './nameShape';
import { passageAt } from './passage';
import type { ReviewPaths } from './reviewPaths';
import type { UrlNames } from './urlNames';
import { isLetterAt, isWordAt, mayBeginAt, mayEndAt } from './wordBoundary';

const longestName = 200;
const marker =
  /(?:^|[^\p{L}\p{N}_])(?:incidents?|incident[ -]?(?:id|review|report)s?|post[- ]?mortems?|post[- ]incident[ -]reviews?|precedents?)(?:["'*_`]{0,3}[ \t]{0,3}[:=：][*_]{0,3}|(?<=@[a-z-]{1,30}))[ \t]{0,8}["'*_`([]{0,3}$/iu;

/** All that is needed to find names of incidents in a line. */
export interface Names {
  /** Whose names they are: all reviews of the library, in the order of their paths. */
  readonly reviews: readonly ReviewDocument[];
  /** Stops wherever a name may begin; nothing where the library is empty. */
  readonly prefixes: RegExp | undefined;
  readonly index: NameIndex;
  readonly paths: ReviewPaths;
  readonly urls: UrlNames;
}

/** A name of an incident in a line. */
export interface NameHit extends Span {
  readonly id: string;
  readonly passage?: string;
  readonly form: CitationForm;
  readonly reviews: readonly ReviewDocument[];
}

/**
 * Finds the names of incidents in a part of one line, in order, without overlap. Offsets are into the line.
 *
 * `documentPath` is the path of the document relative to the root, for relative links.
 */
export function findNames(line: string, part: Span, names: Names, documentPath: string | undefined): NameHit[] {
  const urls = names.urls.spans(line);
  const hits = urls.flatMap((url) => (isWithin(url, part) ? (urlHit(line, url, names) ?? []) : []));
  const search = names.prefixes;
  if (search === undefined) return hits;
  const taken = hits.length;
  let end = part.start;
  search.lastIndex = part.start;
  for (let match = search.exec(line); match !== null && match.index < part.end; match = search.exec(line)) {
    const start = match.index;
    search.lastIndex = start + 1;
    if (start < end || !mayBeginAt(line, start) || hits.some((hit, at) => at < taken && isInside(start, hit))) continue;
    const inUrl = urls.some((url) => isInside(start, url));
    const hit =
      findPath(line, start, { start: end, end: part.end }, names, documentPath) ??
      nameHit(line, start, part.end, names, hits.at(-1), inUrl);
    if (!hit) continue;
    hits.push(hit);
    end = hit.end;
    search.lastIndex = end;
  }
  return taken === 0 ? hits : hits.sort((a, b) => a.start - b.start);
}

function urlHit(line: string, url: Span, names: Names): NameHit | undefined {
  const hit = names.urls.resolve(line, url);
  if (!hit) return undefined;
  const fragment = /#([\p{L}\p{N}_-]+)$/u.exec(line.slice(hit.start, hit.end))?.[1];
  return {
    start: hit.start,
    end: hit.end,
    id: hit.reviews[0]?.id ?? hit.id,
    form: 'url',
    reviews: hit.reviews,
    ...(fragment === undefined ? {} : { passage: fragment }),
  };
}

function nameHit(
  line: string,
  start: number,
  limit: number,
  names: Names,
  previous: NameHit | undefined,
  inUrl: boolean,
): NameHit | undefined {
  for (const end of possibleEnds(line, start, limit, names.index)) {
    const known = names.index.names.get(line.slice(start, end).toLowerCase());
    if (!known) continue;
    const form = known.isDistinctive ? known.form : explicitForm(line, start, end, previous);
    const id = known.reviews[0]?.id;
    if (form !== undefined && id !== undefined)
      return withPassage(line, limit, { start, end, id, form, reviews: known.reviews });
  }
  return inUrl ? undefined : unknownHit(line, start, limit, names.index);
}

/** A name of a family that the library taught, without a review. */
function unknownHit(line: string, start: number, limit: number, index: NameIndex): NameHit | undefined {
  const end = tokenEnd(line, start, limit, false);
  const text = line.slice(start, end);
  if (!mayEndAt(line, end) || !/\d$/.test(text) || isPlaceholder(text)) return undefined;
  if (!index.families.has(text.replace(/\d+/g, '<n>'))) return undefined;
  return withPassage(line, limit, { start, end, id: text, form: 'id', reviews: [] });
}

/** Where a name that begins at `start` may end, longest first. */
function possibleEnds(line: string, start: number, limit: number, index: NameIndex): readonly number[] {
  const ends: number[] = [];
  const add = (end: number) => {
    if (end > start && end <= limit && !ends.includes(end) && mayEndAt(line, end)) ends.push(end);
  };
  const whole = tokenEnd(line, start, limit, true);
  for (const spaced of index.spaced.get(line.slice(start, whole).toLowerCase()) ?? []) {
    if (line.slice(start, start + spaced.length).toLowerCase() === spaced) add(start + spaced.length);
  }
  add(whole);
  for (let end = whole; end > start; end--) if (line[end] === '_' || !isWordAt(line, end)) add(end);
  return ends;
}

/**
 * The end of the run of letters, digits, `-` and `_` from `start`, `isWide` also of inner dots and letters of scripts without spaces; the
 * start itself where it is absurdly long.
 */
function tokenEnd(line: string, start: number, limit: number, isWide: boolean): number {
  let end = start;
  const isPart = isWide ? isWideAt : isWordAt;
  while (end < limit && (isPart(line, end) || line[end] === '-')) {
    if (++end - start > longestName) return start;
  }
  while (end > start && /[-_.]/.test(line[end - 1] ?? '')) end--;
  return end;
}

/** How a name that is not distinctive is made one: by a marker before it, or as a wiki link. */
function explicitForm(
  line: string,
  start: number,
  end: number,
  previous: NameHit | undefined,
): CitationForm | undefined {
  if (line.startsWith('[[', start - 2) && /^(?:\]\]|[|#])/.test(line.slice(end, end + 2))) return 'link';
  const before = line.slice(Math.max(0, start - 60), start);
  if (marker.test(before)) return 'marker';
  const isListed =
    previous?.form === 'marker' &&
    /^["'`\])]{0,2}(?:[,;]| and| or| &)[ \t]?["'`[(]{0,2}$/.test(line.slice(previous.end, start));
  return isListed ? 'marker' : undefined;
}

function withPassage(line: string, limit: number, hit: NameHit): NameHit {
  const passage = passageAt(line, hit.end, limit);
  return passage ? { ...hit, end: passage.end, passage: passage.name } : hit;
}

function isWideAt(line: string, index: number): boolean {
  return line[index] === '.' || isLetterAt(line, index);
}

function isInside(offset: number, { start, end }: Span): boolean {
  return start <= offset && offset < end;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
