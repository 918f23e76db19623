import * as vscode from 'vscode';
import { inFormat } from '../core/wording/citationEdits';
import { type CitationFormat, formatKey, formatsAt, usualForm, usualFormat } from '../core/wording/citationFormat';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { CitationFormats } from '../host/citationFormats';
import { citingDocument } from '../host/citing';
import { formatName } from '../host/formatName';
import type { TrackedCitations } from '../host/trackedCitations';
import type { Shown } from './previewTab';

interface Item extends vscode.QuickPickItem {
  readonly format?: CitationFormat;
}

/** What the choice of a format is made for. */
export interface FormatPlace {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  /** A review to show each format with. */
  readonly shown: Shown | undefined;
}

/**
 * Lets the user choose in which form citations are written in documents of this language; it is remembered for the language. Each form is
 * shown as it would be written here. Nothing where nothing was chosen.
 */
export async function pickFormat(
  { document, position, shown }: FormatPlace,
  formats: CitationFormats,
  citations: TrackedCitations,
): Promise<CitationFormat | undefined> {
  const { formats: own, broken } = formats.own(document);
  const citing = shown && citingDocument(document, shown.review, citations);
  const plain = { text: document.getText(), languageId: document.languageId, language: citations.languageOf(document) };
  const offset = document.offsetAt(position);
  const usual = usualForm(citing ?? plain, offset);
  const current = formatKey(formats.current(document));
  const items: Item[] = formatsAt(citing ?? plain, offset, own).map((format) => {
    const edits = citing && shown && inFormat(shown.review, shown.passage, citing, offset, format);
    const sample = edits?.map(({ text }) => text.trim()).join(' … ');
    return {
      format,
      label: escapeIcons(formatName(format, usual)),
      ...(formatKey(format) === current ? { description: vscode.l10n.t('used now') } : {}),
      ...(sample === undefined ? {} : { detail: escapeIcons(shortLine(sample.replace(/\s*[\r\n]+\s*/g, ' ⏎ '), 200)) }),
    };
  });
  const wrong: Item[] = broken.map(({ name, problem }) => ({
    label: `$(warning) ${escapeIcons(shortLine(name, 60))}`,
    detail: escapeIcons(shortLine(problem, 240)),
    description: vscode.l10n.t('cannot be used: open settings'),
  }));
  const chosen = await vscode.window.showQuickPick([...items, ...wrong], {
    title: vscode.l10n.t('How Citations Are Written in {0}', document.languageId),
    placeHolder: vscode.l10n.t('Remembered for this language'),
    matchOnDetail: true,
  });
  if (chosen && !chosen.format) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'precedent.citation.formats');
  }
  if (chosen?.format) await formats.choose(document, chosen.format);
  return chosen?.format;
}

/** The name of the format that is used now at a place. */
export function currentFormatName(
  { document, position }: Omit<FormatPlace, 'shown'>,
  formats: CitationFormats,
  citations: TrackedCitations,
): string {
  const place = {
    text: document.getText(),
    languageId: document.languageId,
    language: citations.languageOf(document),
    ...(document.isUntitled ? {} : { fromPath: document.uri.path }),
  };
  const offset = document.offsetAt(position);
  const current = formats.current(document);
  const isOffered = formatsAt(place, offset, [current]).some((format) => formatKey(format) === formatKey(current));
  return formatName(isOffered ? current : usualFormat, usualForm(place, offset));
}
