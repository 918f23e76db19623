import type { ReviewDocument } from '../reviews/review';

/**
 * Whether a name by which a review is cited is an id that it had before, as front matter and `precedent.yaml` declare them: not its
 * id, a name of its file or folder, an address, what its title begins with, or a longer form of its id.
 *
 * Reviews do not keep apart what was declared and what other rules read, so a former id that looks like one of these is passed over.
 */
export function isFormerName(name: string, review: ReviewDocument): boolean {
  const lower = name.toLowerCase();
  if (/[/\\\s]/.test(name) || holds(lower, review.id.toLowerCase())) return false;
  const places = [...review.path.split('/'), review.rawTitle].map((place) => place.toLowerCase().replace(/^[[(]/, ''));
  return !places.some((place) => begins(place, lower));
}

/** Whether a part stands in a text on its own. */
function holds(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0 && part !== ''; at = text.indexOf(part, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && begins(text.slice(at), part)) return true;
  }
  return false;
}

function begins(text: string, part: string): boolean {
  return text.startsWith(part) && !/^[\p{L}\p{N}]/u.test(text.slice(part.length));
}
