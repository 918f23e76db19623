import { isStoryRead } from '../core/reviews/isStoryRead';
import type { ReviewDocument, Section } from '../core/reviews/review';
import { citationName } from '../core/wording/citationName';
import type { LibraryNode, PassageNode, ReviewNode } from './libraryNode';

/** What a row unfolds to: a group to its reviews, a review to its sections and then its materials. */
export function rowsIn(node: LibraryNode): readonly LibraryNode[] {
  switch (node.kind) {
    case 'group':
      return node.shown < node.reviews.length
        ? [...node.reviews.slice(0, node.shown), { kind: 'more', id: `${node.id}/more/${node.shown}`, group: node }]
        : node.reviews;
    case 'review':
      return node.quotes.length > 0 ? quotesOf(node) : [...sectionsOf(node), ...materialsOf(node)];
    case 'passage':
      return passages(node, node.review, node.inner);
    case 'problems':
      return node.problems.map((problem, at) => ({
        kind: 'problem',
        id: `${node.id}/${at}`,
        parent: node,
        ...problem,
      }));
    default:
      return [];
  }
}

/**
 * Whether something is in a review, which its row then unfolds to. Where nobody has read its story, it is taken for granted: to know
 * it, the file of every row would have to be read.
 */
export function mayUnfold(node: ReviewNode): boolean {
  return !isStoryRead(node.review) || rowsIn(node).length > 0;
}

/** The row above a row; nothing for those at the top. */
export function rowAbove(node: LibraryNode): LibraryNode | undefined {
  if (node.kind === 'review' || node.kind === 'more') return node.group;
  return 'parent' in node ? node.parent : undefined;
}

function quotesOf(node: ReviewNode): readonly LibraryNode[] {
  return node.quotes.map((quote, at) => ({ kind: 'quote', id: `${node.id}/quote/${at}`, parent: node, quote }));
}

/** The sections as an outline, without the heading that is the title of the whole document and without what is excluded. */
function sectionsOf(node: ReviewNode): readonly PassageNode[] {
  const shown = node.review.sections.filter(({ kind }) => kind !== 'excluded');
  const [first, ...others] = shown;
  const isTitle =
    first !== undefined &&
    (first.heading === node.review.rawTitle ||
      first.heading === node.review.title ||
      first.line === node.review.origins.title?.line) &&
    others.every(({ level }) => level > first.level);
  return passages(node, node.review, isTitle ? others : shown);
}

function passages(
  parent: ReviewNode | PassageNode,
  review: ReviewDocument,
  sections: readonly Section[],
): readonly PassageNode[] {
  const level = Math.min(...sections.map((section) => section.level));
  const nodes: (Omit<PassageNode, 'inner'> & { readonly inner: Section[] })[] = [];
  for (const section of sections) {
    const open = nodes.at(-1);
    if (open && section.level > level) open.inner.push(section);
    else {
      const id = `${parent.id}#${section.passage}`;
      const citation = citationName(review.id, section.passage);
      nodes.push({ kind: 'passage', id, citation, key: review.key, parent, review, section, inner: [] });
    }
  }
  return nodes;
}

function materialsOf(node: ReviewNode): readonly LibraryNode[] {
  return node.review.materials.map((material) => ({
    kind: 'material',
    id: `${node.id}|${material.path}`,
    parent: node,
    review: node.review,
    material,
  }));
}
