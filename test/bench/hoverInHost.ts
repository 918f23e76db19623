// Runs inside VS Code's extension host on a workspace with 10,000 reviews. Prints one marked line of JSON, times in ms.
import * as vscode from 'vscode';
import { LensProvider } from '../../src/editor/lens';
import type { Api } from '../../src/extension';
import { citationMarkdown } from '../../src/host/cardMarkdown';
import { InstalledLanguages } from '../../src/host/installedLanguages';
import { LiveLibrary } from '../../src/host/liveLibrary';
import { toRange } from '../../src/host/places';
import { ReadAhead } from '../../src/host/readAhead';
import { TrackedCitations } from '../../src/host/trackedCitations';
import { WorkspaceCitations } from '../../src/host/workspaceCitations';

const hovers = 200;

/** ms between two hovers: nobody rests the pointer sooner, and VS Code uses the time as it does while a person reads. */
const between = 20;

/** VS Code calls this. Measures our provider's own code, and round trips to it and to an empty one in turn. */
export async function run(): Promise<void> {
  const log = { info: () => {}, warn: () => {}, error: () => {}, show: () => {} };
  const library = new LiveLibrary(log);
  await library.refresh();
  const languages = new InstalledLanguages();
  const citations = new TrackedCitations(library, languages);
  const workspace = new WorkspaceCitations(library, citations, languages, log);
  await workspace.gather();
  const ahead = new ReadAhead(library, citations);
  const lenses = new LensProvider(library, citations);
  const figures: Record<string, unknown> = { reviews: library.library.reviews.length };
  for (const lines of [500, 10_000]) {
    const document = await vscode.workspace.openTextDocument({ language: 'c', content: code(lines) });
    await vscode.window.showTextDocument(document);
    // What the extension does of itself when a document comes into view; no pointer rests before.
    await ahead.read();
    figures[`code${lines}`] = await providerTimes(document, library, citations, workspace);
    figures[`lenses${lines}`] = await lensTimes(document, lenses);
  }
  figures.trips = await roundTrips();
  console.log(`@@bench ${JSON.stringify(figures)}`);
}

/** C with a citation in every 25th line. */
function code(lines: number): string {
  return Array.from({ length: lines }, (_, at) =>
    at % 25 === 0 ? `// keep the guard, see INC-${1 + ((at * 7) % 10_000)}` : `int value_${at} = ${at}; /* plain */`,
  ).join('\n');
}

/** The first is the first hover of all in this document. */
async function providerTimes(
  document: vscode.TextDocument,
  library: LiveLibrary,
  citations: TrackedCitations,
  workspace: WorkspaceCitations,
): Promise<number[]> {
  const here = { uri: document.uri, isReported: false, asItWas: async () => undefined };
  const times: number[] = [];
  for (let at = 0; at < hovers; at++) {
    const line = ((at * 25) % document.lineCount) - (((at * 25) % document.lineCount) % 25);
    const position = new vscode.Position(line, 'keep the guard, see INC'.length + 3);
    await new Promise((resolve) => setTimeout(resolve, between));
    const begun = performance.now();
    const citation = citations.at(document, position);
    if (!citation) throw new Error(`There is no citation in line ${line + 1}.`);
    new vscode.Hover(await citationMarkdown(citation, library, workspace, here), toRange(document, citation));
    times.push(performance.now() - begun);
  }
  return times;
}

/** Of each, a character was typed in the document before: what is known of its lines is another then. */
async function lensTimes(document: vscode.TextDocument, lenses: LensProvider): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < hovers; at++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1 + ((at * 7) % (document.lineCount - 1)), 0), ' ');
    await vscode.workspace.applyEdit(edit);
    const begun = performance.now();
    const found = lenses.provideCodeLenses(document);
    times.push(performance.now() - begun);
    if (found.length === 0) throw new Error('There are no lenses.');
  }
  return times;
}

/**
 * `vscode.executeHoverProvider` where the extension's own provider answers with a card, and where it has nothing to say and an
 * empty one answers.
 */
async function roundTrips() {
  await vscode.extensions
    .getExtension<Api>('precedent.precedent')
    ?.activate()
    .then(({ ready }) => ready);
  const uri = async (language: string) =>
    (await vscode.workspace.openTextDocument({ language, content: code(500) })).uri;
  const [ours, empty] = [await uri('c'), await uri('plaintext')];
  const provider = vscode.languages.registerHoverProvider('plaintext', { provideHover: () => new vscode.Hover('x') });
  const trips: { ours: number[]; empty: number[] } = { ours: [], empty: [] };
  const trip = async (target: vscode.Uri, position: vscode.Position) => {
    const begun = performance.now();
    const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', target, position);
    if (found.length !== 1) throw new Error(`${found.length} hovers answered in ${target}.`);
    return performance.now() - begun;
  };
  for (let at = 0; at < hovers; at++) {
    trips.ours.push(await trip(ours, new vscode.Position(0, 25)));
    trips.empty.push(await trip(empty, new vscode.Position(1, 5)));
  }
  provider.dispose();
  return trips;
}
