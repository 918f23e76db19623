import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { addFile, temporaryFolder } from '../indexing/temporaryFolder';
import { GitFolder } from '../support/gitFolder';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const page = readFileSync('docs/pull-requests.md', 'utf8');

/** The examples of the page in one language, in order. */
function examples(language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text]) =>
    name === language ? [text ?? ''] : [],
  );
}

/** A repository with a library and the command line in it, and a branch `topic` that cites an id nobody knows. */
function demo(): GitFolder {
  const repository = new GitFolder({
    'docs/incidents/INC-7.md': '# INC-7: One\n',
    'docs/incidents/INC-8.md': '# INC-8: Two\n',
    'src/a.ts': '// INC-7, INC-98\n',
    'package.json': '{ "type": "module" }\n',
  });
  mkdirSync(join(repository.path, 'tools'));
  copyFileSync(resolve('dist/cli.js'), join(repository.path, 'tools/precedent.cjs'));
  repository.commit({ '.gitattributes': 'tools/** -text\n' });
  repository.git('switch', '--quiet', '--create', 'topic');
  repository.commit({ 'src/b.ts': '// INC-99: why\n' });
  return repository;
}

/** What GitHub checks out for a pull request: the branch merged into `main`, and one commit below it. */
function asGithubChecksOut(repository: GitFolder): string {
  repository.git('switch', '--quiet', 'main');
  repository.commit({ 'src/c.ts': '// INC-97: on main\n' });
  repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'topic');
  const folder = temporaryFolder({});
  repository.git('clone', '--quiet', '--depth', '2', `file://${repository.path}`, folder);
  return folder;
}

function sh(script: string, cwd: string) {
  // As GitHub runs a step.
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, encoding: 'utf8' });
}

describe('docs/pull-requests.md', function () {
  this.timeout(60_000);

  before(function () {
    if (process.platform === 'win32') this.skip(); // its examples are for a POSIX shell
  });

  it('has a script that stops a commit that cites what nobody knows, and lets others go', () => {
    const script = examples('sh').find((text) => text.startsWith('#!')) ?? '';
    const { path, git } = withHook(demo(), script);
    const commit = () =>
      spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'x'], {
        cwd: path,
        encoding: 'utf8',
      });
    addFile(path, 'src/d.ts', '// INC-96\n');
    git('add', 'src/d.ts');
    const refused = commit();
    assert.equal(refused.status, 1);
    assert.match(refused.stdout + refused.stderr, /^src\/d\.ts:1:4: information: No review with the id INC-96/m);
    assert.doesNotMatch(refused.stdout + refused.stderr, /INC-9[89]/);
    addFile(path, 'src/d.ts', '// INC-8\n');
    git('add', 'src/d.ts');
    const accepted = commit();
    assert.equal(accepted.status, 0, accepted.stderr);
  });

  it('has a configuration for the pre-commit framework that runs the same', () => {
    const config = parse(examples('yaml')[0] ?? '') as { repos: { hooks: { entry: string }[] }[] };
    const { path } = demo();
    addFile(path, 'src/a.ts', '// INC-7, INC-98, INC-95\n');
    const run = sh(config.repos[0]?.hooks[0]?.entry ?? '', path);
    assert.deepEqual([run.status, run.stdout.includes('INC-95'), run.stdout.includes('id INC-98')], [1, true, false]);
  });

  it('has a workflow that annotates what a pull request brings', () => {
    const workflow = parse(examples('yaml')[1] ?? '') as { on: string; jobs: Record<string, { steps: Step[] }> };
    assert.equal(workflow.on, 'pull_request');
    const steps = workflow.jobs.precedent?.steps ?? [];
    assert.equal(steps[0]?.with?.['fetch-depth'], 2);
    const run = sh(steps.find((step) => step.run)?.run ?? '', asGithubChecksOut(demo()));
    assert.equal(run.status, 1, run.stderr);
    assert.match(
      run.stdout,
      /^::notice file=src\/b\.ts,line=1,col=4,endColumn=10,title=Precedent unknown-citation::No review/,
    );
    assert.equal(run.stdout.trimEnd().split('\n').length, 1);
  });

  it('has steps that write SARIF as its schema wants it', () => {
    const { steps } = parse(examples('yaml')[2] ?? '') as { steps: Step[] };
    const folder = asGithubChecksOut(demo());
    assert.equal(sh(steps[0]?.run ?? '', folder).status, 0);
    const log: { readonly runs: readonly { readonly results: readonly unknown[] }[] } = JSON.parse(
      readFileSync(join(folder, String(steps[1]?.with?.sarif_file)), 'utf8'),
    );
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    assert.equal(validate(log), true, JSON.stringify(validate.errors));
    assert.equal(log.runs[0]?.results.length, 1);
  });
});

function withHook(repository: GitFolder, script: string): { readonly path: string; readonly git: GitFolder['git'] } {
  addFile(repository.path, '.git/hooks/pre-commit', script);
  chmodSync(join(repository.path, '.git/hooks/pre-commit'), 0o755);
  return { path: repository.path, git: (...args) => repository.git(...args) };
}
