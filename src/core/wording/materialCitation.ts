import type { Material, ReviewDocument } from '../reviews/review';
import { brokenUp, commentEnds } from './brokenUp';
import type { CitingDocument } from './citationEdit';
import { namesOf } from './citationFormats';
import { citationLink } from './citationLink';
import { cutText } from './cutText';
import { encodePath, links, markupOf } from './linkMarkup';
import { insertableLine } from './oneLine';
import { relativePath } from './relativePath';

/**
 * Words that cite a material of a review together with the review: a link to it, or the picture itself where the language shows pictures in
 * a line; its path in code and plain text. One line. Of a material that is an address elsewhere, only its title is said.
 */
export function materialCitation(
  review: ReviewDocument,
  material: Material,
  { language, languageId, fromPath }: Pick<CitingDocument, 'language' | 'languageId' | 'fromPath'>,
): string {
  const { cited, title } = namesOf(review);
  const name = material.path.split('/').at(-1) ?? material.path;
  const called = brokenUp(cutText(insertableLine(material.title ?? name), 100), commentEnds);
  const path = material.kind === 'link' ? undefined : relativePath(fromPath, material.path);
  const shown = material.kind === 'link' ? called : brokenUp(insertableLine(material.path), commentEnds);
  if (!language?.isProse) return `see ${shown} (${cited})`;
  const markup = markupOf(languageId, fromPath);
  if (path === undefined || fromPath === undefined || markup === 'plain') return `${shown} (${cited})`;
  const place = { languageId, fromPath, isProse: true, isInComment: false, at: { before: '', after: '' } };
  const source = citationLink(review, place, { cited, title });
  const words = brokenUp(links[markup].words(called), commentEnds);
  return `${picture(material, words, path, markup) ?? links[markup].link(words, path, '')} (${source})`;
}

function picture({ kind, path: whole }: Material, words: string, path: string, markup: string): string | undefined {
  if (kind !== 'image' && !whole.endsWith('.svg')) return undefined;
  if (markup === 'markdown') return `![${words}](${encodePath(path)})`;
  return markup === 'asciidoc' ? `image:${encodePath(path)}["${words}"]` : undefined;
}
