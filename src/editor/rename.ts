import * as vscode from 'vscode';
import { titleHeading } from '../core/citations/reviewAtLine';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { toRange } from '../host/places';
import { shownCount } from '../host/shownCount';
import { nameAt } from './nameAt';
import { type RenameParts, renameEdits } from './renameEdits';

/** ms of quiet before it is looked whether the document on the screen holds anything to rename. */
const quiet = 200;

/** VS Code's own extension that renames headings of Markdown. */
const renamesHeadings = 'vscode.markdown-language-features';

/**
 * Gives a review another id, from a citation of it or from the review itself (F2).
 *
 * It is offered in the document on the screen only, and only where that is a review or cites one: else *Rename Symbol* would stand in the menu
 * of every document. That also puts it before what renames headings.
 */
export function registerRename(parts: RenameParts): vscode.Disposable {
  const { library, citations } = parts;
  let registered: vscode.Disposable | undefined;
  let offered = '';
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isBehindHeadings = false;
  const offer = (isFresh: boolean) => {
    const document = vscode.window.activeTextEditor?.document;
    const isOffered =
      document !== undefined && (citations.reviewsIn(document).length > 0 || citations.of(document).length > 0);
    const name = isOffered ? document.uri.toString() : '';
    if (name === offered && !isFresh) return;
    registered?.dispose();
    registered = document && isOffered ? provideFor(document, parts) : undefined;
    offered = name;
    if (registered && document?.languageId === 'markdown' && !isBehindHeadings) {
      isBehindHeadings = true;
      // VS Code starts it for the first Markdown document, and it takes a moment.
      void vscode.extensions.getExtension(renamesHeadings)?.activate().then(again, again);
    }
  };
  const again = () => offer(true);
  const offerSoon = () => {
    clearTimeout(resting);
    resting = setTimeout(() => offer(false), quiet);
  };
  const subscriptions = [
    vscode.window.onDidChangeActiveTextEditor(() => offer(false)),
    library.onDidChange(offerSoon),
    citations.onDidChange(offerSoon),
    vscode.workspace.onDidChangeTextDocument(offerSoon),
    // Of two that can rename, VS Code asks the one that came last.
    vscode.extensions.onDidChange(() => offer(true)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
      if (document.languageId === 'markdown' && selection && isOnOwnLine(document, selection.active, parts))
        offer(true);
    }),
  ];
  offer(false);
  return new vscode.Disposable(() => {
    clearTimeout(resting);
    registered?.dispose();
    for (const each of subscriptions) each.dispose();
  });
}

function provideFor({ uri, languageId }: vscode.TextDocument, parts: RenameParts): vscode.Disposable {
  const selector = { language: languageId, scheme: uri.scheme };
  return vscode.languages.registerRenameProvider(selector, {
    prepareRename(document, position) {
      const { review, range } = meantAt(document, position, parts);
      return { range, placeholder: review.id };
    },
    provideRenameEdits(document, position, name, token) {
      return renameEdits(meantAt(document, position, parts).review, name.trim(), parts, token);
    },
  });
}

interface Meant {
  readonly review: ReviewDocument;
  readonly range: vscode.Range;
}

/** The review that is to be renamed at a position. */
function meantAt(document: vscode.TextDocument, position: vscode.Position, parts: RenameParts): Meant {
  const citation = parts.citations.at(document, position);
  if (!citation) {
    const own = ownAt(document, position, parts);
    if (own) return own;
    throw new UserError(vscode.l10n.t('No id of a review stands here.'));
  }
  const { text, id, form, reviews, start } = citation;
  const [review, ...others] = reviews;
  if (!review) throw new UserError(vscode.l10n.t('There is no review {0} here.', id));
  if (others.length > 0) {
    throw new UserError(
      vscode.l10n.t('{0} reviews claim the id {1}: rename it in the one you mean.', shownCount(reviews.length), id),
    );
  }
  if (form === 'alias') {
    throw new UserError(vscode.l10n.t('This is a former id. Its review is {0} today: rename that.', id));
  }
  const isName = text.toLowerCase().startsWith(review.id.toLowerCase());
  return { review, range: toRange(document, isName ? { start, end: start + review.id.length } : citation) };
}

/** A review within itself: its id, wherever it stands, and the lines of its id and its title. */
function ownAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  { citations }: RenameParts,
): Meant | undefined {
  const { text } = document.lineAt(position.line);
  const named = nameAt(text, position.character);
  const reviews = citations.reviewsIn(document);
  const review =
    reviews.find(({ id }) => id.toLowerCase() === named?.text.toLowerCase()) ??
    reviews.find((each) => linesOf(each).includes(position.line + 1));
  if (!review) return undefined;
  const at = text.indexOf(review.id);
  const [start, end] =
    at < 0 ? [text.length - text.trimStart().length, text.trimEnd().length] : [at, at + review.id.length];
  return { review, range: new vscode.Range(position.line, start, position.line, end) };
}

function isOnOwnLine(document: vscode.TextDocument, { line }: vscode.Position, { citations }: RenameParts): boolean {
  return citations.reviewsIn(document).some((review) => linesOf(review).includes(line + 1));
}

/** 1-based lines of the id and the title, which may stand in front matter and as a heading. */
function linesOf(review: ReviewDocument): readonly (number | undefined)[] {
  const { idFrom, origins } = review;
  const isWritten = idFrom === 'frontMatter' || idFrom === 'label' || idFrom === 'heading';
  return [isWritten ? origins.id?.line : undefined, origins.title?.line, titleHeading(review)?.line];
}
