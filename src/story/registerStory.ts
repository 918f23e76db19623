import * as vscode from 'vscode';
import { toCitable } from '../host/citable';
import { registerCommand, runCommand } from '../host/commands';
import { toKey } from '../host/places';
import { pickReview } from '../host/showReview';
import type { StoryRoom } from './storyRoom';
import type { StoryServices } from './storyServices';

/** The type under which VS Code knows our panels; also in package.json. */
const viewType = 'precedent.story';

/** The story of a review in a panel. What draws it is loaded when the first is opened. */
export function registerStory(services: StoryServices): vscode.Disposable {
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
  return vscode.Disposable.from(
    { dispose: () => room?.dispose() },
    registerCommand('precedent.openStory', log, async (what, key) => {
      const citable = toCitable(what, key) ?? reviewInEditor(services);
      if (!citable) return runCommand('precedent.search');
      const found = await pickReview(library, citable.citation, citable.key);
      if (found) (await load()).open(found.review, found.passage);
      return undefined;
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        await library.whenRead();
        (await load()).restore(panel, state);
      },
    }),
  );
}

/** The review that the active editor shows. */
function reviewInEditor({ library }: StoryServices): { readonly citation: string; readonly key: string } | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const review = document && library.library.in(toKey(document.uri))[0];
  return review && { citation: review.id, key: review.key };
}
