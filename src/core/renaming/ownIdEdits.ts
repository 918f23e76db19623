import type { FoundCitation } from '../citations/citation';
import type { TextEdit } from '../citations/openText';
import { fieldName } from '../reviews/fields';
import { readFrontMatter } from '../reviews/frontMatter';
import type { ReviewDocument } from '../reviews/review';
import { type TextLine, textLines } from '../text/textLine';
import type { Rename } from './rename';
import { renamedCitation } from './renamedCitation';

/** Fields of front matter in which a review names itself; in others, such as `aliases`, the old id has to stay. */
const ownFields = /^\s*["']?(?:title|name|headline|summary|description)["']?\s*[:=]/i;
const idField = /^\s*["']?(?:incident[-_ ]?id|incident|id|uuid|key|number)["']?\s*[:=]/i;

/**
 * The edits by which a review gives itself the new id: where its id is read from, and wherever else it names itself. Offsets are of `text`, the whole
 * file. `mentions` are all names of incidents in it, its own included. Nothing where the id is not found as it was read: then nobody
 * knows what would be changed.
 */
export function ownIdEdits(
  review: ReviewDocument,
  text: string,
  mentions: readonly FoundCitation[],
  rename: Rename,
): readonly TextEdit[] | undefined {
  const lines = textLines(text);
  const declared = declaration(review, lines, rename);
  if (declared === undefined) return undefined;
  const frontLines = readFrontMatter(lines).lineCount;
  const textStart = lines[frontLines]?.start ?? (frontLines > 0 ? text.length : 0);
  const isOwn = ({ start }: FoundCitation) => start >= textStart || ownFields.test(lineAt(lines, start));
  const others = mentions
    .filter(({ reviews }) => reviews.some(({ key, id }) => key === review.key && id === review.id))
    .filter(isOwn)
    .flatMap((mention): TextEdit[] => {
      const renamed = renamedCitation(mention, rename);
      return renamed === undefined ? [] : [{ start: mention.start, end: mention.end, text: renamed }];
    })
    .filter((each) => declared.every(({ start, end }) => each.end <= start || end <= each.start));
  return [...declared, ...others].sort((a, b) => a.start - b.start);
}

/** The edit where the id is read from; none where that is the name of the file. */
function declaration(review: ReviewDocument, lines: readonly TextLine[], { from, to }: Rename): TextEdit[] | undefined {
  const { idFrom, origins } = review;
  if (idFrom !== 'frontMatter' && idFrom !== 'label' && idFrom !== 'heading') return [];
  const first = (origins.id?.line ?? 1) - 1;
  const here = lines[first];
  const at = here && offsetIn(here, from, idFrom === 'frontMatter');
  if (at !== undefined) return [{ start: at, end: at + from.length, text: to }];
  // A field within another, such as `[advisory]`, is told with the line of the outer one.
  const inner = idFrom !== 'frontMatter' ? [] : lines.slice(first + 1, first + 100);
  for (const line of inner) {
    const found = idField.test(line.text) ? offsetIn(line, from, true) : undefined;
    if (found !== undefined) return [{ start: found, end: found + from.length, text: to }];
  }
  return undefined;
}

/** Where an id stands alone on a line; in a field, behind its name. */
function offsetIn({ text, start }: TextLine, id: string, isField: boolean): number | undefined {
  const begin = isField ? Math.max(0, text.search(/[:=]/)) : 0;
  for (let at = text.indexOf(id, begin); at >= 0; at = text.indexOf(id, at + 1)) {
    const isAlone = !/[\p{L}\p{N}_-]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + id.length));
    if (isAlone) return start + at;
  }
  return undefined;
}

function lineAt(lines: readonly TextLine[], offset: number): string {
  return lines.findLast(({ start }) => start <= offset)?.text ?? '';
}

/** Names of fields that hold other names of a review, in the form in which names are compared. */
export function isAliasField(name: string): boolean {
  return ['aliases', 'alias', 'formerly', 'former_id', 'former_ids', 'previously'].includes(fieldName(name));
}
