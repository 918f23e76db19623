import type { ReviewDocument } from '../reviews/review';
import { namesOf } from './citationFormats';
import { citationLink } from './citationLink';

/**
 * What cites a review, or a passage of it, in the prose of a document: a link where its language knows links, else plain words.
 *
 * `fromPath` is the path of the document as that of the review counts; without one there is no link.
 */
export function proseLink(
  review: ReviewDocument,
  passage: string | undefined,
  { languageId, fromPath }: { readonly languageId: string; readonly fromPath?: string | undefined },
): string {
  return citationLink(
    review,
    {
      languageId,
      isProse: true,
      isInComment: false,
      at: { before: '', after: '' },
      ...(fromPath === undefined ? {} : { fromPath }),
      ...(passage === undefined ? {} : { passage }),
    },
    namesOf(review, passage),
  );
}
