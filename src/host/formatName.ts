import * as vscode from 'vscode';
import type { CitationFormat, UsualForm } from '../core/wording/citationFormat';
import { shortLine } from '../core/wording/shortLine';

/** How a format is called where one chooses it. */
export function formatName(format: CitationFormat, usual: UsualForm): string {
  switch (format.kind) {
    case 'usual':
      return usualName(usual);
    case 'id':
      return vscode.l10n.t('Id Alone');
    case 'plain':
      return vscode.l10n.t('Plain Words');
    case 'footnote':
      return vscode.l10n.t('Footnote');
    case 'quote':
      return usual === 'comment' ? vscode.l10n.t('Comment with a Quote') : vscode.l10n.t('Quote with Its Source');
    case 'own':
      return shortLine(format.name, 60);
  }
}

function usualName(form: UsualForm): string {
  switch (form) {
    case 'link':
      return vscode.l10n.t('Link');
    case 'words':
      return vscode.l10n.t('Id and Title');
    case 'comment':
      return vscode.l10n.t('Comment');
    case 'drawing':
      return vscode.l10n.t('Label or Comment');
  }
}

/** How a choice of VS Code is called that drops or pastes a citation in a format; without one, in the only way there is. */
export function choiceTitle(format: CitationFormat | undefined, usual: UsualForm): string {
  return format ? vscode.l10n.t('Insert Citation: {0}', formatName(format, usual)) : vscode.l10n.t('Insert Citation');
}
