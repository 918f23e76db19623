import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { InstalledLanguages } from '../../../src/host/installedLanguages';
import { LiveLibrary } from '../../../src/host/liveLibrary';
import { LiveMentions } from '../../../src/host/liveMentions';
import type { Log } from '../../../src/host/log';
import { NotMentions } from '../../../src/host/notMentions';
import { TrackedCitations } from '../../../src/host/trackedCitations';
import { WorkspaceCitations } from '../../../src/host/workspaceCitations';
import type { ThisFileNode } from '../../../src/sidebar/thisFileNode';
import { ThisFileView, type ThisFileViewParts } from '../../../src/sidebar/thisFileView';
import { eventually, fileInWorkspace } from '../editor/openDocument';

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {}, show: () => {} };
const memory = { keys: () => [], get: () => undefined, update: async () => {} };

/** What is mentioned is found when the test says so. */
class SlowMentions extends LiveMentions {
  wait: Promise<void> = Promise.resolve();

  override async look(...args: Parameters<LiveMentions['look']>): Promise<boolean> {
    await this.wait;
    return super.look(...args);
  }
}

/** The view as VS Code has it, which asks for rows when the test says so. */
class StubbedWindow {
  /** All rows that were asked for last, each with those below it. */
  rows: readonly string[] = [];
  /** Whether there are others than VS Code has asked for. */
  isBehind = false;
  busy = 0;
  readonly view = {
    visible: true,
    selection: [],
    description: '',
    message: '',
    onDidChangeVisibility: new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>().event,
    onDidCollapseElement: new vscode.EventEmitter<vscode.TreeViewExpansionEvent<ThisFileNode>>().event,
    onDidExpandElement: new vscode.EventEmitter<vscode.TreeViewExpansionEvent<ThisFileNode>>().event,
    onDidChangeSelection: new vscode.EventEmitter<vscode.TreeViewSelectionChangeEvent<ThisFileNode>>().event,
    dispose: () => {},
  };
  #provider: vscode.TreeDataProvider<ThisFileNode> | undefined;

  get parts(): NonNullable<ThisFileViewParts['window']> {
    const createTreeView = (_: string, { treeDataProvider }: vscode.TreeViewOptions<ThisFileNode>) => {
      this.#provider = treeDataProvider;
      treeDataProvider.onDidChangeTreeData?.(() => {
        this.isBehind = true;
      });
      return this.view;
    };
    const withProgress = async (_: vscode.ProgressOptions, task: () => Thenable<unknown>) => {
      this.busy++;
      await task();
      this.busy--;
    };
    return { createTreeView, withProgress } as unknown as NonNullable<ThisFileViewParts['window']>;
  }

  async ask(): Promise<void> {
    this.isBehind = false;
    this.rows = await this.#below(undefined);
  }

  async #below(node: ThisFileNode | undefined): Promise<string[]> {
    const rows: string[] = [];
    for (const child of (await this.#provider?.getChildren(node)) ?? []) {
      const item = await this.#provider?.getTreeItem(child);
      rows.push([item?.label, item?.description].filter(Boolean).join(' — '), ...(await this.#below(child)));
    }
    return rows;
  }
}

describe('the view This File', function () {
  this.timeout(60_000);
  const own: vscode.Disposable[] = [];
  const window = new StubbedWindow();
  let mentions: SlowMentions;

  before(async () => {
    const library = new LiveLibrary(quiet);
    const languages = new InstalledLanguages();
    const tracked = new TrackedCitations(library, languages);
    const citations = new WorkspaceCitations(library, tracked, languages, quiet);
    const not = new NotMentions(memory);
    mentions = new SlowMentions(library, tracked, not);
    own.push(not, citations, tracked, languages, library);
    await library.refresh();
    await citations.gather();
    const view = new ThisFileView({ library, tracked, citations, mentions, not, memory, window: window.parts });
    own.unshift(view);
  });
  after(async () => {
    for (const each of own) each.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function open(path: string): Promise<void> {
    await vscode.window.showTextDocument(fileInWorkspace(path));
  }

  /** The rows once the name beside the title is this one. */
  async function rowsOf(name: string): Promise<readonly string[]> {
    await eventually(async () => {
      if (window.isBehind) await window.ask();
      assert.equal(window.view.description, name);
    });
    return window.rows;
  }

  it('keeps the name of a file as long as its rows', async () => {
    await open('firmware/validator/clock.c');
    assert.ok((await rowsOf('clock.c')).includes('lines 5, 27, 47'));
    await open('infra/dns.tf');
    await eventually(() => assert.ok(window.isBehind));
    assert.equal(window.view.description, 'clock.c');
    assert.ok((await rowsOf('dns.tf')).includes('in queues.tf, same folder'));
    assert.equal(window.busy, 0);
  });

  it('shows after a moment what is known, says that more is coming, and moves none of the rows when it comes', async () => {
    let found = () => {};
    mentions.wait = new Promise((resolve) => {
      found = resolve;
    });
    await open('web/src/components/DeckCountdown.tsx');
    const early = await rowsOf('DeckCountdown.tsx');
    assert.equal(window.busy, 1);
    assert.deepEqual([early[0], early.length], ['Cited here', 5]);
    found();
    await eventually(async () => {
      if (window.isBehind) await window.ask();
      assert.ok(window.rows.includes('about web'));
    });
    assert.deepEqual(window.rows.slice(0, early.length), early);
    assert.equal(window.busy, 0);
  });

  it('no longer says that more is coming when the file is closed', async () => {
    mentions.wait = new Promise(() => {});
    await open('infra/dns.tf');
    await rowsOf('dns.tf');
    assert.equal(window.busy, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.deepEqual(await rowsOf(''), []);
    assert.equal(window.busy, 0);
  });
});
