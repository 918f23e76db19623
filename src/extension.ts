import type { MarkdownIt } from 'markdown-it';
import type * as vscode from 'vscode';
import { registerAgentTools } from './agents/languageModel/registerAgentTools';
import { registerMcpServer } from './agents/languageModel/registerMcpServer';
import { registerAddTheWhy } from './editor/addTheWhy';
import { AnswersInPart } from './editor/answersInPart';
import { registerChoosePassage } from './editor/choosePassage';
import { registerCompletion } from './editor/completion';
import { registerDefinition } from './editor/definition';
import { registerDiagnostics } from './editor/diagnostics';
import { registerDropCitation } from './editor/dropCitation';
import { registerFindCitations } from './editor/findCitations';
import { FindingsPage } from './editor/findingsPage';
import { registerHover } from './editor/hover';
import { registerInlayTitles } from './editor/inlayTitles';
import { registerLastCitation } from './editor/lastCitation';
import { registerLens } from './editor/lens';
import { registerLinkCitation } from './editor/linkCitation';
import { registerMentions } from './editor/mentions';
import { registerOpenAsOf } from './editor/openAsOf';
import { registerOpenReview } from './editor/openReview';
import { registerPasteCitation } from './editor/pasteCitation';
import { registerPastIncidents } from './editor/pastIncidents';
import { registerQuickFixes } from './editor/quickFixes';
import { registerReferences } from './editor/references';
import { registerRename } from './editor/rename';
import { registerShowReviewAtCursor } from './editor/showReviewAtCursor';
import { registerTitleLens } from './editor/titleLens';
import { registerToggleCodeLens } from './editor/toggleCodeLens';
import { registerWhyNoHover } from './editor/whyNoHover';
import { registerWorkspaceSymbols } from './editor/workspaceSymbols';
import { type LibraryApi, libraryApi } from './host/api';
import { CitationFormats } from './host/citationFormats';
import { CodeThen } from './host/codeThen';
import { registerCommand, runCommand } from './host/commands';
import { trackContextKeys } from './host/contextKeys';
import { InstalledLanguages } from './host/installedLanguages';
import { LetGo } from './host/letGo';
import { LiveLibrary } from './host/liveLibrary';
import { LiveMentions } from './host/liveMentions';
import { LivePaths } from './host/livePaths';
import { createLog } from './host/log';
import { MarginNotes } from './host/marginNotes';
import { NotMentions } from './host/notMentions';
import { LibraryForPreview } from './host/previewLibrary';
import { ReadAhead } from './host/readAhead';
import { ReaderMemory } from './host/readerMemory';
import { refreshPreview } from './host/refreshPreview';
import { registerIndexing } from './host/registerIndexing';
import type { StandingTree } from './host/standingTree';
import { gatherInThread } from './host/startGatherer';
import { createStatusItem } from './host/statusItem';
import { TrackedCitations } from './host/trackedCitations';
import { WorkspaceCitations } from './host/workspaceCitations';
import { restBetweenSlices } from './indexing/pace';
import { workerLook } from './indexing/workerLook';
import { CitationPreview } from './preview/citationPreview';
import { DismissedHere } from './sidebar/dismissedHere';
import type { LibraryNode } from './sidebar/libraryNode';
import { registerCompanion } from './sidebar/registerCompanion';
import { registerLibrary } from './sidebar/registerLibrary';
import { registerPaths } from './sidebar/registerPaths';
import { registerSearchAndCite } from './sidebar/registerSearchAndCite';
import { registerThisFile } from './sidebar/registerThisFile';
import { WritingPlaces } from './sidebar/writingPlace';
import { registerSignals } from './signals/registerSignals';
import { registerStory, type Stories } from './story/registerStory';

/** Views and lenses that are on the screen come before the search of the workspace, in ms. */
const msBeforeGathering = 1000;

/** What takes long here is done beside threads that do most of it, so it need not hurry, in ms. Where there are none, it does all of it. */
const msOfRest = 4;

/** What other extensions, and our own tests, get from us. */
export interface Api extends LibraryApi {
  /** Teaches the Markdown preview to show what citations mean; VS Code calls it. */
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/** The extension as a whole: what others get of it, and what VS Code hands to its stories. */
export interface Composed extends Api {
  readonly stories: Stories;
}

/** Composes the extension: the library, what follows open documents, and each thing the editor shows. `start.ts` calls it. */
export function compose(context: vscode.ExtensionContext, libraryView: StandingTree<LibraryNode>): Composed {
  if (workerLook) restBetweenSlices(msOfRest);
  const log = createLog();
  const storage = context.storageUri?.scheme === 'file' ? context.storageUri.fsPath : undefined;
  const library = new LiveLibrary(log, workerLook?.(context.asAbsolutePath('dist/libraryWorker.js'), storage));
  const languages = new InstalledLanguages();
  const citations = new TrackedCitations(library, languages);
  const workspaceCitations = new WorkspaceCitations(
    library,
    citations,
    languages,
    log,
    gatherInThread(context.extensionUri, log),
  );
  const inPart = new AnswersInPart(workspaceCitations);
  const codeThen = new CodeThen();
  const preview = new CitationPreview(new LibraryForPreview(library, workspaceCitations));
  const memory = new ReaderMemory(context.workspaceState);
  const formats = new CitationFormats(context.globalState);
  const not = new NotMentions(context.workspaceState);
  const mentions = new LiveMentions(library, citations, not);
  const places = new WritingPlaces(library);
  const paths = new LivePaths(library, workspaceCitations, memory);
  const notes = new MarginNotes(context.workspaceState);
  const stories = registerStory({
    library,
    citations: workspaceCitations,
    paths,
    memory,
    notes,
    extensionUri: context.extensionUri,
    log,
  });
  context.subscriptions.push(
    memory,
    notes,
    registerPaths({
      library,
      citations: workspaceCitations,
      paths,
      memory,
      log,
      read: (citation, key) => stories.walk(citation, key),
    }),
    workspaceCitations,
    log,
    library,
    languages,
    citations,
    new ReadAhead(library, citations),
    trackContextKeys(library, workspaceCitations),
    createStatusItem(library, workspaceCitations, paths),
    registerHover(library, citations, workspaceCitations, codeThen),
    registerLens(library, citations),
    registerTitleLens(library, citations, workspaceCitations),
    registerDefinition(citations),
    registerReferences(citations, workspaceCitations, inPart),
    registerFindCitations(library, citations, workspaceCitations, inPart, log),
    registerCompletion(library, citations, workspaceCitations),
    registerAddTheWhy(citations),
    registerInlayTitles(citations, workspaceCitations),
    registerRename({ library, citations, workspaceCitations }),
    registerLastCitation({ library, citations, workspaceCitations, letGo: new LetGo(context.workspaceState), log }),
    registerDiagnostics(library, citations, new FindingsPage(context.extensionUri)),
    registerQuickFixes(library, citations),
    not,
    registerMentions({ library, citations, mentions, not, log }),
    registerLinkCitation(citations),
    registerDropCitation(library, citations, formats),
    registerPasteCitation(library, citations, formats),
    registerPastIncidents(citations, log),
    registerChoosePassage(library, citations, log),
    registerWorkspaceSymbols(library),
    registerShowReviewAtCursor(library, citations, log),
    registerToggleCodeLens(log),
    registerWhyNoHover(library, citations, log),
    registerOpenAsOf(library, citations, codeThen, log),
    registerOpenReview(library, log, () => runCommand('precedent.search')),
    registerLibrary(libraryView, library, citations, workspaceCitations, memory, log),
    places,
    registerSearchAndCite({ library, citations, formats, places, log }),
    registerCompanion(
      { library, citations, formats, places, dismissed: new DismissedHere(context.workspaceState) },
      context,
      log,
    ),
    registerThisFile({
      library,
      tracked: citations,
      citations: workspaceCitations,
      mentions,
      not,
      memory: context.workspaceState,
      log,
    }),
    registerAgentTools(library, workspaceCitations),
    registerMcpServer(context),
    registerSignals({ library, citations: workspaceCitations, languages, paths, storage: context.storageUri, log }),
    stories,
    registerIndexing(library, workspaceCitations, log),
    registerCommand('precedent.showLog', log, () => log.show()),
    refreshPreview(library, workspaceCitations, () => preview.isOutdated(), log),
  );
  const ready = library.refresh();
  void ready.then(() => {
    const gathering = setTimeout(() => void (library.isStopped || workspaceCitations.gather()), msBeforeGathering);
    context.subscriptions.push({ dispose: () => clearTimeout(gathering) });
  });
  return {
    stories,
    ...libraryApi(library, workspaceCitations, ready),
    extendMarkdownIt: (markdown) => preview.extend(markdown),
  };
}
