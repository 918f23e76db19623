import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Citation } from '../../src/core/citations/citation';
import type { LearningSignals } from '../../src/core/learning/learningSignals';
import type { Review } from '../../src/core/reviews/review';
import { addFile, temporaryFolder } from '../indexing/temporaryFolder';
import { GitFolder } from '../support/gitFolder';
import { askCli, runCli } from './runCli';

const realmOf = ({ kind }: Citation) => (kind === 'comment' || kind === 'string' ? 'code' : 'document');

/** Citations that count as signals: of known reviews, outside of the library. */
function counting(folder: string, args: readonly string[] = []): Citation[] {
  const { citations } = askCli<{ readonly citations: readonly Citation[] }>(['citations', ...args], folder);
  return citations.filter(({ known, path, kind }) => known && kind !== 'review' && !path.startsWith('docs/incidents/'));
}

describe('precedent signals', function () {
  this.timeout(120_000);

  describe('of the sample with a made-up history', () => {
    let folder = '';
    let signals: LearningSignals;
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();

    before(() => {
      folder = join(temporaryFolder({}), 'sample');
      execFileSync(process.execPath, [resolve('test/rig/sampleHistory.mjs'), folder]);
      signals = askCli(['signals'], folder);
    });

    it('tells of the citations that precedent citations lists, each once', () => {
      const key = ({ path, line, id }: { path: string; line: number; id?: string }) => `${path}:${line} ${id}`;
      assert.deepEqual(signals.citations.map(key).sort(), counting(folder).map(key).sort());
    });

    it('dates each by the commit that brought it', () => {
      for (const { path, id, since, commit, sentence } of signals.citations) {
        assert.ok(commit !== undefined, `${path} ${id}`);
        const seconds = Number(git('show', '--no-patch', '--format=%ct', commit));
        assert.equal(since, new Date(seconds * 1000).toISOString().slice(0, 10));
        assert.notEqual(git('show', '--stat', '--format=', commit, '--', path), '', `${path} ${sentence}`);
      }
      const dates = signals.citations.map(({ since }) => since ?? '');
      assert.deepEqual(dates, dates.toSorted().reverse());
      assert.ok(new Set(dates).size > 20);
    });

    it('counts at the end of a period what the tree held then', () => {
      const periods = signals.history?.periods ?? [];
      for (const { name, code, document } of [periods[1], periods[7], periods.at(-1)].flatMap((each) => each ?? [])) {
        const [year, quarter] = name.split('-Q').map(Number);
        const end = new Date(Date.UTC(year ?? 0, (quarter ?? 0) * 3, 1)).toISOString();
        const commit = git('rev-list', '-1', `--before=${end}`, 'HEAD');
        const tree = join(temporaryFolder({}), 'tree');
        git('worktree', 'add', '--quiet', '--detach', tree, commit);
        const then = counting(tree);
        const counts = { code: then.filter((each) => realmOf(each) === 'code').length, all: then.length };
        assert.deepEqual(counts, { code, all: code + document }, name);
        git('worktree', 'remove', '--force', tree);
      }
      const last = periods.at(-1);
      const now = (realm: string) => signals.citations.filter((each) => each.realm === realm).length;
      assert.deepEqual([last?.code, last?.document], [now('code'), now('document')]);
    });

    it('tells of materials, transcripts and paths what the reviews say', () => {
      const { reviews } = askCli<{ readonly reviews: readonly Review[] }>(['list'], folder);
      const withMaterial = (kinds: readonly string[]) =>
        reviews.filter(({ materials }) => materials.some(({ kind }) => kinds.includes(kind))).map(({ id }) => id);
      const held = ['image', 'diagram', 'document'];
      assert.deepEqual(signals.materials.map(({ id }) => id).sort(), withMaterial(held).sort());
      for (const { id, kinds } of signals.materials) {
        const review = reviews.find((each) => each.id === id);
        const count = review?.materials.filter(({ kind }) => held.includes(kind)).length;
        assert.equal(
          Object.values(kinds).reduce((sum, each) => sum + each, 0),
          count,
          id,
        );
      }
      const told = signals.transcripts.map(({ id }) => id);
      for (const id of withMaterial(['transcript'])) assert.ok(told.includes(id), id);
      for (const { path, reviews: onPath } of signals.paths) {
        const text = readFileSync(join(folder, path), 'utf8');
        for (const { id } of onPath) assert.ok(text.includes(id), `${path} ${id}`);
      }
      const on = new Set(signals.paths.flatMap((each) => each.reviews.map(({ id }) => id)));
      assert.deepEqual(
        signals.onNoPath.map(({ id }) => id).sort(),
        reviews.flatMap(({ id }) => (on.has(id) ? [] : [id])).sort(),
      );
    });

    it('says the same numbers in every form, and no score', () => {
      const code = signals.citations.filter(({ realm }) => realm === 'code');
      const documents = signals.citations.filter(({ realm }) => realm === 'document');
      const idsOf = (all: LearningSignals['citations']) => new Set(all.map(({ id }) => id)).size;
      const text = wordsOf(runCli(['signals'], folder).stdout);
      const html = wordsOf(textIn(parse(runCli(['signals', '--format', 'html'], folder).stdout)));
      const markdown = runCli(['signals', '--format', 'md'], folder).stdout;
      for (const form of [text, html, wordsOf(markdown)]) {
        assert.ok(form.includes(`${code.length} citations in code, of ${idsOf(code)} reviews.`));
        assert.ok(
          form.includes(`${documents.length} citations in documents and diagrams, of ${idsOf(documents)} reviews.`),
        );
        assert.ok(form.includes(`${signals.materials.length} reviews hold drawings, pictures or documents.`));
        assert.ok(form.includes(`${signals.transcripts.length} reviews come with the transcript of a conversation.`));
        assert.ok(form.includes(`${signals.onNoPath.length} reviews on no path yet:`));
        assert.doesNotMatch(form, /score|rank|MTT|root cause|%|best|worst|average/i);
      }
      const rows = [...markdown.matchAll(/^\| the (\w+) quarter of (\d+) \| (\d+) \|$/gm)].map(([, , , count]) =>
        Number(count),
      );
      const periods = signals.history?.periods ?? [];
      const drawn = (realm: 'code' | 'document') => {
        const counts = periods.map((each) => each[realm]);
        return counts.slice(counts.findIndex((count) => count > 0));
      };
      assert.deepEqual(rows, [...drawn('code'), ...drawn('document')]);
    });

    it('goes on from what it kept, with the same answer', () => {
      const cache = join(temporaryFolder({}), 'history');
      const first = runCli(['signals', '--format', 'json', '--cache', cache], folder);
      assert.ok(existsSync(cache));
      assert.equal(runCli(['signals', '--format', 'json', '--cache', cache], folder).stdout, first.stdout);
      assert.deepEqual(JSON.parse(first.stdout), signals);
    });
  });

  it('invites to cite what nobody cites yet, by what it is about', () => {
    const folder = new GitFolder({
      'docs/incidents/INC-1.md': '# INC-1: One\n\n## What surprised us\n\n- The clock ran backwards. Twice.\n',
      'docs/incidents/INC-2.md': '# INC-2: Two\n\nThe queue was full.\n\nAs in INC-1.\n',
      'docs/incidents/INC-3.md': '# INC-3: Three\n',
      'a.ts': '// INC-3\n',
    });
    const { stdout } = runCli(['signals'], folder.path);
    assert.match(
      stdout,
      /Not cited yet\n\nNo code and no design document refers to these reviews yet\. Maybe you know one that learned from\nthem\.\n {2}• INC-1 · One — “The clock ran backwards\.”\n {2}• INC-2 · Two — “The queue was full\.”\n$/,
    );
  });

  it('says what is not committed yet, and why nothing is dated where there is no git', () => {
    const files = { 'docs/incidents/INC-1.md': '# INC-1: One\n', 'a.ts': '// INC-1 is why\n' };
    const folder = new GitFolder(files, '2024-05-06T07:08:09Z');
    addFile(folder.path, 'b.ts', '// INC-1, too\n');
    assert.match(
      runCli(['signals'], folder.path).stdout,
      /• not committed yet · b\.ts:1 · INC-1 — “INC-1, too”\n {2}• 6 May 2024 · a\.ts:1 · INC-1 — “INC-1 is why”/,
    );
    const { code, stdout } = runCli(['signals'], temporaryFolder(files));
    assert.equal(code, 0);
    assert.match(stdout, /Since when is not said: this folder is in no git repository, or git is not installed\./);
    assert.match(stdout, / {2}• a\.ts:1 · INC-1 — “INC-1 is why”/);
  });

  it('shows hostile text as text, in every form', () => {
    const evil = '<img src=x onerror=alert(1)> [a](command:x) `b` https://evil.example @someone ::error::x';
    const folder = new GitFolder({
      'docs/incidents/INC-1.md': `# INC-1: ${evil}\n\n## What surprised us\n\n${evil}\n`,
      'docs/incidents/INC-2.md': '# INC-2: Two\n',
      'a <b> & `c`.ts': `// INC-2 ${evil}\n`,
    });
    const html = runCli(['signals', '--format', 'html'], folder.path).stdout;
    assert.doesNotMatch(html, /<img|<script|<a\b|href=/);
    assert.ok(textIn(parse(html)).includes('<img src=x onerror=alert(1)>'));
    const markdown = runCli(['signals', '--format', 'md'], folder.path).stdout;
    const rendered = new MarkdownIt({ html: true, linkify: true }).render(markdown);
    assert.doesNotMatch(rendered, /<img|<a\b|href=/);
    assert.ok(rendered.includes('&lt;img src=x onerror=alert(1)&gt;'));
    assert.doesNotMatch(runCli(['signals'], folder.path).stdout, /^\s*::/m);
  });
});

/** The words of a page, on one line. */
function wordsOf(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replace(/\s+/g, ' ');
}

/** What a reader sees of a page, its styles aside. */
function textIn(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || node.nodeName === 'style' || node.nodeName === 'title') return '';
  return node.childNodes.map(textIn).join(node.nodeName === 'li' ? '' : ' ');
}
