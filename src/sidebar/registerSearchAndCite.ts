import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { citationName } from '../core/wording/citationName';
import { toCitable } from '../host/citable';
import type { CitationFormats } from '../host/citationFormats';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { toKey } from '../host/places';
import { pickReview, showReview } from '../host/showReview';
import type { TrackedCitations } from '../host/trackedCitations';
import { currentFormatName, pickFormat } from './formatPicker';
import { copyToClipboard, insertCitation } from './insertCitation';
import type { Shown } from './previewTab';
import { type CiteOptions, pickFromLibrary } from './reviewPicker';
import { isWritable, placeIn, type WritingPlace, type WritingPlaces } from './writingPlace';

/** What searching and citing stand on. */
export interface CiteParts {
  readonly library: LiveLibrary;
  readonly citations: TrackedCitations;
  readonly formats: CitationFormats;
  readonly places: WritingPlaces;
  readonly log: Log;
}

/** The commands that search and cite: by choosing in a list, from a row of the Library, and onto the clipboard. */
export function registerSearchAndCite({ library, citations, formats, places, log }: CiteParts): vscode.Disposable {
  const chooseFormat = (place: WritingPlace, shown: Shown | undefined) =>
    pickFormat({ ...cursorOf(place), shown }, formats, citations);
  const choose = async (purpose: 'open' | 'cite', place: WritingPlace | undefined) => {
    const cite: CiteOptions = {
      formatName: () => place && currentFormatName(cursorOf(place), formats, citations),
      chooseFormat: async (shown) => (place ? chooseFormat(place, shown) : undefined),
    };
    const choice = await pickFromLibrary(library, library.search, purpose === 'cite' ? cite : undefined);
    if (!choice) return;
    const { shown, action } = choice;
    if (action === 'cite') await insertCitation(place, shown, citations, formats);
    else {
      const { review, passage, line } = shown;
      await showReview(review, passage, { beside: action === 'openBeside', ...(line === undefined ? {} : { line }) });
    }
  };
  return vscode.Disposable.from(
    registerCommand('precedent.search', log, () => choose('open', places.last())),
    registerCommand('precedent.cite', log, () => choose('cite', placeNow())),
    registerCommand('precedent.citeReview', log, async (what) => {
      const place = places.last();
      const shown = await reviewOf(what, library);
      if (shown) await insertCitation(place, shown, citations, formats);
    }),
    registerCommand('precedent.chooseCitationFormat', log, async () => {
      const place = placeNow();
      if (!place) throw new UserError(vscode.l10n.t('Open the document in which you want to cite first.'));
      const [review] = library.library.reviews;
      await chooseFormat(place, review && { review });
    }),
    registerCommand('precedent.copyCitation', log, async (what) => {
      const shown = await reviewOf(what ?? nameAtCursor(library, citations), library);
      if (shown) await copyToClipboard(shown, vscode.l10n.t('Citation of {0} copied', shown.review.id));
    }),
  );
}

/** Where the first cursor of a place stands. */
function cursorOf({ document, selections }: WritingPlace) {
  return { document, position: selections[0]?.active ?? new vscode.Position(0, 0) };
}

/** The cursors of the editor one is in; nothing where one cannot write there. */
function placeNow(): WritingPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && isWritable(editor.document) ? placeIn(editor) : undefined;
}

/** The review that a command was given, as a name or a row of the Library. */
async function reviewOf(what: unknown, library: LiveLibrary): ReturnType<typeof pickReview> {
  const citable = toCitable(what);
  if (!citable) {
    throw new UserError(vscode.l10n.t('There is no review here: open one, or put the cursor on a citation of one.'));
  }
  return pickReview(library, citable.citation, citable.key);
}

/** What the editor is about: the citation at its cursor, or else the review it shows. */
function nameAtCursor(library: LiveLibrary, citations: TrackedCitations): unknown {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const citation = citations.at(document, selection.active);
  if (citation && citation.reviews.length > 0) return citationName(citation.id, citation.passage);
  const review = library.library.in(toKey(document.uri))[0];
  return review && { citation: review.id, key: review.key };
}
