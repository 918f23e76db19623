import * as vscode from 'vscode';
import type { IndexedCitation } from '../core/citations/citationIndex';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { toCitable } from '../host/citable';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { rangeInReview, targetOf, toRange } from '../host/places';
import { plainMessage } from '../host/plainMessage';
import { pickReview, showReview } from '../host/showReview';
import type { TrackedCitations } from '../host/trackedCitations';
import { waitFor } from '../host/waitFor';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import type { AnswersInPart } from './answersInPart';
import { meantAt } from './meantAt';
import { showPlaces, toLocation } from './references';

/** The most that the list waits for citations that are being looked for, in ms; then it shows those known. */
const patience = 30_000;

/**
 * The command that shows where a review is cited, in VS Code's own peek: of a row in the Library, a card, or what the editor is about. It
 * opens at a citation that the reader has before them, else at the title of the review.
 */
export function registerFindCitations(
  library: LiveLibrary,
  citations: TrackedCitations,
  workspace: WorkspaceCitations,
  inPart: AnswersInPart,
  log: Log,
): vscode.Disposable {
  const show = async (review: ReviewDocument): Promise<void> => {
    const found = workspace.of(review);
    const again = () => show(review);
    if (found.length === 0) return sayThatNoneCites(review, workspace, inPart, again);
    const { uri, position } = inView(review, citations) ?? (await atTitle(review));
    inPart.tell(again);
    await showPlaces(uri, position, onePerLine(found).map(toLocation));
  };
  return registerCommand('precedent.findCitations', log, async (what, key) => {
    const review = await reviewMeant(what, key, library, citations);
    if (!review) return;
    await waitForCitations(workspace);
    await show(review);
  });
}

/** The review of a name or row; without one, of what stands at the cursor, else the review that the editor shows. */
async function reviewMeant(
  what: unknown,
  key: unknown,
  library: LiveLibrary,
  citations: TrackedCitations,
): Promise<ReviewDocument | undefined> {
  const citable = toCitable(what, key) ?? atCursor(citations);
  if (!citable) {
    throw new UserError(vscode.l10n.t('There is no review here: open one, or put the cursor on a citation of one.'));
  }
  return (await pickReview(library, citable.citation, citable.key))?.review;
}

function atCursor(citations: TrackedCitations) {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const reviews = meantAt(document, selection.active, citations)?.reviews ?? citations.reviewsIn(document);
  const [review, ...others] = reviews;
  if (!review) return undefined;
  return { citation: review.id, ...(others.length === 0 ? { key: review.key } : {}) };
}

/** The places of citations as people count them: a line that names a review twice, as a link does by its words and its target, is one. */
function onePerLine(found: readonly IndexedCitation[]): readonly IndexedCitation[] {
  const lineOf = ({ file, citation: { line } }: IndexedCitation) => `${line} ${file}`;
  return [...new Map(found.toReversed().map((each) => [lineOf(each), each])).values()].reverse();
}

async function waitForCitations(workspace: WorkspaceCitations): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t('Looking for the places that cite it'),
  };
  if (workspace.state === 'ready') await waitFor(workspace.gather(), patience);
  else await vscode.window.withProgress(options, () => waitFor(workspace.gather(), patience));
}

function sayThatNoneCites(
  { id }: ReviewDocument,
  { state }: WorkspaceCitations,
  inPart: AnswersInPart,
  again: () => unknown,
): void {
  if (state === 'ready') {
    void vscode.window.showInformationMessage(
      plainMessage(vscode.l10n.t('Nothing in this workspace cites {0} yet.', id)),
    );
    return;
  }
  const words = vscode.l10n.t('No place that cites {0} is known yet: not all files have been searched.', id);
  inPart.tellThat(plainMessage(words), again);
}

/** A citation of the review that can be seen in the active editor. */
function inView(review: ReviewDocument, citations: TrackedCitations) {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, visibleRanges, selection } = editor;
  const ranges = citations
    .of(document)
    .filter(({ reviews }) => reviews.some(({ key, id }) => key === review.key && id === review.id))
    .map((citation) => toRange(document, citation))
    .filter((range) => visibleRanges.some((visible) => visible.contains(range)));
  const [first] = ranges;
  const range = ranges.find((each) => each.contains(selection.active)) ?? first;
  return range && { uri: document.uri, position: range.start };
}

async function atTitle(review: ReviewDocument) {
  await showReview(review, undefined);
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (!uri) throw new UserError(vscode.l10n.t('The review {0} cannot be opened.', review.id));
  return { uri, position: rangeInReview(review, targetOf(review, undefined).heading).start };
}
