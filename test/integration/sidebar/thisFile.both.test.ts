import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { thisFile } from '../../../src/core/learning/thisFile';
import { InstalledLanguages } from '../../../src/host/installedLanguages';
import { LiveLibrary } from '../../../src/host/liveLibrary';
import { LiveMentions } from '../../../src/host/liveMentions';
import type { Log } from '../../../src/host/log';
import { NotMentions } from '../../../src/host/notMentions';
import { TrackedCitations } from '../../../src/host/trackedCitations';
import { WorkspaceCitations } from '../../../src/host/workspaceCitations';
import { citeMention } from '../../../src/sidebar/citeMention';
import { frontFile } from '../../../src/sidebar/frontFile';
import { goToReason } from '../../../src/sidebar/goToReason';
import type { ThisFileNode } from '../../../src/sidebar/thisFileNode';
import { ThisFileReader } from '../../../src/sidebar/thisFileReader';
import { ThisFileTree } from '../../../src/sidebar/thisFileTree';
import { reviewOf } from '../../core/wording/reviewOf';
import { readable } from '../editor/hoverAt';
import { eventually, fileInWorkspace } from '../editor/openDocument';

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {}, show: () => {} };

describe('the rows of This File', function () {
  this.timeout(60_000);
  const own: vscode.Disposable[] = [];
  let library: LiveLibrary;
  let citations: WorkspaceCitations;
  let reader: ThisFileReader;
  let tree: ThisFileTree;

  before(async () => {
    library = new LiveLibrary(quiet);
    const languages = new InstalledLanguages();
    const tracked = new TrackedCitations(library, languages);
    citations = new WorkspaceCitations(library, tracked, languages, quiet);
    const not = new NotMentions({ keys: () => [], get: () => undefined, update: async () => {} });
    reader = new ThisFileReader(library, tracked, citations, new LiveMentions(library, tracked, not));
    tree = new ThisFileTree(citations);
    own.push(tree, reader, not, citations, tracked, languages, library);
    await library.refresh();
    await citations.gather();
  });
  after(async () => {
    for (const each of own) each.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Opens a file of the sample and answers the rows for it, each with what stands in it. */
  async function rowsFor(path: string): Promise<string[]> {
    await vscode.window.showTextDocument(fileInWorkspace(path));
    const front = frontFile(undefined);
    assert.ok(front && front !== 'unchanged');
    await reader.prepare(front);
    tree.show(thisFile(reader.read(front)), front, library.library);
    return rows();
  }

  function rows(node?: ThisFileNode, depth = 0): string[] {
    return tree.getChildren(node).flatMap((child) => {
      const { label, description } = tree.getTreeItem(child);
      const words = [label, description].filter((part) => part !== undefined && part !== '').join(' — ');
      return [`${'  '.repeat(depth)}${words}`, ...rows(child, depth + 1)];
    });
  }

  function rowOf(words: string, node?: ThisFileNode): ThisFileNode | undefined {
    for (const child of tree.getChildren(node)) {
      const found = tree.getTreeItem(child).description === words ? child : rowOf(words, child);
      if (found) return found;
    }
    return undefined;
  }

  it('say what a file cites, what is near and what is about its service, with why', async () => {
    assert.deepEqual(await rowsFor('web/src/components/DeckCountdown.tsx'), [
      'Cited here',
      '  INC-70 — no review has this id',
      '    line 23',
      '  INC-7 Summer sale: every hold expired in the same second — 7 June 2023',
      '    line 28',
      'Cited nearby',
      "  INC-12 We kept the provider's outage going after it had ended — 15 September 2023",
      '    in holdClient.ts, imported here',
      'Same service',
      '  Login outage on the day before Ascension — 28 May 2025',
      '    about web',
    ]);
  });

  it('say which reviews name the file', async () => {
    const found = await rowsFor('firmware/validator/clock.c');
    assert.deepEqual(found.slice(0, 4), [
      'Cited here',
      '  INC-19 Boats that lived in the past — 11 February 2024',
      '    lines 5, 27, 47',
      '    names this file',
    ]);
  });

  it('have the card as their tooltip, below the reason, without trust', async () => {
    await rowsFor('firmware/validator/clock.c');
    const entry = tree.getParent(rowOf('names this file') ?? assert.fail());
    assert.ok(entry);
    const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(entry), entry);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    const text = readable(tooltip.value);
    assert.match(text, /This file cites it: lines 5, 27, 47/);
    assert.match(text, /Precedent · INC-19/);
    assert.ok(!tooltip.isTrusted);
  });

  it('lead to where a reason is written', async () => {
    await rowsFor('firmware/validator/clock.c');
    await goToReason(rowOf('names this file'));
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.match(editor?.document.uri.path ?? '', /INC-19/);
      assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? '', /firmware\/validator\/clock\.c/);
    });
  });

  it('make of a mention a citation, in one step to undo', async () => {
    await rowsFor('docs/design/waiting-room.md');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    const before = document.getText();
    const mention = rowOf('“the 2025-05-28 login outage”, line 38');
    assert.ok(mention);
    await citeMention(mention);
    assert.match(
      document.lineAt(37).text,
      /\[the 2025-05-28 login outage\]\(\.\.\/incidents\/2025-05-28-login-outage\.md\) Lupe/,
    );
    const found = await rowsFor('docs/design/waiting-room.md');
    assert.ok(!found.some((each) => /Mentioned/.test(each)), found.join('\n'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('tell a review which other ones cite it', async () => {
    const found = await rowsFor('docs/incidents/INC-12-retrying-past-the-end.md');
    assert.equal(found[0], 'Reviews that name this file');
    assert.ok(found.includes('    cites it'), found.join('\n'));
  });

  it('are of a large library what was known of it before, until the rest is known', async () => {
    await vscode.window.showTextDocument(fileInWorkspace('web/src/components/DeckCountdown.tsx'));
    const front = frontFile(undefined);
    assert.ok(front && front !== 'unchanged');
    const aboutService = () => reader.read(front).service?.reviews.length ?? 0;
    await reader.prepare(front);
    const before = aboutService();
    const more = Array.from({ length: 600 }, (_, at) =>
      reviewOf({ id: `MORE-${at}`, key: `more-${at}`, services: ['web'] }),
    );
    for (const review of more) library.library.set(review.key, 'more', { kind: 'reviews', reviews: [review] });
    assert.equal(aboutService(), before);
    let early = 0;
    const isNew = await reader.prepare(front, () => {
      early = aboutService();
    });
    assert.deepEqual([isNew, early, aboutService()], [true, before + 600, before + 600]);
    for (const { key } of more) library.library.delete(key);
  });

  it('are a few of what is around a file, then more with each click, also when the same file is told anew', async () => {
    await vscode.window.showTextDocument(fileInWorkspace('infra/dns.tf'));
    const front = frontFile(undefined);
    assert.ok(front && front !== 'unchanged');
    const reviews = Array.from({ length: 45 }, (_, at) => reviewOf({ id: `NEAR-${at}`, key: `near-${at}` }));
    const nearby = [{ as: 'folder', file: 'k', path: 'infra/a.tf', line: 1, reviews }] as const;
    const more = () => rows().filter((row) => row.trimStart().startsWith('Show more'));
    const clickMore = () => {
      const last = tree.getChildren(tree.getChildren()[0]).at(-1);
      assert.ok(last?.kind === 'more');
      tree.showMore(last);
    };
    tree.show(thisFile({ path: front.path, cited: [], nearby }), front, library.library);
    assert.deepEqual(more(), ['  Show more (35 left)']);
    clickMore();
    assert.deepEqual(more(), ['  Show more (5 left)']);
    const cited = [{ id: 'NEAR-0', reviews: reviews.slice(0, 1), line: 1 }];
    tree.show(thisFile({ path: front.path, cited, nearby }), front, library.library);
    assert.deepEqual(more(), ['  Show more (4 left)']);
  });

  it('are given once VS Code has asked for all but those below what is folded', async () => {
    await rowsFor('infra/dns.tf');
    const folded = tree.getChildren(tree.getChildren()[0])[0];
    assert.ok(folded?.kind === 'entry');
    tree.fold(folded, true);
    tree.clear();
    const given: (string | undefined)[] = [];
    const listening = tree.onDidGive((front) => given.push(front?.path));
    const front = frontFile(undefined);
    assert.ok(front && front !== 'unchanged');
    tree.show(thisFile(reader.read(front)), front, library.library);
    const entries = tree.getChildren().flatMap((group) => tree.getChildren(group));
    assert.deepEqual(given, []);
    for (const entry of entries) if (entry.id !== folded.id) tree.getChildren(entry);
    assert.deepEqual(given, ['infra/dns.tf']);
    listening.dispose();
    tree.fold(folded, false);
  });

  it('stay where the same is told again', async () => {
    await rowsFor('infra/dns.tf');
    let changes = 0;
    const listening = tree.onDidChangeTreeData(() => changes++);
    await rowsFor('infra/dns.tf');
    assert.equal(changes, 0);
    listening.dispose();
  });
});
