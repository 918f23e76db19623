import * as vscode from 'vscode';
import type { Log } from './log';
import { plainMessage } from './plainMessage';

/**
 * Every command and what it takes. Titles live in package.json.
 *
 * A citation is given as written (`INC-7`, `INC-7#what-surprised-us`), so that a link in a card carries nothing but a name
 * that is looked up in the library. `key` tells apart two reviews that claim one id.
 */
export interface Commands {
  'precedent.openReview': [citation?: string, key?: string];
  /** Of several citations, the user picks one. */
  'precedent.openReviewBeside': [citation: string | readonly string[] | undefined, key?: string];
  /** Without anything given, the story of the review that the editor shows, else the user picks one. */
  'precedent.openStory': [what?: unknown, key?: unknown];
  'precedent.openStorySource': [];
  'precedent.openStoryAsPage': [];
  'precedent.nextMoment': [];
  'precedent.previousMoment': [];
  /** What a menu of the page was opened on, else the place one reads. */
  'precedent.copyMoment': [where?: unknown];
  'precedent.copyMomentAddress': [where?: unknown];
  /** What a menu of the page was opened on, else what is selected there, has the focus or is at the top. */
  'precedent.askQuestion': [where?: unknown];
  'precedent.questionsForConversation': [];
  'precedent.showReviewAtCursor': [];
  /** `file` is the URI of an open document; without it, and without a citation, the one the user is in. */
  'precedent.openAsOf': [citation?: string, key?: string, file?: string];
  'precedent.compareAsOf': [];
  'precedent.search': [];
  /** Of a review that nothing cites any more: its id, and its file. */
  'precedent.showWhatItSaid': [id: string, key: string];
  'precedent.letItGo': [id: string, key: string];
  'precedent.cite': [];
  'precedent.citeReview': [node: unknown];
  'precedent.chooseCitationFormat': [];
  'precedent.pastIncidents': [];
  'precedent.citeMention': [node: unknown];
  /** Words in an open document (its URI) that may mean several reviews: where they begin (offset) and what they are. */
  'precedent.chooseMentioned': [uri: unknown, start: unknown, words: unknown];
  'precedent.notAMention': [uri: unknown, words: unknown];
  'precedent.goToReason': [node: unknown];
  'precedent.copyCitation': [what?: unknown];
  /** Of the citation at a place (URI, 0-based line and character), else at the cursor. */
  'precedent.choosePassage': [uri?: unknown, line?: unknown, character?: unknown];
  'precedent.whyNoHover': [];
  'precedent.toggleCodeLens': [];
  'precedent.groupLibrary': [];
  'precedent.filterLibrary': [];
  'precedent.clearFilter': [];
  'precedent.rebuildIndex': [];
  'precedent.refreshLibrary': [];
  'precedent.stopReading': [];
  'precedent.createLibrary': [];
  'precedent.useFolder': [];
  'precedent.showOmitted': [];
  'precedent.revealInLibrary': [];
  'precedent.findCitations': [what?: unknown, key?: string];
  'precedent.stopGathering': [];
  'precedent.gatherCitations': [];
  'precedent.showSkipped': [];
  'precedent.showSignals': [];
  'precedent.showLog': [];
  /** A row of the Library, else the review that the editor shows. */
  'precedent.toggleRead': [what?: unknown];
  'precedent.openStep': [step: unknown];
  'precedent.nextStep': [];
  'precedent.dismissHistory': [];
  'precedent.previousStep': [];
  'precedent.resetPath': [node?: unknown];
  'precedent.openPath': [node?: unknown];
  'precedent.moveStepUp': [node?: unknown];
  'precedent.moveStepDown': [node?: unknown];
  /** Rows of the Library; without them the user chooses reviews. */
  'precedent.newReadingPath': [node?: unknown, all?: unknown];
  'precedent.showCompanion': [];
  /** What a menu of the Companion was opened on, else the entry with the focus, else the user picks one. */
  'precedent.citeResembling': [where?: unknown];
  'precedent.openResembling': [where?: unknown];
  'precedent.dismissResembling': [where?: unknown];
  'precedent.restoreResembling': [];
}

/**
 * Registers a command. A `UserError` is shown as the sentence it is; anything else is a bug, logged with its stack and
 * thrown on for VS Code to report.
 */
export function registerCommand<Name extends keyof Commands>(
  name: Name,
  log: Log,
  run: (...given: Partial<Commands[Name]>) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(name, async (...given: Partial<Commands[Name]>) => {
    try {
      return await run(...given);
    } catch (error) {
      // Parts of us that are loaded later have a class of their own by this name.
      if (!(error instanceof Error) || error.name !== 'UserError') {
        log.error(error instanceof Error ? error : String(error));
        throw error;
      }
      void vscode.window.showWarningMessage(plainMessage(error.message));
      return undefined;
    }
  });
}

/** Runs one of our commands. */
export function runCommand<Name extends keyof Commands>(name: Name, ...given: Commands[Name]): Thenable<unknown> {
  return vscode.commands.executeCommand(name, ...given);
}

/** The target of a Markdown link that runs one of our commands. The Markdown must name the command as enabled. */
export function commandLink<Name extends keyof Commands>(name: Name, ...given: Commands[Name]): string {
  return `command:${name}?${encodeURIComponent(JSON.stringify(given))}`;
}
