import type * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import type { GroupQuote } from '../core/learning/libraryGroups';
import type { Material, ReviewDocument, Section } from '../core/reviews/review';
import type { Citable } from '../host/citable';

/** A row of the Library view. */
export type LibraryNode =
  | GroupNode
  | MoreNode
  | ReviewNode
  | QuoteNode
  | PassageNode
  | MaterialNode
  | ProblemsNode
  | ProblemNode;

/** What every row has: an id that stays the same when the library is read again, so that what is open stays open. */
interface Row {
  readonly id: string;
}

/** Reviews that have something in common. VS Code knows a row by its object, so the object lives on when its reviews change. */
export interface GroupNode extends Row {
  readonly kind: 'group';
  readonly label: string;
  readonly isExpanded: boolean;
  reviews: readonly ReviewNode[];
  /** How many of them have a row. */
  shown: number;
}

/** The last row of a long group, which shows more of it when it is chosen. */
export interface MoreNode extends Row {
  readonly kind: 'more';
  readonly group: GroupNode;
}

/** A review, as often as there are groups that it belongs to. The object lives on when the review is read again. */
export interface ReviewNode extends Row, Citable {
  readonly kind: 'review';
  readonly group: GroupNode;
  review: ReviewDocument;
  /** The sentences that put it into its group. */
  quotes: readonly GroupQuote[];
  /** Whether the group says the year already. */
  readonly isYearKnown: boolean;
  /** Whether its file holds no other review. */
  readonly isAlone: () => boolean;
}

/** A sentence that put a review where it is. */
export interface QuoteNode extends Row {
  readonly kind: 'quote';
  readonly parent: ReviewNode;
  readonly quote: GroupQuote;
}

/** A section that one can open and cite. */
export interface PassageNode extends Row, Citable {
  readonly kind: 'passage';
  readonly parent: ReviewNode | PassageNode;
  readonly review: ReviewDocument;
  readonly section: Section;
  readonly inner: readonly Section[];
}

/** Anything a review has beyond its text. */
export interface MaterialNode extends Row {
  readonly kind: 'material';
  readonly parent: ReviewNode;
  readonly review: ReviewDocument;
  readonly material: Material;
}

/** The last row: what could not be read, or not all of it. */
export interface ProblemsNode extends Row {
  readonly kind: 'problems';
  readonly problems: readonly Problem[];
}

/** One thing that could not be read. */
interface Problem {
  readonly finding: Finding;
  /** The file it is about. */
  readonly uri: vscode.Uri | undefined;
  /** Whether the library has reviews of the file all the same. */
  readonly isReadInPart: boolean;
}

/** A row for it. */
export interface ProblemNode extends Row, Problem {
  readonly kind: 'problem';
  readonly parent: ProblemsNode;
}
