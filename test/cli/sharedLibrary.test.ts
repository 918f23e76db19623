import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Citation } from '../../src/core/citations/citation';
import type { Finding } from '../../src/core/finding';
import { addFile, temporaryFolder } from '../indexing/temporaryFolder';
import { GitFolder } from '../support/gitFolder';
import { askCli, runCli } from './runCli';

/** A library that carries its rules: its ids are known by a pattern, and by an id of before. */
const library = {
  'precedent.yaml': 'version: 1\nidPatterns: ["OUTAGE\\\\d{4}"]\naliases: { OPS-1: INC-7 }\n',
  'INC-7.md': '# INC-7: Holds that never ended\n',
  'INC-8.md': '# INC-8: Slow login\n',
};

const code = { 'src/a.ts': '// INC-7, once OPS-1\n// see OUTAGE0001\n' };

/** What cites the library, however it came to be there. */
const wanted = ['INC-7 true', 'INC-7 true', 'OUTAGE0001 false'];

function cited(args: readonly string[], folder: string): string[] {
  const { citations } = askCli<{ readonly citations: readonly Citation[] }>(['citations', 'src', ...args], folder);
  return citations.map(({ id, text, known }) => `${id ?? text} ${known}`);
}

function withSubmodule(): { readonly repository: GitFolder; readonly reviews: GitFolder } {
  const reviews = new GitFolder(library);
  const repository = new GitFolder(code);
  const add = ['submodule', '--quiet', 'add', reviews.path, 'docs/incidents'];
  repository.git('-c', 'protocol.file.allow=always', ...add);
  repository.commit({});
  return { repository, reviews };
}

describe('a library for many repositories', function () {
  this.timeout(60_000);

  it('may be a submodule', () => {
    const { repository } = withSubmodule();
    assert.deepEqual(cited([], repository.path), wanted);
  });

  it('is not compared by check --diff where it is a submodule, which says so', () => {
    const { repository } = withSubmodule();
    const inside = join(repository.path, 'docs/incidents');
    addFile(inside, 'INC-9.md', '# INC-9: Nine\n');
    const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    repository.git('-C', inside, ...person, 'add', '--all');
    repository.git('-C', inside, ...person, 'commit', '--quiet', '-m', 'Nine');
    repository.commit({ 'src/b.ts': '// INC-9 and INC-10\n' });
    const run = runCli(['check', '--diff', 'HEAD^', '--format', 'json'], repository.path);
    const { findings }: { readonly findings: readonly Finding[] } = JSON.parse(run.stdout);
    assert.deepEqual(
      findings.map(({ code, path }) => `${code} ${path}`),
      ['unknown-citation src/b.ts'],
    );
    assert.equal(run.stderr, 'docs/incidents is a submodule; what changed in it is not compared.\n');
  });

  it('may be a checkout beside the repository', () => {
    const beside = temporaryFolder(library);
    const folder = temporaryFolder(code);
    assert.equal(dirname(beside), dirname(folder));
    assert.deepEqual(cited(['--source', `../${basename(beside)}`], folder), wanted);
  });

  it('may be a folder that nobody may write to, and nothing is written', () => {
    const mounted = temporaryFolder(library);
    for (const name of readdirSync(mounted)) chmodSync(join(mounted, name), 0o444);
    chmodSync(mounted, 0o555);
    const before = statSync(mounted).mtimeMs;
    try {
      assert.deepEqual(cited(['--source', mounted], temporaryFolder(code)), wanted);
      assert.deepEqual([statSync(mounted).mtimeMs, readdirSync(mounted)], [before, Object.keys(library).sort()]);
    } finally {
      chmodSync(mounted, 0o755);
    }
  });

  it('says when its rules are for a newer version, and is read as far as they are known', () => {
    const newer = { ...library, 'precedent.yaml': `${library['precedent.yaml'].replace('1', '2')}dreams: [x]\n` };
    const mounted = temporaryFolder(newer);
    const folder = temporaryFolder(code);
    assert.deepEqual(cited(['--source', mounted], folder), wanted);
    const { problems } = askCli<{ readonly problems: readonly Finding[] }>(['list', '--source', mounted], folder);
    assert.deepEqual(
      problems.map(({ code, message, severity }) => ({ code, message, severity })),
      [
        {
          code: 'newer-rules',
          message:
            'This library asks for version 2 of these rules, and this Precedent reads version 1. What it does not know is left out; a newer Precedent reads it all.',
          severity: 'warning',
        },
      ],
    );
  });
});
