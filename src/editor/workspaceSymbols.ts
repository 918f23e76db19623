import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { dateInWords } from '../core/wording/datesInWords';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from '../host/liveLibrary';
import { rangeInReview, targetOf, toUri } from '../host/places';

/** Nobody reads further, and VS Code asks again with every key. */
const most = 100;

/** Lists reviews among the symbols of the workspace, by id and title. */
export function registerWorkspaceSymbols(library: LiveLibrary): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: (query) => find(library.library.reviews, query).map((review) => new ReviewSymbol(review)),
    resolveWorkspaceSymbol(symbol) {
      if (symbol instanceof ReviewSymbol) symbol.location.range = rangeOf(symbol.review);
      return symbol;
    },
  });
}

class ReviewSymbol extends vscode.SymbolInformation {
  readonly review: ReviewDocument;

  constructor(review: ReviewDocument) {
    super(
      escapeIcons(nameOf(review)),
      vscode.SymbolKind.Event,
      review.date === undefined ? '' : dateInWords(shortLine(review.date, 20)),
      new vscode.Location(toUri(review.key), new vscode.Position(0, 0)),
    );
    this.review = review;
  }
}

function nameOf({ id, title }: ReviewDocument): string {
  return [id, title === id ? '' : title]
    .map((part) => shortLine(part, 120))
    .filter((part) => part !== '')
    .join(' · ');
}

function rangeOf(review: ReviewDocument): vscode.Range {
  const { start } = rangeInReview(review, targetOf(review, undefined).heading);
  return new vscode.Range(start, start);
}

/**
 * The reviews whose id and title hold the letters of each word of the query, in order. VS Code sifts and sorts again by the same
 * rule; here ids that begin with the query, then those that hold its words as they are, make sure of their place among the first 100.
 */
function find(reviews: readonly ReviewDocument[], query: string): readonly ReviewDocument[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const ranks: ReviewDocument[][] = [[], [], []];
  for (const review of reviews) {
    const name = `${review.id} ${review.title}`.toLowerCase();
    if (words[0] !== undefined && name.startsWith(words[0])) ranks[0]?.push(review);
    else if (words.every((word) => name.includes(word))) ranks[1]?.push(review);
    else if (words.every((word) => holdsLetters(name, word))) ranks[2]?.push(review);
  }
  return ranks.flat().slice(0, most);
}

function holdsLetters(name: string, word: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
