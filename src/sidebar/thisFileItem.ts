import * as vscode from 'vscode';
import type { FileEntry, FileGroupKind } from '../core/learning/thisFile';
import type { ReviewDocument } from '../core/reviews/review';
import { escapeIcons } from '../core/wording/escapeIcons';
import { escapeMarkdown } from '../core/wording/escapeMarkdown';
import { fileReasonSentence, fileReasonWords } from '../core/wording/fileReasonWords';
import { shortLine } from '../core/wording/shortLine';
import { type CitedPlaces, reviewText } from '../host/cardMarkdown';
import { toUri } from '../host/places';
import { shownCount } from '../host/shownCount';
import { showing } from './goToReason';
import { isInNotebook, reasonPlace } from './reasonPlace';
import { beginsWithId, shortDate, shortDescription } from './shortDescription';
import type { FileEntryNode, FileGroupNode, FileReasonNode, MoreEntriesNode, ThisFileNode } from './thisFileNode';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How a row of This File looks, and what a click on it opens. */
export function thisFileItem(node: ThisFileNode, isFolded: (group: FileGroupKind) => boolean): vscode.TreeItem {
  const item = itemOf(node, isFolded);
  item.id = node.id;
  return item;
}

function itemOf(node: ThisFileNode, isFolded: (group: FileGroupKind) => boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node, isFolded);
    case 'entry':
      return entryItem(node);
    case 'reason':
      return reasonItem(node);
    case 'more':
      return moreItem(node);
  }
}

/** The card of the review, below why it is here. */
export function thisFileTooltip({ entry }: FileEntryNode, citations: CitedPlaces): vscode.MarkdownString {
  const why = entry.reasons.map((reason) => escapeMarkdown(fileReasonSentence(reason))).join('  \n');
  if (!entry.review) return new vscode.MarkdownString(`${why}\n\n${escapeMarkdown(noSuchReview())}`);
  return new vscode.MarkdownString(`${why}\n\n---\n\n${reviewText(entry.review, citations).value}`);
}

function groupItem({ group }: FileGroupNode, isFolded: (group: FileGroupKind) => boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabels()[group], isFolded(group) ? Collapsed : Expanded);
  item.contextValue = 'group';
  return item;
}

function groupLabels(): Readonly<Record<FileGroupKind, string>> {
  return {
    cited: vscode.l10n.t('Cited here'),
    mentioned: vscode.l10n.t('Mentioned, not cited yet'),
    named: vscode.l10n.t('Reviews that name this file'),
    nearby: vscode.l10n.t('Cited nearby'),
    service: vscode.l10n.t('Same service'),
  };
}

function moreItem({ parent }: MoreEntriesNode): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t('Show more ({0} left)', shownCount(parent.entries.length - parent.shown)),
    None,
  );
  item.contextValue = 'more';
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  return item;
}

function entryItem({ entry, parent, isAlone }: FileEntryNode): vscode.TreeItem {
  const { review } = entry;
  const why = entry.reasons.map((reason) => safe(fileReasonWords(reason))).join(', ');
  const begins = review !== undefined && beginsWithId(review);
  const title = safe(review ? review.title || review.id : entry.id);
  const item = new vscode.TreeItem(begins ? `${safe(review.id)} ${title}` : title, Expanded);
  item.contextValue = review ? parent.group : 'unknown';
  const about = review ? safe(begins ? shortDate(review) : shortDescription(review)) : noSuchReview();
  item.description = about;
  item.iconPath = new vscode.ThemeIcon(review ? (review.isDraft ? 'edit' : 'book') : 'question');
  const spoken = review ? safe(shortDescription(review)) : about;
  item.accessibilityInformation = { label: [title, spoken, why].filter((part) => part !== '').join(', ') };
  if (review) item.command = open(entry, review, isAlone);
  return item;
}

function reasonItem(node: FileReasonNode): vscode.TreeItem {
  const { reason, parent } = node;
  const words = safe(fileReasonWords(reason));
  // Words beside an empty label are drawn as what they are: a remark on the row above.
  const item = new vscode.TreeItem('', None);
  item.description = words;
  item.contextValue = parent.entry.review ? `reason-${reason.kind}` : 'reason-unknown';
  item.tooltip = safe(fileReasonSentence(reason));
  item.accessibilityInformation = { label: words };
  const place = reasonPlace(node);
  if (place && isInNotebook(place)) {
    item.command = {
      command: 'precedent.goToReason',
      title: vscode.l10n.t('Go to Where It Says So'),
      arguments: [node],
    };
  } else if (place) {
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [place.uri, showing(place)] };
  }
  return item;
}

/** A review that names the file or cites this one opens at these words; the others where their reader left them. */
function open(entry: FileEntry, review: ReviewDocument, isAlone: boolean): vscode.Command {
  const [reason] = entry.reasons;
  const line =
    reason.kind === 'named' || reason.kind === 'cites' ? reason.line : isAlone ? undefined : review.origins.title?.line;
  const options = line === undefined ? [] : [{ selection: new vscode.Range(line - 1, 0, line - 1, 0) }];
  // VS Code's own command knows whether a row was clicked once, twice or with Ctrl.
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [toUri(review.key), ...options] };
}

function noSuchReview(): string {
  return vscode.l10n.t('no review has this id');
}

function safe(text: string): string {
  return escapeIcons(shortLine(text, 300));
}
