import * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import type { ReviewDocument } from '../core/reviews/review';
import { type Card, card, unknownCard } from '../core/wording/card';
import { cardMarkdown } from '../core/wording/cardMarkdown';
import { citationName } from '../core/wording/citationName';
import { commandLink } from './commands';
import type { LiveLibrary } from './liveLibrary';
import { toUri } from './places';
import { setting } from './settings';

/** The commands that a card's own line may run, and no others. */
const enabledCommands = ['precedent.openReview', 'precedent.openReviewBeside', 'precedent.copyCitation'];

/**
 * The card of a review as Markdown, for hovers and tooltips: what the review says, without trust, then our own line of actions.
 *
 * The text comes from a review and may run nothing; only the line of actions may run our commands.
 */
export function reviewMarkdown(review: ReviewDocument, passage?: string): vscode.MarkdownString[] {
  const shown = card(review, {
    sections: setting('precedent.hover.sections'),
    citedBy: [],
    ...(passage === undefined ? {} : { passage }),
  });
  return [...untrusted(shown, review), actions(review, passage)];
}

/** The card of what a citation names: each review that claims the id, or that there is none and what is closest. */
export function citationMarkdown(citation: FoundCitation, library: LiveLibrary): vscode.MarkdownString[] {
  if (citation.reviews.length > 0)
    return citation.reviews.flatMap((review) => reviewMarkdown(review, citation.passage));
  if (library.state === 'indexing' || library.state === 'searching') {
    return [new vscode.MarkdownString(vscode.l10n.t('Precedent · reading the reviews…'))];
  }
  const closest = library.known.closest(citation.id, 3);
  const searched = library.library.sources.map(({ path }) => path);
  return [new vscode.MarkdownString(cardMarkdown(unknownCard(citation, closest, searched)))];
}

function untrusted(shown: Card, review: ReviewDocument): vscode.MarkdownString[] {
  const text = new vscode.MarkdownString(cardMarkdown(shown));
  if (!shown.image) return [text];
  const image = imageUri(shown.image.path, review);
  return image ? [text, new vscode.MarkdownString(`![](${image.toString()}|height=160)`)] : [text];
}

/** Where an image of the review is; the core has made sure that it lies inside the source. */
function imageUri(path: string, review: ReviewDocument): vscode.Uri | undefined {
  const ups = review.path.split('/').length - 1;
  return vscode.Uri.joinPath(toUri(review.key), '..', '../'.repeat(ups), path);
}

function actions(review: ReviewDocument, passage: string | undefined): vscode.MarkdownString {
  const name = citationName(review.id, passage);
  const link = (label: string, target: string) => `[${label}](${target})`;
  const line = [
    link(vscode.l10n.t('Open'), commandLink('precedent.openReview', name, review.key)),
    link(vscode.l10n.t('Beside'), commandLink('precedent.openReviewBeside', name, review.key)),
    link(vscode.l10n.t('Copy citation'), commandLink('precedent.copyCitation', name)),
  ].join(' · ');
  const text = new vscode.MarkdownString(line);
  text.isTrusted = { enabledCommands };
  return text;
}
