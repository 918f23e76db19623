import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type CitationIndex, type IndexedCitation, reviewName } from '../../../src/core/citations/citationIndex';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { AnswersInPart } from '../../../src/editor/answersInPart';
import { referencesOf } from '../../../src/editor/references';
import { reviewText } from '../../../src/host/cardMarkdown';
import { InstalledLanguages } from '../../../src/host/installedLanguages';
import { LiveLibrary } from '../../../src/host/liveLibrary';
import type { Log } from '../../../src/host/log';
import { toKey } from '../../../src/host/places';
import { TrackedCitations } from '../../../src/host/trackedCitations';
import { WorkspaceCitations } from '../../../src/host/workspaceCitations';
import type { Gatherer } from '../../../src/indexing/gatherer';
import { indexedCitation } from '../../core/citations/indexedCitation';
import { readable } from './hoverAt';
import { eventually, fileInWorkspace, showAt } from './openDocument';

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {}, show: () => {} };

/** A search that finds one place at once, and the other when it may go on. */
class HeldSearch {
  mayGoOn = false;
  found = 0;
  readonly #places: () => readonly IndexedCitation[];

  constructor(places: () => readonly IndexedCitation[]) {
    this.#places = places;
  }

  start(index: CitationIndex): Gatherer & vscode.Disposable {
    const search = this;
    const find = (count: number) => {
      search.found = count;
      for (const each of search.#places().slice(0, count)) index.set(each.file, [each]);
    };
    return {
      get isBehind() {
        return search.found < 2;
      },
      get progress() {
        return { done: 4068 * search.found, total: 8136, skipped: 0 };
      },
      skipped: [],
      setRoots: () => {},
      setKnown: () => {},
      hint: () => {},
      lookEverywhere: () => {},
      setOpen: () => {},
      dispose: () => {},
      async run(signal, onStep) {
        find(1);
        onStep();
        while (!search.mayGoOn && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
        if (!signal.aborted) find(2);
      },
    };
  }
}

/** A message that was shown, and the way to choose one of its buttons, or to close it. */
interface Shown {
  readonly words: string;
  readonly buttons: readonly string[];
  readonly choose: (button: string | undefined) => void;
}

describe('an answer in part', () => {
  let own: vscode.Disposable[] = [];
  let tracked: TrackedCitations;
  let workspace: WorkspaceCitations;
  let review: ReviewDocument;
  let search: HeldSearch;
  let shown: Shown[];
  let inPart: AnswersInPart;

  beforeEach(async () => {
    const library = new LiveLibrary(quiet);
    const languages = new InstalledLanguages();
    tracked = new TrackedCitations(library, languages);
    search = new HeldSearch(() => ['docs/design/one.md', 'src/two.ts'].map(placeIn));
    workspace = new WorkspaceCitations(library, tracked, languages, quiet, (index) => search.start(index));
    own = [workspace, tracked, languages, library];
    await library.refresh();
    const [found] = library.library.get('INC-7');
    assert.ok(found);
    review = found;
    shown = [];
    inPart = new AnswersInPart(
      workspace,
      (words, ...buttons) => new Promise((choose) => shown.push({ words, buttons, choose })),
    );
  });
  afterEach(() => {
    for (const each of own) each.dispose();
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  function placeIn(path: string): IndexedCitation {
    const file = toKey(fileInWorkspace(path));
    return { ...indexedCitation(path, 'INC-7', { kind: 'prose' }), file, reviews: [reviewName(review)] };
  }

  async function stopInTheMiddle(): Promise<void> {
    void workspace.gather();
    await eventually(() => assert.equal(search.found, 1));
    workspace.stop();
  }

  async function references(): Promise<string[]> {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/design/waiting-room.md'));
    const position = document.positionAt(document.getText().indexOf('INC-7'));
    const { token } = new vscode.CancellationTokenSource();
    const asked = referencesOf(tracked, workspace, inPart);
    const found = await asked.provideReferences(document, position, { includeDeclaration: false }, token);
    return (found ?? []).map(({ uri }) => vscode.workspace.asRelativePath(uri, false));
  }

  it('of references has the places that are known, and says that there may be more', async () => {
    await stopInTheMiddle();
    assert.deepEqual(await references(), ['docs/design/one.md']);
    assert.deepEqual(
      shown.map(({ words, buttons }) => [words, ...buttons]),
      [
        [
          'Only 4,068 of 8,136 files were searched for citations. There may be more places than are known so far.',
          'Search the Rest',
        ],
      ],
    );
  });

  it('is not spoken of when it is whole', async () => {
    search.mayGoOn = true;
    assert.deepEqual(await references(), ['docs/design/one.md', 'src/two.ts']);
    assert.deepEqual(shown, []);
  });

  it('is spoken of once while the message is on the screen, and again after it was closed', async () => {
    await stopInTheMiddle();
    await Promise.all([references(), references(), references()]);
    assert.equal(shown.length, 1);
    shown[0]?.choose(undefined);
    await eventually(async () => {
      await references();
      assert.equal(shown.length, 2);
    });
  });

  it('is given once more, whole, for what was asked last, when somebody has the rest searched', async () => {
    await stopInTheMiddle();
    const answers: string[] = [];
    inPart.tell(() => answers.push('the first'));
    inPart.tell(() => answers.push(`the last, of ${workspace.of(review).length}`));
    search.mayGoOn = true;
    shown[0]?.choose('Search the Rest');
    await eventually(() => assert.deepEqual(answers, ['the last, of 2']));
    assert.equal(workspace.state, 'ready');
  });

  it('is offered, not shown, to a reader who has gone elsewhere meanwhile', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/design/waiting-room.md'));
    await showAt(document, new vscode.Position(0, 0));
    await stopInTheMiddle();
    let answers = 0;
    inPart.tell(() => answers++);
    shown[0]?.choose('Search the Rest');
    await eventually(() => assert.equal(workspace.state, 'gathering'));
    // Where the window of the test has no focus, nobody is anywhere, neither before nor after.
    const isSeen = vscode.window.state.focused;
    await showAt(document, new vscode.Position(2, 0));
    search.mayGoOn = true;
    if (isSeen) {
      await eventually(() => assert.deepEqual(shown[1]?.buttons, ['Show Places']));
      assert.equal(answers, 0);
      shown[1]?.choose('Show Places');
    }
    await eventually(() => assert.equal(answers, 1));
  });

  it('says while files are still being searched how far that is, and is given when that is done', async () => {
    void workspace.gather();
    await eventually(() => assert.equal(search.found, 1));
    let answers = 0;
    inPart.tell(() => answers++);
    assert.match(shown[0]?.words ?? '', /^Still searching files for citations: 4,068 of 8,136 are done\. There may be/);
    assert.deepEqual(shown[0]?.buttons, ['Show When Searched']);
    shown[0]?.choose('Show When Searched');
    search.mayGoOn = true;
    await eventually(() => assert.equal(answers, 1));
  });

  it('is marked on the card, from the beginning until all is searched, and after the search was stopped', async () => {
    const card = () => readable(reviewText(review, workspace).value);
    assert.match(card(), /Not all files have been searched for places that cite it\./);
    assert.equal(workspace.isCitedElsewhere(review), true);
    await stopInTheMiddle();
    assert.match(card(), /Cited so far: “See INC-7\.” in docs\/design\/one\.md/);
    search.mayGoOn = true;
    await workspace.gatherAgain();
    assert.match(card(), /Cited: “See INC-7\.” in docs\/design\/one\.md/);
    assert.doesNotMatch(card(), /so far|Not all files/);
  });

  it('becomes whole also when one goes on in the moment in which one has stopped', async () => {
    await stopInTheMiddle();
    search.mayGoOn = true;
    await workspace.gatherAgain();
    assert.equal(workspace.state, 'ready');
    assert.equal(workspace.isInPart, false);
  });
});
