import { isDistinctive, isLookAlike, isPlaceholder } from '../citations/nameShape';
import { readFileName } from '../reviews/fileName';
import { capitalKeyAtStart, keyAtStart } from '../reviews/keyAtStart';
import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { shortLine } from '../wording/shortLine';
import { beginsWithId, type Rename, withNewId } from './rename';

const longest = 100;

/** Why a review cannot have this id, in a sentence for people; nothing where it can. */
export function idProblem(review: ReviewDocument, to: string, library: Library): string | undefined {
  const name = shortLine(to, 60);
  const others = library.get(to).filter(({ key, id }) => key !== review.key || id !== review.id);
  const [other] = others;
  if (other) return `${name} is taken: it means ${shortLine(other.path, 120)}.`;
  if (to.length > longest || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u.test(to) || /[._-]$/.test(to)) {
    return `“${name}” cannot be an id: letters, figures, hyphens, underscores and dots make one, and it begins and ends with a letter or figure.`;
  }
  if (isPlaceholder(to) || isLookAlike(to)) return `“${name}” cannot be an id: it stands for something else.`;
  if (isDistinctive(review.id) && !isDistinctive(to)) {
    return `“${name}” would not be recognised in text: an id has a letter, a figure and two parts or more, such as INC-7.`;
  }
  if (review.idFrom === 'number' && !/^\d{1,6}$/.test(to))
    return `“${name}” is no number, as the id of this review is.`;
  return undefined;
}

/**
 * The rename with the new name of the file or folder where that carries the id, or why it cannot be done, in a sentence for people.
 * Whether there is a file of the new name is left to whoever can look.
 */
export function planRename(review: ReviewDocument, to: string): Rename | { readonly problem: string } {
  const { id: from, idFrom } = review;
  const isFromName = idFrom === 'fileName' || idFrom === 'stem' || idFrom === 'number' || idFrom === 'folder';
  const base = review.startsAt ? undefined : baseOf(review);
  const renamed = base !== undefined && beginsWithId(base, from) ? withNewId(base, { from, to }) : undefined;
  if (isFromName && renamed === undefined) {
    return {
      problem: `The id of ${shortLine(review.path, 120)} comes from the name of its file. Rename the file instead.`,
    };
  }
  if (!readsAs(idFrom, to, renamed ?? to)) {
    const where = isFromName ? 'the name of the file' : 'the title';
    return {
      problem: `“${shortLine(to, 60)}” would not be read as the id from ${where}. Ids there look like INC-7 or PM2021-006.`,
    };
  }
  return { from, to, ...(base !== undefined && renamed !== undefined ? { base: { from: base, to: renamed } } : {}) };
}

/** The name that stands for the review: of its file, or of its folder where the file is the page of a folder. */
function baseOf({ path, idFrom }: ReviewDocument): string | undefined {
  const parts = path.split('/');
  return parts.at(idFrom === 'folder' ? -2 : -1);
}

/** Whether the id is found again where it is read from. */
function readsAs(idFrom: ReviewDocument['idFrom'], to: string, name: string): boolean {
  const stem = idFrom === 'folder' ? name : readFileName(name).stem;
  switch (idFrom) {
    case 'fileName':
      return capitalKeyAtStart(stem) === to || keyAtStart(stem) === to;
    case 'heading':
      return keyAtStart(to) === to;
    case 'stem':
      return stem === to && (keyAtStart(stem) ?? to) === to;
    case 'folder':
      return keyAtStart(name) === to || (name === to && keyAtStart(name) === undefined);
    case 'number':
    case 'frontMatter':
    case 'label':
      return true;
  }
}
