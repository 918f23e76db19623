import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { citablePassages } from '../core/wording/citablePassages';
import { shortLine } from '../core/wording/shortLine';
import { type CitedPlaces, reviewText } from '../host/cardMarkdown';
import type { LiveLibrary } from '../host/liveLibrary';
import { setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import { matchingReviews } from './matchingReviews';
import { type TypedCitation, typedCitation } from './typedCitation';

/** Nobody reads further, and VS Code asks again with every key. */
const most = 100;

/**
 * Offers reviews by id or words of their title, and the passages of one, while somebody writes in a comment or in prose.
 *
 * It keeps out of the way: by itself it comes only after the beginning of a known id and a hyphen. Where VS Code suggests while
 * one types words, a word of a title is not enough, because Enter at the end of a line would take the suggestion.
 */
export function registerCompletion(
  library: LiveLibrary,
  citations: TrackedCitations,
  workspace: CitedPlaces,
): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider('*', new Completion(library, citations, workspace), '-');
}

class ReviewItem extends vscode.CompletionItem {
  readonly review: ReviewDocument;
  readonly passage: string | undefined;
  /** How much of what stands before the cursor it takes the place of, in UTF-16 units. */
  readonly typedLength: number;

  constructor(label: vscode.CompletionItemLabel, review: ReviewDocument, typedLength: number, passage?: string) {
    super(label, vscode.CompletionItemKind.Reference);
    this.review = review;
    this.typedLength = typedLength;
    this.passage = passage;
  }
}

class Completion implements vscode.CompletionItemProvider {
  readonly #library: LiveLibrary;
  readonly #citations: TrackedCitations;
  readonly #workspace: CitedPlaces;
  /** Where the user asked for suggestions before a word was begun: there, words of titles count all along. */
  #askedAt: { readonly document: vscode.TextDocument; readonly position: vscode.Position } | undefined;

  constructor(library: LiveLibrary, citations: TrackedCitations, workspace: CitedPlaces) {
    this.#library = library;
    this.#citations = citations;
    this.#workspace = workspace;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): vscode.CompletionList | undefined {
    const line = document.lineAt(position.line).text.slice(0, position.character);
    const typed = typedCitation(line);
    if (!setting('precedent.completion.enabled', document)) return undefined;
    const items =
      typed.kind === 'passage' ? this.#passages(typed) : this.#reviews(document, position, line, typed, context);
    if (items.length === 0 || !this.#citations.counts(document, position)) return undefined;
    for (const [index, item] of items.entries()) {
      item.range = new vscode.Range(position.translate(0, -item.typedLength), position);
      item.sortText = String(index).padStart(3, '0');
    }
    return new vscode.CompletionList(items, true);
  }

  resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
    if (!(item instanceof ReviewItem)) return item;
    item.documentation = reviewText(item.review, this.#workspace, item.passage);
    return item;
  }

  #reviews(
    document: vscode.TextDocument,
    position: vscode.Position,
    line: string,
    { typed, start }: TypedCitation,
    { triggerKind }: vscode.CompletionContext,
  ): ReviewItem[] {
    const { reviews } = this.#library.library;
    const begin = position.with({ character: start });
    if (triggerKind === vscode.CompletionTriggerKind.Invoke) {
      this.#askedAt = typed === '' ? { document, position: begin } : undefined;
    }
    const isAsked = this.#askedAt?.document === document && this.#askedAt.position.isEqual(begin);
    const isByItself =
      triggerKind === vscode.CompletionTriggerKind.TriggerCharacter ||
      (!isAsked && suggestsWhileTyping(document, this.#citations));
    if (isByItself && !beginsAnId(reviews, typed)) return [];
    const text = { typed, before: line.slice(0, start) };
    return matchingReviews(reviews, text, { most, byTitle: !isByItself }).map(({ review, matched, length }) => {
      const description = shortLine(review.title, 80);
      const item = new ReviewItem({ label: review.id, description }, review, length);
      item.filterText = matched;
      item.insertText = review.id;
      return item;
    });
  }

  #passages({ id, mark, typed }: Extract<TypedCitation, { kind: 'passage' }>): ReviewItem[] {
    const items = this.#library.library.get(id).flatMap((review) =>
      citablePassages(review, mark).map(({ passage, text }) => {
        const description = shortLine(text, 80);
        const item = new ReviewItem({ label: passage, description }, review, typed.length, passage);
        item.filterText = `${passage} ${text}`;
        item.insertText = passage;
        return item;
      }),
    );
    return items.slice(0, most);
  }
}

/** Whether VS Code suggests at every word here; an extension is not told if the user asked or not. */
function suggestsWhileTyping(document: vscode.TextDocument, citations: TrackedCitations): boolean {
  const quick: unknown = vscode.workspace.getConfiguration('editor', document).get('quickSuggestions');
  if (typeof quick === 'boolean') return quick;
  if (typeof quick !== 'object' || quick === null) return true;
  const values = new Map(Object.entries(quick));
  const language = citations.languageOf(document);
  const value = values.get(language?.isProse || language?.isDiagram ? 'other' : 'comments');
  return value !== 'off' && value !== false;
}

/** Whether this is how a known id begins, letters of the same case included: `INC` and `INC-`, but neither `inc` nor `2026-`. */
function beginsAnId(reviews: readonly ReviewDocument[], typed: string): boolean {
  if (!/^\p{L}/u.test(typed)) return false;
  const letters = /^\p{L}+/u;
  return reviews.some(
    ({ id }) => id.startsWith(typed) && typed.length >= (letters.exec(id)?.[0].length ?? 0) && /\d/.test(id),
  );
}
