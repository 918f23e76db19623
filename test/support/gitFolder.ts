import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { addFile, temporaryFolder } from '../indexing/temporaryFolder';

/** A repository in a temporary folder, with nothing of the person who runs the tests in it. */
export class GitFolder {
  readonly path: string;

  /** With these files in its first commit, on the branch `main`. */
  constructor(files: Readonly<Record<string, string>>, date = '2024-01-02T03:04:05Z') {
    this.path = temporaryFolder({});
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit(files, date);
  }

  git(...args: readonly string[]): string {
    return this.#git(args);
  }

  /** Writes files, takes away those whose text is `undefined`, and commits; answers the name of the commit. */
  commit(files: Readonly<Record<string, string | undefined>>, date = '2024-01-02T03:04:05Z'): string {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) rmSync(join(this.path, path));
      else addFile(this.path, path, text);
    }
    this.git('add', '--all');
    this.#git(['commit', '--quiet', '--allow-empty', '-m', 'A change'], date);
    return this.git('rev-parse', 'HEAD').trim();
  }

  #git(args: readonly string[], date = '2024-01-02T03:04:05Z'): string {
    const person = ['user.name=Somebody', 'user.email=somebody@example.org', 'commit.gpgsign=false'];
    const settings = [...person, 'core.autocrlf=false', 'core.hooksPath=.git/none'].flatMap((each) => ['-c', each]);
    return execFileSync('git', [...settings, ...args], {
      cwd: this.path,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: join(this.path, '.git', 'none'),
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}
