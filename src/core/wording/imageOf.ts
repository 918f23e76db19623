import type { ReviewDocument } from '../reviews/review';
import { shortLine } from './shortLine';

/**
 * The first image of a review that lies inside its library, by its path; nothing for one that points elsewhere.
 *
 * Whoever shows it still asks the disk whether it is really there: a path proves nothing about links.
 */
export function imageOf(review: ReviewDocument): { readonly path: string; readonly alt: string } | undefined {
  const isAbsolute = (path: string) => /^(?:\/|[a-z]:\/)/i.test(path);
  const image = review.materials.find(
    ({ kind, path }) =>
      kind === 'image' &&
      isAbsolute(path) === isAbsolute(review.path) &&
      !path.startsWith('//') &&
      !/^[a-z][a-z\d+.-]+:/i.test(path) &&
      !path.includes('\\') &&
      !path.split('/').includes('..'),
  );
  if (!image) return undefined;
  return { path: image.path, alt: shortLine(image.title ?? '', 120) || 'Image from the review' };
}
