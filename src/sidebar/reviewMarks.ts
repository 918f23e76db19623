import * as vscode from 'vscode';
import type { ReviewNode } from './libraryNode';

/** What a reader's own memory says of reviews. */
export interface ReviewMarks {
  isRead(id: string): boolean;
  /** By the key of its file: whether it came since the reader was last here. */
  isNew(key: string): boolean;
}

/** Of a reader about whom nothing is remembered. */
export const noMarks: ReviewMarks = { isRead: () => false, isNew: () => false };

/** The row of a review with what its reader should see at a glance: that it is new, or, quietly, that they have read it. */
export function marked(item: vscode.TreeItem, { review }: ReviewNode, marks: ReviewMarks): vscode.TreeItem {
  const says = (word: string) => {
    const label = item.accessibilityInformation?.label;
    if (label !== undefined) item.accessibilityInformation = { label: `${label}, ${word}` };
  };
  if (marks.isRead(review.id)) {
    item.iconPath = new vscode.ThemeIcon('book', new vscode.ThemeColor('disabledForeground'));
    says(vscode.l10n.t('read'));
  } else if (marks.isNew(review.key)) {
    const word = vscode.l10n.t('new');
    item.description = [word, item.description].filter((part) => part !== '' && part !== undefined).join(' · ');
    says(word);
  }
  return item;
}
