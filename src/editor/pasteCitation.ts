import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import type { CitationEdit, CitingDocument } from '../core/wording/citationEdit';
import { citationEdits } from '../core/wording/citationEdits';
import { copiedPassage } from '../core/wording/copiedPassage';
import { namedByText } from '../core/wording/namedByText';
import { quoteEdit } from '../core/wording/quoteEdit';
import type { CitationFormats } from '../host/citationFormats';
import { citingDocument } from '../host/citing';
import type { LiveLibrary } from '../host/liveLibrary';
import { toKey } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';
import { citationKind } from './dropCitation';

/** What was copied from a review, within this window. */
const copiedMime = 'application/vnd.precedent.passage';

interface Copied {
  readonly key: string;
  readonly id: string;
  readonly passage?: string;
  readonly quote?: string;
}

/**
 * Offers, where a passage of a review or the address or path of one is pasted, to paste it as a citation. What was copied is pasted as ever;
 * ours is among VS Code's other choices.
 */
export function registerPasteCitation(
  library: LiveLibrary,
  citations: TrackedCitations,
  formats: CitationFormats,
): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(
    '*',
    {
      prepareDocumentPaste(document, ranges, data) {
        const copied = whatIsCopied(document, ranges, library);
        if (copied) data.set(copiedMime, new vscode.DataTransferItem(JSON.stringify(copied)));
      },
      async provideDocumentPasteEdits(document, ranges, data, _context, token) {
        const [range, ...others] = ranges;
        if (!range || others.length > 0) return undefined;
        const { version } = document;
        const named = await fromData(data, document, library);
        if (!named || token.isCancellationRequested || document.version !== version) return undefined;
        // A review is not cited in itself.
        if (library.library.in(toKey(document.uri)).includes(named.review)) return undefined;
        return pastes(document, range, named, { citations, formats });
      },
    },
    {
      providedPasteEditKinds: [citationKind],
      copyMimeTypes: [copiedMime],
      pasteMimeTypes: [copiedMime, 'text/plain'],
    },
  );
}

function whatIsCopied(
  document: vscode.TextDocument,
  [range, ...others]: readonly vscode.Range[],
  library: LiveLibrary,
): Copied | undefined {
  if (!range || range.isEmpty || others.length > 0) return undefined;
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  for (const review of library.library.in(toKey(document.uri))) {
    const copied = copiedPassage(review, span);
    if (copied) return { key: review.key, id: review.id, ...copied };
  }
  return undefined;
}

interface Named {
  readonly review: ReviewDocument;
  readonly passage?: string;
  readonly quote?: string;
}

async function fromData(
  data: vscode.DataTransfer,
  document: vscode.TextDocument,
  library: LiveLibrary,
): Promise<Named | undefined> {
  const copied = parsed(await data.get(copiedMime)?.asString());
  if (copied) {
    const review = library.library.in(copied.key).find(({ id }) => id === copied.id);
    if (!review) return undefined;
    const { passage, quote } = copied;
    return { review, ...(passage === undefined ? {} : { passage }), ...(quote === undefined ? {} : { quote }) };
  }
  const text = (await data.get('text/plain')?.asString()) ?? '';
  const found = namedByText(text, library.known, vscode.workspace.asRelativePath(document.uri, false));
  const [review] = found?.form === 'id' ? [] : (found?.reviews ?? reviewAt(text, library));
  return review && { review, ...(found?.passage === undefined ? {} : { passage: found.passage }) };
}

/** The review in the file that an absolute path names, as *Copy Path* gives it. */
function reviewAt(text: string, { library }: LiveLibrary): readonly ReviewDocument[] {
  const path = text.trim();
  if (path.length > 2000 || !/^(?:\/|[a-z]:[\\/])[^\r\n]*$/i.test(path)) return [];
  const all = library.in(toKey(vscode.Uri.file(path)));
  return all.length === 1 ? all : [];
}

function parsed(text: string | undefined): Copied | undefined {
  if (text === undefined || text.length > 10_000) return undefined;
  try {
    const told: unknown = JSON.parse(text);
    return isCopied(told) ? told : undefined;
  } catch {
    return undefined;
  }
}

function isCopied(told: unknown): told is Copied {
  return (
    typeof told === 'object' &&
    told !== null &&
    'key' in told &&
    typeof told.key === 'string' &&
    'id' in told &&
    typeof told.id === 'string' &&
    (!('passage' in told) || typeof told.passage === 'string') &&
    (!('quote' in told) || typeof told.quote === 'string')
  );
}

interface Tools {
  readonly citations: TrackedCitations;
  readonly formats: CitationFormats;
}

function pastes(
  document: vscode.TextDocument,
  range: vscode.Range,
  { review, passage, quote }: Named,
  { citations, formats }: Tools,
): vscode.DocumentPasteEdit[] {
  const start = document.offsetAt(range.start);
  const removed = document.offsetAt(range.end) - start;
  const whole = citingDocument(document, review, citations);
  // What is selected goes when something is pasted over it.
  const citing: CitingDocument =
    removed === 0
      ? whole
      : { ...whole, citations: [], text: whole.text.slice(0, start) + whole.text.slice(start + removed) };
  const offered: (readonly [title: string, edits: readonly CitationEdit[] | undefined])[] = [];
  if (quote !== undefined) {
    const edit = quoteEdit(review, passage, citing, start, quote);
    offered.push([vscode.l10n.t('Paste as Citation with the Quote'), edit && [edit]]);
  }
  offered.push([
    vscode.l10n.t('Paste as Citation'),
    citationEdits(review, passage, citing, start, formats.current(document)),
  ]);
  return offered.flatMap(([title, edits]) => (edits ? [toPaste(title, edits)] : []));

  function toPaste(title: string, edits: readonly CitationEdit[]): vscode.DocumentPasteEdit {
    const [here, ...elsewhere] = edits[0]?.offset === start ? edits : [undefined, ...edits];
    const paste = new vscode.DocumentPasteEdit(here?.text ?? '', title, citationKind);
    paste.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    if (elsewhere.length === 0) return paste;
    paste.additionalEdit = new vscode.WorkspaceEdit();
    for (const edit of elsewhere) {
      if (!edit) continue;
      const at = document.positionAt(edit.offset > start ? edit.offset + removed : edit.offset);
      paste.additionalEdit.insert(document.uri, at, edit.text);
    }
    return paste;
  }
}
