import { citableSpans } from '../citations/citableSpans';
import type { FoundCitation } from '../citations/citation';
import type { KnownIds } from '../citations/knownIds';
import { isPlaceholder } from '../citations/nameShape';
import { scanText } from '../citations/scanText';
import { readFileName } from '../reviews/fileName';
import { isAttachment } from '../reviews/materialKind';
import { resolveTarget } from '../reviews/resolveTarget';
import { isHiddenAt } from '../reviews/sectionsAround';
import type { Span } from '../text/span';
import type { CheckedDocument } from './checkedDocument';
import { linkTargets } from './linkTargets';
import { touching } from './touching';

/** A relative link, or a path in a comment, that is to lead to a review or to what belongs to one. */
export interface FileLink extends Span {
  /** As written, without fragment. */
  readonly target: string;
  readonly kind: 'review' | 'material';
  readonly form: 'link' | 'path';
  /** Where it may lead, relative to the root; it is broken where none of them is there. */
  readonly paths: readonly string[];
}

const longestPath = 400;

/**
 * The links of a document whose targets have to be there for it to be right, in order, without overlap: those into the folders of the
 * library, in prose and as paths in comments, and, of a review, its images too.
 *
 * Reviews that the library has are left out. So are links without an extension, with placeholders, of templates, and those that wikis or
 * site generators resolve by rules of their own: about them nobody can be sure.
 */
export function fileLinks(document: CheckedDocument, known: KnownIds): FileLink[] {
  const folders = known.library.sources.map(({ path }) => path).filter((path) => path !== '');
  if (!mayLink(document, folders)) return [];
  const isCited = touching(document.language?.id === 'markdown' ? document.citations.filter(isLinkToReview) : []);
  const links = linkTargets(document).flatMap((link) =>
    toFileLink({ ...link, isCited: isCited(link) }, 'link', document, folders),
  );
  const isInLink = touching(links);
  // The words of a link often say its target.
  const targets = new Set(links.map(({ target }) => target));
  const paths = pathsInText(document, folders).filter((each) => !isInLink(each) && !targets.has(each.target));
  return [...links, ...paths]
    .filter(
      ({ start, paths: places }) =>
        !document.reviews.some((review) => isHiddenAt(review, start)) && !places.some((path) => isKnown(path, known)),
    )
    .sort((a, b) => a.start - b.start);
}

/** A quick look that says yes too often, never no wrongly. */
function mayLink({ path, text, citations, reviews }: CheckedDocument, folders: readonly string[]): boolean {
  if (citations.length > 0 || reviews.length > 0) return true;
  return folders.some((folder) => path.startsWith(`${folder}/`) || text.includes(lastOf(folder)));
}

/** `incidents/` of `docs/incidents`: in every path that leads into it from elsewhere. */
function lastOf(folder: string): string {
  return `${folder.slice(folder.lastIndexOf('/') + 1)}/`;
}

interface Target extends Span {
  readonly target: string;
  readonly isImage: boolean;
  /** Whether it is found as a citation. */
  readonly isCited: boolean;
}

function toFileLink(
  { target, isImage, isCited, start, end }: Target,
  form: 'link' | 'path',
  document: CheckedDocument,
  folders: readonly string[],
): FileLink[] {
  const { path, reviews } = document;
  const bare = target.split(/[?#]/, 1)[0] ?? '';
  if (bare.length > longestPath || /[{}<>$*|]|%[^0-9a-f]/i.test(bare)) return [];
  const fromRoot = resolveTarget(`/${bare.replace(/^(?:\.{0,2}\/)+/, '')}`, path);
  const all = [resolveTarget(bare, path), form === 'path' ? fromRoot : undefined];
  const paths = [...new Set(all.filter((each) => each !== undefined))];
  const isInside = paths.some((each) => folders.some((folder) => each.startsWith(`${folder}/`)));
  const isOwnImage = isImage && reviews.length > 0 && !bare.startsWith('/') && !path.startsWith('/');
  const isLost = form === 'link' && isCited && !bare.startsWith('/');
  if (!isInside && !isOwnImage && !isLost) return [];
  const kind = kindOf(bare);
  if (kind === undefined || (kind === 'review' && !isInside && !isLost)) return [];
  return [{ start, end: start + Math.min(bare.length, end - start), target: bare, kind, form, paths }];
}

/**
 * Whether a citation is a link that ends like the path of a review. It leads there only where it begins right, which the finder of
 * citations does not ask.
 */
function isLinkToReview({ form, reviews }: FoundCitation): boolean {
  return form === 'link' && reviews.length === 1;
}

/** What a path is to lead to, as far as its name tells; nothing where it tells too little, or only holds the place of a name. */
function kindOf(path: string): FileLink['kind'] | undefined {
  const { stem, format, hasExtension } = readFileName(path);
  if (/yyyy|xxx|nnn|\.{3}|…/i.test(stem) || isPlaceholder(stem) || !hasExtension) return undefined;
  return format ? 'review' : isAttachment(path) ? 'material' : undefined;
}

/** Paths into the folders of the library where citations count: `// see docs/incidents/2024-03-13-lock.md`. */
function pathsInText(document: CheckedDocument, folders: readonly string[]): FileLink[] {
  const { text, language } = document;
  const lasts = [...new Set(folders.map(lastOf))];
  if (!language || !lasts.some((last) => text.includes(last))) return [];
  const found: FileLink[] = [];
  scanText(text, language, (line, start, spans) => {
    if (line.length > 10_000 || !lasts.some((last) => line.includes(last))) return;
    for (const part of citableSpans(line, spans, language, 'comments')) {
      for (const match of line.slice(part.start, part.end).matchAll(/[\p{L}\p{N}./_~%@-]+/gu)) {
        const target = match[0].replace(/[./_-]+$/, '');
        if (!lasts.some((last) => target.includes(last)) || /:$/.test(line.slice(0, part.start + match.index)))
          continue;
        const at = start + part.start + match.index;
        found.push(
          ...toFileLink(
            { target, isImage: false, isCited: false, start: at, end: at + target.length },
            'path',
            document,
            folders,
          ),
        );
      }
    }
  });
  return found;
}

function isKnown(path: string, known: KnownIds): boolean {
  return known.reviewsAt(path).length > 0;
}
