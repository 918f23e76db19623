import type { Span } from '../text/span';
import type { NameHit, Names } from './findNames';
import { isWordAt } from './wordBoundary';

const longestPath = 400;
/** Names that every folder has. */
const isFolderPage = /^(?:readme|index)\b/i;
const fragmentForm = /#([^\s)>[\]"'`|,;]*[^\s)>[\]"'`|,;.:!?*_])/y;

/**
 * The path to a review in which `start` stands, where there is one: `docs/incidents/2020-02-12.md`, `../incidents/INC-7.md#impact`, the target
 * of a link. Looks no further than `part` of the line. Nothing for a lone name without an extension.
 */
export function findPath(
  line: string,
  start: number,
  part: Span,
  names: Names,
  documentPath: string | undefined,
): NameHit | undefined {
  const target = bracketedTarget(line, start, part);
  const begin = target?.start ?? schemeStart(line, pathStart(line, start, part.start), part.start);
  const end = target?.end ?? pathEnd(line, start, part.end);
  const linked = isLinkTarget(line, begin);
  const text = line.slice(begin, end);
  if (!linked && !text.includes('/') && (!text.includes('.') || isFolderPage.test(text))) return undefined;
  const reviews = names.paths.resolve(text, documentPath);
  const first = reviews[0];
  if (!first) return undefined;
  fragmentForm.lastIndex = end;
  const fragment = fragmentForm.exec(line);
  const isFragmentInside = fragment?.[1] !== undefined && fragmentForm.lastIndex <= part.end;
  return {
    start: begin,
    end: isFragmentInside ? fragmentForm.lastIndex : end,
    id: first.id,
    form: linked || text.includes('://') ? 'link' : 'path',
    reviews,
    ...(isFragmentInside ? { passage: fragment[1] ?? '' } : {}),
  };
}

/**
 * `](<../incidents/INC-19 Boats.md>)`: what stands between angle brackets is the target of a link, blanks and all. The fragment is left
 * to whoever looks for it. Rule: CommonMark 0.31, § 6.3, link destinations.
 */
function bracketedTarget(line: string, start: number, part: Span): Span | undefined {
  const open = line.lastIndexOf('](<', start);
  if (open < part.start || start - open > longestPath) return undefined;
  const close = line.indexOf('>', open + 3);
  if (close < start || close >= part.end || close - open > longestPath) return undefined;
  const hash = line.indexOf('#', open + 3);
  return { start: open + 3, end: hash >= 0 && hash < close ? hash : close };
}

function pathStart(line: string, start: number, limit: number): number {
  let begin = start;
  while (begin > limit && start - begin < longestPath && isPathAt(line, begin - 1)) begin--;
  return begin;
}

/** `https:` before `//host/…/docs/incidents/INC-7.md` belongs to it. */
function schemeStart(line: string, begin: number, limit: number): number {
  if (!line.startsWith('//', begin)) return begin;
  const scheme = /https?:$/i.exec(line.slice(Math.max(limit, begin - 6), begin))?.[0] ?? '';
  return begin - scheme.length;
}

function pathEnd(line: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && end - start < longestPath && isPathAt(line, end)) end++;
  while (end > start && /[-_.~/]/.test(line[end - 1] ?? '')) end--;
  return end;
}

function isPathAt(line: string, index: number): boolean {
  const unit = line[index];
  return unit !== undefined && (isWordAt(line, index) || '/.-_~%+@'.includes(unit) || line.charCodeAt(index) > 127);
}

/** `](…`, `]: …`, `<…`, `[[…`, `link:…`, `xref:…`, `href="…`: what begins here is the target of a link. */
function isLinkTarget(line: string, begin: number): boolean {
  const before = line.slice(Math.max(0, begin - 12), begin);
  return /(?:\]\(<?|\]:[ \t]*<?|[^\p{L}\p{N}]<|^<|\[\[|\[\[file:|\blink:|\bxref:|\bhref=["'])$/u.test(before);
}
