import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { Api, Composed } from './extension';
import { apiVersion } from './host/apiVersion';
import { lookForLibrary } from './host/lookForLibrary';
import { onSettingChange } from './host/settings';
import { StandingTree } from './host/standingTree';
import { watchForSources } from './host/watchSources';
import { debounce } from './indexing/debounce';
import { turnForOthers } from './indexing/pace';

/** The view of the library, which is there before the library is. */
type LibraryTree = Parameters<typeof import('./extension').compose>[1];

/** ms of quiet before a folder that changed is looked at again, and the most that a steady stream of changes can hold that up. */
const quiet = 300;
const most = 2000;

/** ms after which VS Code watches the folders. What came before, and after the first look, nobody tells of: so there is a second one. */
const watched = 5000;

/**
 * What VS Code loads at its own start, in every window. It looks whether there is a library, and stops there if there is none: the rest of the
 * extension is loaded when one is found, or when somebody asks for it by a command, a view, a story or a link.
 */
export function activate(context: vscode.ExtensionContext): Api {
  const previews: MarkdownIt[] = [];
  const changed = new vscode.EventEmitter<void>();
  let composed: Composed | undefined;
  let asleep: vscode.Disposable | undefined;
  const wake = (): Composed => {
    if (composed) return composed;
    asleep?.dispose();
    composed = load().compose(context, libraryView);
    context.subscriptions.push(composed.onDidChangeLibrary(() => changed.fire()));
    teach(composed, previews);
    return composed;
  };
  const libraryView: LibraryTree = new StandingTree('precedent.library', () => wake());
  const look = async () => {
    if (composed) return;
    if (await lookForLibrary()) {
      load();
      // To load it and to compose it take long enough, each by itself.
      await turnForOthers();
      wake();
    } else if (!composed) void vscode.commands.executeCommand('setContext', 'precedent.state', 'none');
  };
  asleep = vscode.Disposable.from(...waysToWake(context, wake), ...watch(() => void look()));
  context.subscriptions.push(changed, libraryView, { dispose: () => asleep?.dispose() }, ...registerStories(wake));
  const looked = afterOthers().then(look);
  return {
    apiVersion,
    ready: looked.then(() => composed?.ready),
    onDidChangeLibrary: changed.event,
    getReview: async (id) => {
      await looked;
      return composed?.getReview(id);
    },
    findCitations: async (id) => {
      await looked;
      return composed?.findCitations(id) ?? [];
    },
    extendMarkdownIt(markdown) {
      if (composed) return composed.extendMarkdownIt(markdown);
      previews.push(markdown);
      return markdown;
    },
  };
}

/** The rest of the extension. In the Node host it is a file of its own. */
function load(): typeof import('./extension') {
  return require('./extension');
}

/** VS Code measures how long we keep it at its start; the folders are looked at when others that start had their turn. */
function afterOthers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** What somebody may ask for where there is no library yet: every command. The view of the library wakes us by itself. */
function waysToWake({ extension }: vscode.ExtensionContext, wake: () => unknown): vscode.Disposable[] {
  return commandsOf(extension.packageJSON).map((name) =>
    vscode.commands.registerCommand(name, (...given: unknown[]) => {
      wake();
      return vscode.commands.executeCommand(name, ...given);
    }),
  );
}

function commandsOf(manifest: {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}) {
  return manifest.contributes.commands.map(({ command }) => command);
}

/** When a library may have come. Calls may be many and in vain. */
function watch(listener: () => void): vscode.Disposable[] {
  const later = debounce(listener, quiet, most);
  return [
    { dispose: () => later.cancel() },
    watchForSources(later),
    onceAfter(watched, later),
    onSettingChange(['precedent.sources', 'precedent.agents.enabled'], later),
    vscode.workspace.onDidChangeWorkspaceFolders(later),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && later()),
  ];
}

/** Calls the listener once, some ms from now. */
function onceAfter(ms: number, listener: () => void): vscode.Disposable {
  const waiting = setTimeout(listener, ms);
  return { dispose: () => clearTimeout(waiting) };
}

/** Panels of stories from before the window was closed, and links to stories, at whatever time VS Code has them for us. */
function registerStories(wake: () => Composed): vscode.Disposable[] {
  return [
    vscode.window.registerWebviewPanelSerializer('precedent.story', {
      deserializeWebviewPanel: (panel, state) => wake().stories.restore(panel, state),
    }),
    vscode.window.registerUriHandler({ handleUri: (link) => wake().stories.follow(link) }),
  ];
}

/** Teaches the Markdown previews that came before the library, and has them rendered anew when it is read. */
function teach(composed: Composed, previews: MarkdownIt[]): void {
  if (previews.length === 0) return;
  for (const markdown of previews.splice(0)) composed.extendMarkdownIt(markdown);
  void composed.ready.then(() => vscode.commands.executeCommand('markdown.preview.refresh')).then(undefined, () => {});
}
