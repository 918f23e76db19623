import * as vscode from 'vscode';
import type { CitationFormat } from '../core/wording/citationFormat';
import { shortLine } from '../core/wording/shortLine';

/** How a format is called where one chooses it. */
export function formatName(format: CitationFormat, inProse: boolean): string {
  switch (format.kind) {
    case 'usual':
      return inProse ? vscode.l10n.t('Link') : vscode.l10n.t('Comment');
    case 'id':
      return vscode.l10n.t('Id Alone');
    case 'plain':
      return vscode.l10n.t('Plain Words');
    case 'footnote':
      return vscode.l10n.t('Footnote');
    case 'quote':
      return inProse ? vscode.l10n.t('Quote with Its Source') : vscode.l10n.t('Comment with a Quote');
    case 'own':
      return shortLine(format.name, 60);
  }
}

/** How a choice of VS Code is called that drops or pastes a citation in a format; without one, in the only way there is. */
export function choiceTitle(format: CitationFormat | undefined, inProse: boolean): string {
  return format ? vscode.l10n.t('Insert Citation: {0}', formatName(format, inProse)) : vscode.l10n.t('Insert Citation');
}
