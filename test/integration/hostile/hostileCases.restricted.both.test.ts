import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Library } from '../../../src/core/reviews/library';
import { toReview } from '../../../src/core/reviews/review';
import type { Api } from '../../../src/extension';
import { workspaceFileSystem } from '../../../src/host/workspaceFileSystem';
import { canaryCommand, canaryFile, canarySecret } from '../../hostile/hostileCase';
import { controls, hostileCases } from '../../hostile/hostileCases';
import { readLibrary as readInCore } from '../../hostile/readLibrary';
import { hoverAt } from '../editor/hoverAt';
import { eventually, fileInWorkspace, openText, readLibrary, set } from '../editor/openDocument';
import { startStallProbe } from './startStallProbe';
import { watchThrown } from './watchThrown';

const source = 'docs/hostile';

/** So many files with something wrong are opened. */
const mostOpened = 24;

// What becomes of each of its files stands in test/hostile/library.test.ts: here the extension reads them, in every host and state of trust.
describe('the hostile library, read by the extension', function () {
  this.timeout(120_000);
  const undo: (() => unknown)[] = [];
  const files = new Map<string, Uint8Array>();
  const thrown = watchThrown();
  let expected: Library;
  let api: Api;
  let stalled = 0;
  let canaries = 0;

  before(async () => {
    const encode = (content: string | Uint8Array) =>
      typeof content === 'string' ? new TextEncoder().encode(content) : content;
    for (const { path, content } of hostileCases()) files.set(path, encode(content));
    for (const [path, content] of Object.entries(controls)) files.set(path, encode(content));
    for (const [path, bytes] of files) await vscode.workspace.fs.writeFile(fileInWorkspace(`${source}/${path}`), bytes);
    undo.push(() => vscode.workspace.fs.delete(fileInWorkspace(source), { recursive: true }));
    const canary = vscode.commands.registerCommand(canaryCommand, () => {
      canaries++;
    });
    undo.push(() => canary.dispose());
    const place = fileInWorkspace('').toString();
    ({ library: expected } = await readInCore(place, workspaceFileSystem, [source]));
    undo.push(await set('precedent.sources', ['docs/incidents', source]));
    const probe = startStallProbe();
    await readLibrary();
    stalled = probe.stop();
    const extension = vscode.extensions.getExtension<Api>('precedent.precedent');
    assert.ok(extension);
    api = await extension.activate();
  });

  after(async () => {
    thrown.stop();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const each of undo.splice(0).reverse()) await each();
    await readLibrary();
  });

  it('is to the extension what it is to the core', async function () {
    assert.ok(expected.reviews.length > 200);
    for (const review of expected.reviews) {
      const { related: _, ...wanted } = toReview(review);
      const { related: __, ...found } = (await api.getReview(review.path)) ?? { related: [] };
      assert.deepEqual(found, wanted, review.path);
    }
    assert.equal((await api.getReview('INC-7'))?.title, 'Summer sale: every hold expired in the same second');
    if (this.test) this.test.title += ` (${expected.reviews.length} reviews)`;
  });

  it('is read without the host being kept waiting', function () {
    if (this.test) this.test.title += ` (the longest stall was ${Math.round(stalled)} ms)`;
    assert.ok(stalled < 5000);
  });

  it('is words in hovers', async function () {
    const ids = [...new Set(expected.reviews.map(({ id }) => id))].filter((id) => /^[A-Z]+-\d+$/.test(id));
    const { document } = await openText('c', ids.map((id) => `// ${id}\n`).join(''));
    let cards = 0;
    for (const line of ids.keys()) {
      for (const part of await hoverAt(document, new vscode.Position(line, 4))) {
        cards++;
        const { value, isTrusted, supportHtml, supportThemeIcons } = part;
        assert.ok(!supportHtml && !supportThemeIcons && value.length <= 4096);
        if (isTrusted) assert.equal(value.includes(canaryCommand), false);
        assert.doesNotMatch(value, /!\[[^\]]*\]\((?!file:)|\]\((?!command:precedent\.|file:)/);
        assert.equal(value.includes(canarySecret), false);
      }
    }
    assert.ok(cards > 200);
    if (this.test) this.test.title += ` (${cards} parts of cards)`;
  });

  it('is words in lenses', async () => {
    const ids = expected.reviews.map(({ id }) => id).filter((id) => /^[A-Z]+-\d+$/.test(id));
    const { document } = await openText('c', ids.map((id) => `// ${id}\nint a;\n`).join(''));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    const labels = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(labels.length > 5);
    for (const label of labels) assert.doesNotMatch(label, /\$\([a-z]|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('has what is wrong with a file in Problems, while that is open', async function () {
    const texts = expected.problems.filter(({ code }) => code !== 'unreadable-encoding' && code !== 'file-too-large');
    const paths = [...new Set(texts.map(({ path }) => path))].filter((path) => path.startsWith(source));
    const opened: vscode.TextDocument[] = [];
    for (const path of paths.filter((_, at) => at % Math.ceil(paths.length / mostOpened) === 0)) {
      const document = await vscode.workspace.openTextDocument(fileInWorkspace(path));
      await vscode.window.showTextDocument(document, { preview: false, preserveFocus: true });
      opened.push(document);
    }
    for (const document of opened) {
      const wanted = expected.problems.filter(({ path }) => fileInWorkspace(path).path === document.uri.path);
      await eventually(() => {
        const told = vscode.languages.getDiagnostics(document.uri).filter((each) => each.source === 'Precedent');
        const messages = told.map(({ message }) => message);
        for (const { message } of wanted) assert.equal(messages.filter((each) => each === message).length, 1, message);
        for (const message of messages) {
          assert.match(message, /^\S.{10,600}[.?]$/u);
          assert.doesNotMatch(message, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        }
      }, 20_000);
    }
    assert.ok(opened.length > 10);
    if (this.test) this.test.title += ` (${opened.length} of ${paths.length} files)`;
  });

  it('is as it was, nothing was run, and nothing thrown', async () => {
    for (const [path, bytes] of files) {
      const now = await vscode.workspace.fs.readFile(fileInWorkspace(`${source}/${path}`));
      assert.ok(now.length === bytes.length && now.every((byte, at) => byte === bytes[at]), path);
    }
    const names = await Promise.all(
      ['', 'docs', source].map((path) => vscode.workspace.fs.readDirectory(fileInWorkspace(path))),
    );
    assert.equal(
      names.flat().some(([name]) => name === canaryFile),
      false,
    );
    assert.equal(canaries, 0);
    assert.deepEqual(thrown.errors, []);
  });
});
