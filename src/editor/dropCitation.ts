import * as vscode from 'vscode';
import { type Cited, citationChoices } from '../core/wording/citationChoices';
import { usualForm } from '../core/wording/citationFormat';
import type { CitationFormats } from '../host/citationFormats';
import { citingDocument } from '../host/citing';
import { type DraggedReview, draggedMime, getDragged } from '../host/dragged';
import { choiceTitle } from '../host/formatName';
import type { LiveLibrary } from '../host/liveLibrary';
import type { TrackedCitations } from '../host/trackedCitations';

/** The kind by which settings and other providers know our edits. */
export const citationKind = vscode.DocumentDropOrPasteEditKind.Empty.append('precedent', 'citation');

/**
 * Languages for which VS Code has a drop of its own that would come first: with one of them named, ours is as near to the document, and VS
 * Code prefers what users have installed.
 */
const named = ['markdown', 'css', 'scss', 'less', 'html', 'restructuredtext', 'asciidoc'];

/** Makes citations of rows of our trees that are dropped into text (while Shift is held), in each format that the place takes. */
export function registerDropCitation(
  library: LiveLibrary,
  citations: TrackedCitations,
  formats: CitationFormats,
): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(
    [...named.map((language) => ({ language })), { language: '*' }],
    {
      async provideDocumentDropEdits(document, position, data, token) {
        const { version } = document;
        const [first, ...others] = await getDragged(data, library);
        if (!first || token.isCancellationRequested || document.version !== version) return undefined;
        const citing = citingDocument(document, first.review, citations);
        const { formats: own } = formats.own(document);
        const choices = citationChoices([toCited(first), ...others.map(toCited)], citing, document.offsetAt(position), {
          preferred: formats.current(document),
          own,
        });
        const usual = usualForm(citing, document.offsetAt(position));
        return choices.map(({ format, edits }) => {
          const [here, ...elsewhere] = edits[0]?.offset === document.offsetAt(position) ? edits : [undefined, ...edits];
          const title = choiceTitle(format, usual);
          const drop = new vscode.DocumentDropEdit(here?.text ?? '', title, citationKind);
          if (elsewhere.length > 0) {
            drop.additionalEdit = new vscode.WorkspaceEdit();
            for (const edit of elsewhere) {
              if (edit) drop.additionalEdit.insert(document.uri, document.positionAt(edit.offset), edit.text);
            }
          }
          return drop;
        });
      },
    },
    { dropMimeTypes: [draggedMime], providedDropEditKinds: [citationKind] },
  );
}

function toCited({ review, passage, material: path }: DraggedReview): Cited {
  const material = path === undefined ? undefined : review.materials.find((each) => each.path === path);
  return { review, ...(passage === undefined ? {} : { passage }), ...(material ? { material } : {}) };
}
