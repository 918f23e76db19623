import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every so many files of Go cites an incident. */
const every = 23;
const reviews = 40;

/**
 * A copy of a tree of Go sources as a Git repository with a made-up library and two branches, `main` and `other`: on the second one,
 * citations came and went, folders were moved, a review is new and one is gone, and a folder is ignored. `more` is a folder of
 * generated reviews that lie beside the made-up ones, with ids of their own. The same each time.
 */
export function makeBigTree(tree, folder, more) {
  cpSync(tree, folder, { recursive: true, dereference: true });
  const git = (...args) => execFileSync('git', [...ours, ...args], { cwd: folder, stdio: 'pipe' });
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (let id = 1; id <= reviews; id++) write(`docs/incidents/INC-${id}.md`, review(id));
  for (const name of readdirSync(more)) {
    const text = readFileSync(join(more, name), 'utf8').replaceAll('INC-', 'OPS-');
    write(`docs/incidents/${name.replace('INC-', 'OPS-')}`, text);
  }
  write(
    'docs/design/locks.md',
    '# Locks\n\nAfter INC-7 we wait; INC-12 says for how long. INC-900 is not written yet.\n',
  );
  const sources = goFiles(folder);
  for (const [at, path] of sources.entries()) if (at % every === 0) append(folder, path, cite(at));
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message=One');
  git('checkout', '--quiet', '-b', 'other');
  for (const [at, path] of sources.entries()) {
    if (at % (every * 3) === 0) append(folder, path, cite(at + 5));
    if (at % (every * 5) === every) writeFileSync(join(folder, path), 'package gone\n');
    if (at % 401 === 7) rmSync(join(folder, path));
  }
  renameSync(join(folder, 'src/strconv'), join(folder, 'src/strconv2'));
  rmSync(join(folder, 'src/net/http'), { recursive: true });
  rmSync(join(folder, 'docs/incidents/INC-3.md'));
  write(`docs/incidents/INC-900.md`, review(900));
  write('src/encoding/.gitignore', '/json/\n*_test.go\n');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message=Two');
  git('checkout', '--quiet', 'main');
  return folder;
}

/** Puts a branch of it into the working tree, whatever has changed there. */
export function checkOut(folder, branch) {
  execFileSync('git', [...ours, 'checkout', '--quiet', '--force', branch], { cwd: folder, stdio: 'pipe' });
}

const ours = [
  'user.name=Sample',
  'user.email=sample@example.com',
  'commit.gpgsign=false',
  'core.hooksPath=.git/none',
  'gc.auto=0',
].flatMap((each) => ['-c', each]);

function review(id) {
  return `# INC-${id}: The ${id}th\n\nIt looked like INC-${(id % reviews) + 1} at first.\n\n## What surprised us\n\nNobody had looked.\n`;
}

function cite(at) {
  return `\n// Waits on purpose, see INC-${(at % (reviews + 5)) + 1}.\n`;
}

function append(folder, path, text) {
  writeFileSync(join(folder, path), readFileSync(join(folder, path), 'latin1') + text, 'latin1');
}

function goFiles(folder) {
  return readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.go'))
    .map((path) => `src/${path}`)
    .sort();
}
