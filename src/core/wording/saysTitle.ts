import type { ReviewDocument } from '../reviews/review';
import { slug } from '../text/slugs';

/**
 * Whether a name of a review tells its title already: `2025-12-30-the-settlement-that-balanced` does for `The settlement that
 * balanced`, and so does a path that ends so.
 */
export function saysTitle(name: string, { id, title }: ReviewDocument): boolean {
  if (title === id) return true;
  const told = bare(title.slice(0, 300));
  const named = (name.split('/').at(-1) ?? '').replace(/[#@].*$/, '').replace(/\.\w{1,8}$/, '');
  return told !== '' && bare(named) === told;
}

/** The words alone, without a date or number before them. */
function bare(text: string): string {
  const words = slug(text)
    .split(/[-_]/)
    .filter((word) => word !== '');
  const first = words.findIndex((word) => /\D/.test(word));
  return first < 0 ? '' : words.slice(first).join('-');
}
