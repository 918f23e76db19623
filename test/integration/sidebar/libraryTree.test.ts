import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { type StoredFacts, storedReview } from '../../../src/core/reviews/storedReview';
import type { LibraryNode } from '../../../src/sidebar/libraryNode';
import { LibraryTree } from '../../../src/sidebar/libraryTree';
import { reviewFrom, reviewOf } from '../../core/wording/reviewOf';
import { eventually, set } from '../editor/openDocument';

const source = '/repo/docs/incidents';

function told(parts: Partial<ReviewDocument>, text = ''): ReviewDocument {
  const file = `${parts.id}.md`;
  const review = text === '' ? reviewOf(parts) : reviewFrom(text, parts);
  return { ...review, key: `${source}/${file}`, source, path: `docs/incidents/${file}`, ...parts };
}

function libraryOf(...reviews: readonly ReviewDocument[]): Library {
  const library = new Library();
  library.setSource({ key: source, path: 'docs/incidents', rules: defaultRules, findings: [] });
  for (const review of reviews) put(library, review);
  return library;
}

function put(library: Library, review: ReviewDocument): void {
  library.set(review.key, source, { kind: 'reviews', reviews: [review] });
}

/** The rows, each with what stands in it, unfolded all the way. */
async function rows(tree: LibraryTree, node?: LibraryNode, depth = 0): Promise<string[]> {
  const lines: string[] = [];
  for (const child of await tree.getChildren(node)) {
    const { label, description } = tree.getTreeItem(child);
    lines.push(`${'  '.repeat(depth)}${label}${description ? ` — ${description}` : ''}`);
    lines.push(...(await rows(tree, child, depth + 1)));
  }
  return lines;
}

async function rowOf(tree: LibraryTree, label: string, node?: LibraryNode): Promise<LibraryNode> {
  for (const child of await tree.getChildren(node)) {
    if (tree.getTreeItem(child).label === label) return child;
    const inner = await rowOf(tree, label, child).catch(() => undefined);
    if (inner) return inner;
  }
  throw new Error(`There is no row “${label}”.`);
}

const holds = told({ id: 'INC-7', title: 'The holds', date: '2023-06-07', services: ['booking'], people: ['Oddny'] });
const boats = told({ id: 'INC-19', title: 'The boats', date: '2024-02-11', services: ['booking', 'web'] });
const undated = told({ id: 'the-quiet-one', title: 'The quiet one', isDraft: true });

describe('the rows of the Library', () => {
  it('open what could not be read in the folder it is in, where two folders have one path', async () => {
    const library = new Library();
    for (const folder of ['/one', '/two']) {
      const key = `${folder}/incidents/a.yaml`;
      const finding = { code: 'x', message: 'Mend it.', path: 'incidents/a.yaml', severity: 'warning' as const };
      library.setSource({ key: `${folder}/incidents`, path: 'incidents', rules: defaultRules, findings: [] });
      library.set(key, `${folder}/incidents`, { kind: 'unreadable', findings: [finding] });
    }
    const tree = new LibraryTree({ library });
    const [problems] = await tree.getChildren();
    const opened = (await tree.getChildren(problems)).map((row) => tree.getTreeItem(row).command?.arguments?.[0]);
    assert.deepEqual(
      opened.map((uri) => uri instanceof vscode.Uri && uri.path),
      ['/one/incidents/a.yaml', '/two/incidents/a.yaml'],
    );
  });

  it('are years, the latest first, with what is not dated last', async () => {
    const tree = new LibraryTree({ library: libraryOf(holds, boats, undated) });
    assert.deepEqual(await rows(tree), [
      '2024',
      '  INC-19 The boats — 11 February',
      '2023',
      '  INC-7 The holds — 7 June',
      'No date told',
      '  The quiet one — the-quiet-one',
    ]);
  });

  it('are services when the setting says so, a review in each of its own', async () => {
    const reset = await set('precedent.library.groupBy', 'service');
    try {
      const tree = new LibraryTree({ library: libraryOf(holds, boats) });
      assert.deepEqual(await rows(tree), [
        'booking',
        '  INC-19 The boats — 11 February 2024',
        '  INC-7 The holds — 7 June 2023',
        'web',
        '  INC-19 The boats — 11 February 2024',
      ]);
    } finally {
      await reset();
    }
  });

  it('quote the sentence that put a review where it is, by difficulty', async () => {
    const reset = await set('precedent.library.groupBy', 'difficulty');
    try {
      const text =
        '# The holds\n\n## What was difficult | difficulties\n\nWe had no idea which of the two queues was lagging.\n';
      const tree = new LibraryTree({
        library: libraryOf(told({ id: 'INC-7', title: 'The holds', text }, text), boats),
      });
      assert.deepEqual(await rows(tree), [
        'People were uncertain',
        '  INC-7 The holds',
        '    We had no idea which of the two queues was lagging.',
        'Not told',
        '  INC-19 The boats — 11 February 2024',
      ]);
      const quote = await rowOf(tree, 'We had no idea which of the two queues was lagging.');
      assert.equal(selectionOf(tree, quote)?.start.line, 4);
    } finally {
      await reset();
    }
  });

  it('are by year until it is known what was difficult, and say so', async () => {
    const reset = await set('precedent.library.groupBy', 'difficulty');
    try {
      const changed = new vscode.EventEmitter<void>();
      const lookers: ((areKnown: boolean) => void)[] = [];
      const looker = {
        onDidChange: changed.event,
        progress: { done: 0, total: 2 },
        look: () => new Promise<boolean>((resolve) => lookers.push(resolve)),
        stop: () => undefined,
      };
      const library = libraryOf(holds, boats);
      const tree = new LibraryTree({ library }, undefined, undefined, looker);
      assert.deepEqual(await rows(tree), [
        '2024',
        '  INC-19 The boats — 11 February',
        '2023',
        '  INC-7 The holds — 7 June',
      ]);
      assert.deepEqual([tree.shown?.by, tree.shown?.count], ['year', 2]);
      const isShown = new Promise<void>((resolve) =>
        tree.onDidShow(() => tree.shown?.by === 'difficulty' && resolve()),
      );
      looker.look = () => Promise.resolve(true);
      for (const look of lookers) look(true);
      await isShown;
      assert.deepEqual((await rows(tree))[0], 'Not told');
      // From then on the rows wait for what changed instead of being by year again.
      looker.look = () => new Promise((resolve) => setTimeout(() => resolve(true), 500));
      put(library, { ...boats, title: 'The small boats' });
      await tree.update();
      assert.equal(tree.shown?.by, 'difficulty');
      await reset();
      await tree.update();
      assert.equal(tree.shown?.by, 'year');
    } finally {
      await reset();
    }
  });

  it('count each review once, also those with several services, and those that a filter leaves', async () => {
    const reset = await set('precedent.library.groupBy', 'service');
    try {
      const tree = new LibraryTree({ library: libraryOf(holds, boats, undated) });
      await tree.getChildren();
      assert.equal(tree.shown?.count, 3);
      await tree.setFilter('boats');
      assert.equal(tree.shown?.count, 1);
      await tree.setFilter('zeppelin');
      assert.equal(tree.shown?.count, 0);
    } finally {
      await reset();
    }
  });

  it('unfold to sections as an outline, without the title and what is excluded, then to materials', async () => {
    const text = '# The holds\n\n## Story\n\n### At night\n\n## Secret | excluded\n\n## Afterwards\n';
    const materials = [
      { path: 'docs/incidents/board.png', kind: 'image', title: 'The whiteboard' },
      { path: 'https://example.com/talk', kind: 'link' },
      { path: '../../etc/passwd', kind: 'document' },
    ] as const;
    const tree = new LibraryTree({
      library: libraryOf(told({ id: 'INC-7', title: 'The holds', text, materials }, text)),
    });
    assert.deepEqual(await rows(tree), [
      'No date told',
      '  INC-7 The holds',
      '    Story',
      '      At night',
      '    Afterwards',
      '    The whiteboard — board.png',
      '    https://example.com/talk',
      '    passwd',
    ]);
    assert.equal(selectionOf(tree, await rowOf(tree, 'At night'))?.start.line, 4);
    const link = tree.getTreeItem(await rowOf(tree, 'https://example.com/talk')).command;
    assert.equal(String(link?.arguments?.[0]), 'https://example.com/talk');
    assert.equal(tree.getTreeItem(await rowOf(tree, 'passwd')).command, undefined, 'a way out of the library');
  });

  it('are called what they are for who cannot see them', async () => {
    const tree = new LibraryTree({ library: libraryOf(undated, holds) });
    const label = async (row: string) => tree.getTreeItem(await rowOf(tree, row)).accessibilityInformation?.label;
    assert.equal(await label('INC-7 The holds'), 'The holds, INC-7, 7 June 2023');
    assert.equal(await label('The quiet one'), 'The quiet one, the-quiet-one, draft');
  });

  it('draw nothing that a review says', async () => {
    const tree = new LibraryTree({ library: libraryOf(told({ id: 'INC-7', title: 'Watch $(flame) and \u202eback' })) });
    const [, row] = await rows(tree);
    assert.equal(row, '  INC-7 Watch ＄(flame) and \\u202Eback');
  });

  it('end with what could not be read, at its line', async () => {
    const library = libraryOf(holds);
    library.set(`${source}/broken.yaml`, source, {
      kind: 'unreadable',
      findings: [
        {
          code: 'unreadable-yaml',
          message: 'This is no YAML.',
          path: 'docs/incidents/broken.yaml',
          line: 3,
          severity: 'warning',
        },
      ],
    });
    const tree = new LibraryTree({ library });
    assert.deepEqual((await rows(tree)).slice(-2), ['Could not be read (1)', '  broken.yaml — This is no YAML.']);
    const row = await rowOf(tree, 'broken.yaml');
    assert.equal(selectionOf(tree, row)?.start.line, 2);
    assert.equal(tree.getTreeItem(row).command?.arguments?.[0].fsPath, vscode.Uri.file(`${source}/broken.yaml`).fsPath);
    await tree.setFilter('holds');
    assert.deepEqual(await rows(tree), ['2023', '  INC-7 The holds — 7 June']);
  });

  it('say of a review that was read in part that it was', async () => {
    const library = libraryOf();
    const message = `${'Its front matter cannot be read. '.repeat(20)}The end.`;
    const finding = {
      code: 'unreadable-front-matter',
      message,
      path: holds.path,
      line: 1,
      severity: 'warning',
    } as const;
    put(library, { ...holds, findings: [finding] });
    const tree = new LibraryTree({ library });
    const row = await rowOf(tree, 'INC-7.md', await rowOf(tree, 'Not read in full (1)'));
    const { tooltip, accessibilityInformation } = tree.getTreeItem(row);
    assert.match(String(tooltip), /The end\.$/);
    assert.match(accessibilityInformation?.label ?? '', /The end\.$/);
  });

  it('come in pages where a group is long, as far as a review that is looked for', async () => {
    const many = Array.from({ length: 1200 }, (_, at) =>
      told({ id: `INC-${at}`, title: `No. ${at}`, date: '2023-01-01' }),
    );
    const tree = new LibraryTree({ library: libraryOf(...many) });
    const [year] = await tree.getChildren();
    const last = async () => (await tree.getChildren(year)).at(-1);
    const more = await last();
    assert.ok(more?.kind === 'more');
    assert.equal(tree.getTreeItem(more).label, 'Show more (700 left)');
    tree.showMore(more);
    assert.equal((await tree.getChildren(year)).length, 1001);
    const review = many.find(({ id }) => id === 'INC-999');
    assert.ok(review && (await tree.find(review)));
    assert.equal((await last())?.kind, 'review');
  });

  it('do not have files read; one that turns out to have nothing in it loses its arrow', async () => {
    let reads = 0;
    const facts = { ...holds } as unknown as StoredFacts;
    const read = () => {
      reads++;
      return boats;
    };
    const library = libraryOf(storedReview(facts, { read, readText: () => '' }, 'holds.md', 0));
    const tree = new LibraryTree({ library });
    const [year] = await tree.getChildren();
    const [row] = await tree.getChildren(year);
    assert.ok(row);
    assert.equal(tree.getTreeItem(row).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.equal(reads, 0);
    const changed = new Promise((resolve) => tree.onDidChangeTreeData(resolve));
    assert.deepEqual(await tree.getChildren(row), []);
    assert.deepEqual(await changed, [row]);
    assert.equal(tree.getTreeItem(row).collapsibleState, vscode.TreeItemCollapsibleState.None);
    assert.equal(reads, 1);
  });

  it('show the card, with nothing in it that could run', async () => {
    const tree = new LibraryTree({ library: libraryOf(holds) });
    const row = await rowOf(tree, 'INC-7 The holds');
    const { tooltip } = await tree.resolveTreeItem(tree.getTreeItem(row), row);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /The holds/);
    assert.equal(tooltip.isTrusted, undefined);
  });
});

describe('the Library stays as it is', () => {
  async function changesOf(library: Library, change: () => void): Promise<(readonly string[] | 'all')[]> {
    const tree = new LibraryTree({ library });
    await rows(tree);
    const changes: (readonly string[] | 'all')[] = [];
    tree.onDidChangeTreeData((nodes) => changes.push(nodes ? nodes.map(({ id }) => id) : 'all'));
    change();
    await tree.update();
    return changes;
  }

  it('when nothing changed', async () => {
    const library = libraryOf(holds, boats);
    const again = () => library.setSource({ key: source, path: 'docs/incidents', rules: defaultRules, findings: [] });
    assert.deepEqual(await changesOf(library, again), []);
  });

  it('but for the review that changed', async () => {
    const library = libraryOf(holds, boats);
    const changes = await changesOf(library, () => put(library, { ...holds, title: 'The holds, again' }));
    assert.deepEqual(changes, [[`year/2023/${holds.key}/INC-7`]]);
  });

  it('but for the group that has one more', async () => {
    const library = libraryOf(holds, boats);
    const changes = await changesOf(library, () =>
      put(library, told({ id: 'INC-8', title: 'More', date: '2023-07-01' })),
    );
    assert.deepEqual(changes, [['year/2023']]);
  });

  it('with the ids of its rows, when groups come or go', async () => {
    const library = libraryOf(holds, boats);
    const tree = new LibraryTree({ library });
    const before = tree.getTreeItem(await rowOf(tree, 'INC-7 The holds')).id;
    put(library, undated);
    await tree.update();
    await eventually(async () => assert.ok(await rowOf(tree, 'The quiet one')));
    assert.equal(tree.getTreeItem(await rowOf(tree, 'INC-7 The holds')).id, before);
  });

  it('shows a review under its new title at the same place', async () => {
    const library = libraryOf(holds);
    const tree = new LibraryTree({ library });
    const row = await rowOf(tree, 'INC-7 The holds');
    put(library, { ...holds, title: 'The holds, again' });
    await tree.update();
    assert.equal(tree.getTreeItem(row).label, 'INC-7 The holds, again');
  });
});

function selectionOf(tree: LibraryTree, node: LibraryNode): vscode.Range | undefined {
  return tree.getTreeItem(node).command?.arguments?.[1]?.selection;
}
