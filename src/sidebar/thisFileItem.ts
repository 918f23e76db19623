import * as vscode from 'vscode';
import type { FileGroupKind } from '../core/learning/thisFile';
import type { ReviewDocument } from '../core/reviews/review';
import { escapeIcons } from '../core/wording/escapeIcons';
import { escapeMarkdown } from '../core/wording/escapeMarkdown';
import { fileReasonSentence, fileReasonWords } from '../core/wording/fileReasonWords';
import { shortLine } from '../core/wording/shortLine';
import { reviewText } from '../host/cardMarkdown';
import { toUri } from '../host/places';
import { beginsWithId, shortDescription } from './shortDescription';
import type { FileEntryNode, FileGroupNode, MoreEntriesNode, ThisFileNode } from './thisFileNode';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How a row of This File looks, and what a click on it opens. */
export function thisFileItem(node: ThisFileNode, isFolded: (group: FileGroupKind) => boolean): vscode.TreeItem {
  const item =
    node.kind === 'group' ? groupItem(node, isFolded) : node.kind === 'more' ? moreItem(node) : entryItem(node);
  item.id = node.id;
  return item;
}

/** The card of the review, below why it is here. */
export function thisFileTooltip({ entry }: FileEntryNode): vscode.MarkdownString {
  const why = entry.reasons.map((reason) => escapeMarkdown(fileReasonSentence(reason))).join('  \n');
  if (!entry.review) return new vscode.MarkdownString(`${why}\n\n${escapeMarkdown(noSuchReview())}`);
  return new vscode.MarkdownString(`${why}\n\n---\n\n${reviewText(entry.review).value}`);
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
  const item = new vscode.TreeItem(vscode.l10n.t('Show more ({0} left)', parent.entries.length - parent.shown), None);
  item.contextValue = 'more';
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  return item;
}

function entryItem(node: FileEntryNode): vscode.TreeItem {
  const { entry, parent } = node;
  const why = entry.reasons.map((reason) => safe(fileReasonWords(reason))).join(' · ');
  const { review } = entry;
  if (!review) {
    const item = new vscode.TreeItem(safe(entry.id), None);
    item.contextValue = 'unknown';
    item.description = `${why} · ${noSuchReview()}`;
    item.iconPath = new vscode.ThemeIcon('question');
    item.accessibilityInformation = { label: [safe(entry.id), noSuchReview(), why].join(', ') };
    item.command = {
      command: 'precedent.goToReason',
      title: vscode.l10n.t('Go to Where It Says So'),
      arguments: [node],
    };
    return item;
  }
  const title = safe(review.title || review.id);
  const item = new vscode.TreeItem(beginsWithId(review) ? `${safe(review.id)} ${title}` : title, None);
  item.contextValue = parent.group;
  item.description = why;
  item.iconPath = new vscode.ThemeIcon(review.isDraft ? 'edit' : 'book');
  item.accessibilityInformation = {
    label: [title, safe(shortDescription(review)), why].filter((part) => part !== '').join(', '),
  };
  item.command = open(node, review);
  return item;
}

/** A review that names the file or cites this one opens at these words; the others where their reader left them. */
function open({ entry, isAlone }: FileEntryNode, review: ReviewDocument): vscode.Command {
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
