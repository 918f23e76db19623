import type { CommentMarks } from '../citations/languages';
import { isDistinctive } from '../citations/nameShape';
import type { ReviewDocument } from '../reviews/review';
import { brokenUp, commentEnds } from './brokenUp';
import { citationLink } from './citationLink';
import { citationName } from './citationName';
import { commentAround } from './commentAround';
import { cutText } from './cutText';
import { insertableLine } from './oneLine';
import { saysTitle } from './saysTitle';

/** Where a citation is to stand. */
export interface CitationPlace {
  /** VS Code's language id of the document. */
  readonly languageId: string;
  /** Whether everything in the document is prose, as in Markdown: nothing is put into a comment there. */
  readonly isProse: boolean;
  /** Comment marks of the language at that place; without them code gets no citation. */
  readonly commentMarks?: CommentMarks;
  readonly isInComment: boolean;
  /** In a string of code nothing is inserted. */
  readonly isInString?: boolean;
  /** Path of the document relative to the root, `/` separators; absent for one that is not saved: it gets no link. */
  readonly fromPath?: string;
  /** The passage slug or time that is cited. */
  readonly passage?: string;
  /** What is to be said instead of what the language asks for: one line, of the markup of the prose, or what a comment says. */
  readonly words?: string;
  /** What stands on the line before and after the place, and the line above. */
  readonly at: { readonly before: string; readonly after: string; readonly lineAbove?: string };
}

/**
 * The text that cites a review at a place, in the form of the language: a comment in code, a link in Markdown, AsciiDoc, RST and
 * Org, plain words elsewhere. Inside a comment it is the id alone, or, where the comment says nothing yet, `see INC-7: title`.
 *
 * Always one line that leaves every token outside the comment as it was. Nothing where that cannot be promised: in a string, before
 * other code where the language has line comments only, in a language without comments, or for an id that no comment can hold.
 * Whoever asked then tries a line of its own above (`at: { before: indentation, after: '' }`), or copies instead.
 */
export function formatCitation(review: ReviewDocument, place: CitationPlace): string | undefined {
  if (insertableLine(review.id) !== review.id || review.id === '' || place.isInString) return undefined;
  const names = namesOf(review, place.passage);
  if (brokenUp(insertableLine(names.cited), commentEnds) !== names.cited) return undefined;
  if (place.isProse) return spaced(place.words ?? citationLink(review, place, names), place.at, words);
  const text = commentAround(names.cited, saysTitle(names.cited, review) ? '' : names.title, place);
  // Between tags a blank would show.
  if (text === undefined || (text.startsWith('<!--') && !place.isInComment)) return text;
  return spaced(text, place.at, place.isInComment ? inComment : ownComment);
}

/** A citation for the clipboard: `INC-7: title`, with the path where the id alone would not be recognised. */
export function copyCitation(review: ReviewDocument, passage?: string): string {
  const name = citationName(insertableLine(review.id), passage);
  const title = titleOf(review);
  const said = title === '' || title === name || saysTitle(review.id, review) ? name : `${name}: ${title}`;
  return isDistinctive(review.id) ? said : `${said} (${insertableLine(review.path)})`;
}

/** How a review is named where it is cited: what the finder recognises, and its title, on one line each, that ends no comment. */
export function namesOf(review: ReviewDocument, passage?: string): { readonly cited: string; readonly title: string } {
  return { cited: recognisedName(review, passage), title: titleOf(review) };
}

/** What the finder of citations recognises outside links: a distinctive id, else the path of the review. */
export function recognisedName(review: ReviewDocument, passage: string | undefined): string {
  const path = insertableLine(review.path);
  return citationName(isDistinctive(review.id) || path.includes(' ') ? review.id : path, passage);
}

/** What would end a comment in most languages is broken up in prose too: text is copied on from there. */
function titleOf(review: ReviewDocument): string {
  return brokenUp(cutText(insertableLine(review.title.slice(0, 2000)), 100), commentEnds);
}

/** What stands beside a citation and would run into it. */
interface Neighbours {
  readonly before: RegExp;
  readonly after: RegExp;
}

const words: Neighbours = { before: /[^\s([{"'“‘]$/, after: /^[\p{L}\p{N}_$]/u };
/** What follows in a comment may be the mark that ends it. */
const inComment: Neighbours = { before: words.before, after: /^\S/ };
/** In a shell `#` begins a comment behind a blank only. */
const ownComment: Neighbours = { before: /[^\s([]$/, after: /^\S/ };

/** Keeps what is inserted apart from what stands on either side. */
function spaced(text: string, { before, after }: CitationPlace['at'], apart: Neighbours): string {
  return `${apart.before.test(before) ? ' ' : ''}${text}${apart.after.test(after) ? ' ' : ''}`;
}
