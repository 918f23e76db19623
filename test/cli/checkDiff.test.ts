import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/core/finding';
import { addFile, temporaryFolder } from '../indexing/temporaryFolder';
import { GitFolder } from '../support/gitFolder';
import { type CliRun, runCli } from './runCli';

const main = {
  'docs/incidents/INC-7.md': '# INC-7: Holds that never ended\n\n## What surprised us\n\nThe cache.\n',
  'docs/incidents/INC-9.md': '# INC-9: The login\n\nIt was slow.\n',
  'docs/incidents/INC-11.md': '# INC-11: The queue\n\nIt was full.\n',
  'src/hold.ts': '// Holds end one by one: INC-7#what-surprised-us\n// As INC-99 told.\nexport const hold = 1;\n',
  'src/login.ts': '// Wait for the answer: INC-9.\nexport const login = 1;\n',
  'src/queue.ts': '// Leave room: INC-11.\nexport const queue = 1;\n',
  'docs/design.md': 'See INC-11, and INC-98.\n',
};

/** What a pull request does: one thing of every kind that is told, and others that are not. */
const branch = {
  // A passage that is cited elsewhere goes.
  'docs/incidents/INC-7.md': '# INC-7: Holds that never ended\n\n## What was strange\n\nThe cache.\n',
  // A review that cannot be read in full.
  'docs/incidents/INC-12.md': '---\nid: INC-12\ntags: [a\n---\n\n# The disk\n',
  // The last citation of INC-9 goes; that of INC-11 in this file does not matter.
  'src/login.ts': 'export const login = 2;\n',
  'src/queue.ts': 'export const queue = 2;\n',
  // An id that nobody knows, beside one that was not known before.
  'docs/design.md': 'See INC-11, INC-97, and still INC-98.\n',
};

function demo(): GitFolder {
  const repository = new GitFolder(main);
  repository.git('switch', '--quiet', '--create', 'topic');
  repository.commit(branch);
  // The main line goes on: what happens there is not the branch's.
  repository.git('switch', '--quiet', 'main');
  repository.commit({ 'src/other.ts': '// INC-96\n' });
  repository.git('switch', '--quiet', 'topic');
  return repository;
}

function findingsOf({ stdout }: CliRun): readonly Finding[] {
  const answer: { readonly findings: readonly Finding[] } = JSON.parse(stdout);
  return answer.findings;
}

function told(run: CliRun): string[] {
  return findingsOf(run).map(({ code, path, line }) => `${code} ${path}${line === undefined ? '' : `:${line}`}`);
}

describe('precedent check --diff', function () {
  this.timeout(60_000);

  it('tells what a branch brings, and nothing that was there before', () => {
    const { path } = demo();
    const run = runCli(['check', '--diff', 'main'], path);
    assert.equal(run.code, 1, run.stderr);
    assert.equal(
      run.stdout,
      `docs/design.md:1:13: information: No review with the id INC-97 here. Closest: INC-9, INC-7.
  [unknown-citation]
    See INC-11, INC-97, and still INC-98.
                ^^^^^^
docs/incidents/INC-12.md:3: information: The front matter cannot be read in full. Flow sequence in
  block collection must be sufficiently indented and end with a ]. The text below it is indexed;
  mend line 3 to have its fields too. [unreadable-front-matter]
    tags: [a
src/hold.ts:1:31: information: There is no passage “what-surprised-us” in INC-7. [missing-passage]
    // Holds end one by one: INC-7#what-surprised-us
                                  ^^^^^^^^^^^^^^^^^^
src/login.ts:1: hint: The last citation of INC-9 (The login) goes with this change. Does something
  else here still need its story? [last-citation]
    // Wait for the answer: INC-9.

4 findings.
`,
    );
  });

  it('prints the same as JSON, SARIF and annotations', () => {
    const { path } = demo();
    const all = [
      'unknown-citation docs/design.md:1',
      'unreadable-front-matter docs/incidents/INC-12.md:3',
      'missing-passage src/hold.ts:1',
      'last-citation src/login.ts:1',
    ];
    assert.deepEqual(told(runCli(['check', '--diff', 'main', '--format', 'json'], path)), all);
    const sarif = JSON.parse(runCli(['check', '--diff', 'main', '--format', 'sarif'], path).stdout);
    assert.deepEqual(
      sarif.runs[0].results.map((each: { readonly ruleId: string }) => each.ruleId),
      all.map((each) => each.split(' ')[0]),
    );
    const github = runCli(['check', '--diff', 'main', '--format', 'github'], path).stdout.trimEnd().split('\n');
    assert.equal(github.length, 4);
    for (const line of github) assert.match(line, /^::notice file=[^:]+,title=Precedent [a-z-]+::[^\n]+$/);
  });

  it('is fine where a branch only takes away, but for the question', () => {
    const repository = new GitFolder(main);
    repository.commit({ 'src/login.ts': undefined, 'docs/design.md': 'Nothing.\n' });
    const run = runCli(['check', '--diff', 'HEAD^', '--format', 'json'], repository.path);
    assert.deepEqual([run.code, told(run)], [0, ['last-citation src/login.ts']]);
    assert.equal(runCli(['check', '--diff', 'HEAD^', '--fail-on', 'hint'], repository.path).code, 1);
    assert.equal(runCli(['check', '--diff', 'HEAD^', '--fail-on', 'never'], repository.path).code, 0);
  });

  it('takes code that was moved or edited for what it was', () => {
    const repository = new GitFolder(main);
    repository.git('mv', 'src/hold.ts', 'src/held.ts');
    repository.commit({
      'src/held.ts': `import x from 'x';\n${main['src/hold.ts']}`,
      'docs/design.md': 'Look at INC-11. And INC-98, too.\n',
      'src/login.ts': undefined,
      'src/session.ts': main['src/login.ts'],
    });
    const run = runCli(['check', '--diff', 'HEAD^', '--format', 'json'], repository.path);
    assert.deepEqual([run.code, told(run)], [0, []]);
  });

  it('looks at what is not committed yet, and leaves files alone that git does not know', () => {
    const { path } = new GitFolder(main);
    addFile(path, 'src/login.ts', '// INC-9 and INC-95\n');
    addFile(path, 'src/unknown.ts', '// INC-94\n');
    assert.deepEqual(told(runCli(['check', '--diff', 'HEAD', '--format', 'json'], path)), [
      'unknown-citation src/login.ts:1',
    ]);
  });

  it('tells what the removal of a review leaves behind', () => {
    const repository = new GitFolder(main);
    repository.commit({ 'docs/incidents/INC-11.md': undefined });
    assert.deepEqual(told(runCli(['check', '--diff', 'HEAD^', '--format', 'json'], repository.path)), [
      'unknown-citation docs/design.md:1',
      'unknown-citation src/queue.ts:1',
    ]);
  });

  it('keeps to the paths it is given, and to a root below that of the repository', () => {
    const { path } = demo();
    assert.deepEqual(told(runCli(['check', '--diff', 'main', '--format', 'json', 'src'], path)), [
      'missing-passage src/hold.ts:1',
      'last-citation src/login.ts:1',
    ]);
    const below = runCli(['check', '--diff', 'main', '--format', 'json', '--root', 'docs'], path);
    assert.deepEqual(told(below), ['unknown-citation design.md:1', 'unreadable-front-matter incidents/INC-12.md:3']);
  });

  it('reads a library that the branch brings', () => {
    const repository = new GitFolder({ 'src/a.ts': '// INC-7\n' });
    repository.commit({ 'reviews/INC-7.md': '# INC-7: One\n', 'src/b.ts': '// INC-8\n' });
    const args = ['check', '--diff', 'HEAD^', '--source', 'reviews', '--format', 'json'];
    assert.deepEqual(told(runCli(args, repository.path)), ['unknown-citation src/b.ts:1']);
  });

  it('says what is missing, and ends with 2', () => {
    const { path } = new GitFolder(main);
    const cases: [string, string, RegExp][] = [
      [path, 'nowhere', /^There is no revision nowhere here\. In a clone for a pipeline, fetch it first\.\n$/],
      [path, '--output=x', /^There is no revision --output=x here/],
      [temporaryFolder(main), 'main', /^--diff needs git, and .+ in a repository of it\.\n$/],
    ];
    for (const [root, revision, words] of cases) {
      const { code, stdout, stderr } = runCli(['check', `--diff=${revision}`], root);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, words);
    }
  });

  it('starts nothing that the repository names', () => {
    const path = demoWithTraps();
    const run = runCli(['check', '--diff', 'main', '--format', 'json'], path);
    assert.equal(run.code, 1, run.stderr);
    assert.equal(existsSync(join(path, '.git', 'sprung')), false);
  });

  it('lets no title forge a line', () => {
    const title = 'x\u2028::error::forged %0A::error::forged ##vso[task.complete]\u001b[31m';
    const repository = new GitFolder({
      'docs/incidents/INC-7.md': `# INC-7: ${title}\n`,
      'docs/incidents/INC-8.md': '# INC-8: Two\n',
      'src/a::error::b,c.ts': '// INC-7\n',
    });
    repository.commit({ 'src/a::error::b,c.ts': '// INC-9\n' });
    const github = runCli(['check', '--diff', 'HEAD^', '--format', 'github'], repository.path).stdout;
    const lines = github.trimEnd().split(/[\r\n\u2028\u2029]/);
    assert.equal(lines.length, 2);
    for (const line of lines) {
      assert.match(line, /^::notice file=src\/a%3A%3Aerror%3A%3Ab%2Cc\.ts,/);
      assert.equal(line.includes('\u001b'), false);
    }
    for (const format of ['text', 'json', 'sarif'] as const) {
      const { stdout } = runCli(['check', '--diff', 'HEAD^', '--format', format], repository.path);
      assert.doesNotMatch(stdout, /^\s*::/m);
      assert.doesNotMatch(stdout, /[^\P{Cc}\n]|##vso\[/u);
    }
  });
});

/** A repository whose settings name programs for whatever git may start. */
function demoWithTraps(): string {
  const repository = demo();
  const { path } = repository;
  const trap = join(path, '.git', 'trap.sh');
  addFile(path, '.git/trap.sh', `echo sprung >> "${join(path, '.git', 'sprung')}"\ncat\n`);
  addFile(path, '.gitattributes', '* filter=trap diff=trap\n');
  const settings = {
    'core.fsmonitor': trap,
    'core.pager': trap,
    'diff.external': trap,
    'diff.trap.textconv': trap,
    'diff.trap.command': trap,
    'filter.trap.clean': `sh ${trap}`,
    'filter.trap.smudge': `sh ${trap}`,
  };
  for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
  addFile(path, 'src/hold.ts', main['src/hold.ts'].replace('const', 'let'));
  return path;
}
