import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { citationName, splitCitationName } from '../core/wording/citationName';
import { readStoryLink } from '../core/wording/storyLink';
import { toCitable } from '../host/citable';
import { registerCommand, runCommand } from '../host/commands';
import { toKey } from '../host/places';
import { plainMessage } from '../host/plainMessage';
import { pickReview } from '../host/showReview';
import { pickStory } from './pickStory';
import type { StoryPanel } from './storyPanel';
import type { StoryRoom } from './storyRoom';
import type { StoryServices } from './storyServices';

/** What VS Code hands us of stories, which whoever registers it there hands on. */
export interface Stories extends vscode.Disposable {
  /** Shows the story of a step of a path, in the tab of the step before it. */
  walk(citation: string, key: string): Promise<void>;
  /** Shows the story again that a panel showed before the window was closed; `state` is what its page left. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** Opens the story that a link from outside names. */
  follow(link: vscode.Uri): Promise<void>;
}

/** The story of a review in a panel. What draws it is loaded when the first is opened. */
export function registerStory(services: StoryServices): Stories {
  const { library, log } = services;
  let room: StoryRoom | undefined;
  let loading: Promise<StoryRoom> | undefined;
  const load = () => {
    loading ??= import('./storyRoom').then(({ StoryRoom }) => {
      room = new StoryRoom(services);
      return room;
    });
    return loading;
  };
  const open = async (citation: string, key?: string) => {
    const found = await pickReview(library, citation, key);
    if (found) (await load()).open(found.review, found.passage);
  };
  const active = (): StoryPanel => {
    if (!room?.active) throw new UserError(vscode.l10n.t('Open the story of a review first.'));
    return room.active;
  };
  const commands = vscode.Disposable.from(
    { dispose: () => room?.dispose() },
    registerCommand('precedent.openStory', log, async (what, key) => {
      const wanted = toCitable(what, key) ?? reviewInEditor(services) ?? (await pickStory(library));
      if (wanted) await open(wanted.citation, wanted.key);
    }),
    registerCommand('precedent.openStorySource', log, () => active().openSource()),
    registerCommand('precedent.openStoryAsPage', log, () => active().saveAsPage()),
    registerCommand('precedent.nextMoment', log, () => active().step(1)),
    registerCommand('precedent.previousMoment', log, () => active().step(-1)),
    registerCommand('precedent.askQuestion', log, (where) => active().ask(lineOf(where))),
    registerCommand('precedent.questionsForConversation', log, async () => (await load()).openSheet()),
    registerCommand('precedent.copyMoment', log, (where) => active().copy('citation', passageOf(where))),
    registerCommand('precedent.copyMomentAddress', log, (where) => active().copy('address', passageOf(where))),
  );
  return {
    dispose: () => commands.dispose(),
    async walk(citation, key) {
      const found = await pickReview(library, citation, key);
      if (found) (await load()).walk(found.review, found.passage);
    },
    async restore(panel, state) {
      await library.whenRead();
      (await load()).restore(panel, state);
    },
    async follow({ path, query }) {
      const name = readStoryLink(path, query);
      if (name === undefined) return;
      await library.whenRead();
      if (isKnown(name, services)) await runCommand('precedent.openStory', name);
      else await sayUnknown(name);
    },
  };
}

/** The review that the active editor shows. */
function reviewInEditor({ library }: StoryServices): { readonly citation: string; readonly key: string } | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const review = document && library.library.in(toKey(document.uri))[0];
  return review && { citation: review.id, key: review.key };
}

/** The passage that a menu of the page was opened on. */
function passageOf(where: unknown): string | undefined {
  if (typeof where !== 'object' || where === null || !('passage' in where)) return undefined;
  return typeof where.passage === 'string' ? where.passage : undefined;
}

/** The line (1-based) that a menu of the page was opened on. */
function lineOf(where: unknown): number | undefined {
  if (typeof where !== 'object' || where === null || !('line' in where)) return undefined;
  return typeof where.line === 'number' && Number.isInteger(where.line) ? where.line : undefined;
}

function isKnown(name: string, { library }: StoryServices): boolean {
  return library.library.get(name).length > 0 || library.library.get(splitCitationName(name).id).length > 0;
}

/** Somebody followed a link to a review that no library of this window has. */
async function sayUnknown(name: string): Promise<void> {
  const { id } = splitCitationName(name);
  const openFolder = vscode.l10n.t('Open Folder…');
  const message = vscode.l10n.t(
    'No library in this window has the review {0}. Open the folder that holds it, then follow the link again.',
    citationName(id),
  );
  if ((await vscode.window.showInformationMessage(plainMessage(message), openFolder)) === openFolder)
    await vscode.commands.executeCommand('vscode.openFolder');
}
