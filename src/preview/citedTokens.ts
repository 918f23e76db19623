import type { Token } from 'markdown-it';
import type { ReviewDocument } from '../core/reviews/review';
import { citedLink, citedText, type TextPlace } from './citedText';
import type { PreviewPage } from './previewPage';

/** Elements written as HTML in which nothing is looked for: code, and what is a link or no text at all. */
const left = /^<(\/?)(?:code|pre|kbd|samp|a|script|style|svg|math)(?=[\s>/])/i;

/**
 * The tokens of a document with its citations as links with cards. Code, fences, front matter and HTML stay as they are; the tokens
 * given are not changed.
 */
export function citedTokens(page: PreviewPage, tokens: readonly Token[], reviews: readonly ReviewDocument[]): Token[] {
  let isHeading = false;
  return tokens.map((token) => {
    if (token.type === 'heading_open') {
      isHeading = true;
      page.titled.clear();
    } else if (token.type === 'heading_close') isHeading = false;
    if (token.type !== 'inline' || !token.children) return token;
    const place = { around: token.content, isHeading, own: ownAt(reviews, token.map?.[0] ?? 0) };
    const children = citedChildren(page, token.children, place);
    return children.length === token.children.length ? token : page.copy(token, { children });
  });
}

function citedChildren(page: PreviewPage, children: readonly Token[], place: TextPlace): Token[] {
  const cited: Token[] = [];
  let depth = 0;
  for (let at = 0; at < children.length; at++) {
    const token = children[at];
    if (!token) break;
    if (token.type === 'html_inline') {
      const tag = left.exec(token.content);
      if (tag) depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1));
      cited.push(token);
    } else if (depth > 0) cited.push(token);
    else if (token.type === 'link_open') {
      const close = closingOf(children, at);
      cited.push(...citedLink(page, children.slice(at, close + 1), place));
      at = close;
    } else cited.push(...(token.type === 'text' ? citedText(page, token, place) : [token]));
  }
  return cited;
}

/** Links hold no links. */
function closingOf(children: readonly Token[], open: number): number {
  const close = children.findIndex(({ type }, at) => at > open && type === 'link_close');
  return close < 0 ? children.length - 1 : close;
}

/** The reviews of a file in which a line stands (0-based): in a file of several, the one that began last. */
function ownAt(reviews: readonly ReviewDocument[], line: number): readonly ReviewDocument[] {
  if (reviews.length < 2) return reviews;
  const begun = reviews.filter(({ startsAt }) => (startsAt?.line ?? 1) <= line + 1);
  const last = Math.max(...begun.map(({ startsAt }) => startsAt?.line ?? 1));
  return begun.filter(({ startsAt }) => (startsAt?.line ?? 1) === last);
}
