import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './seeded';

/** How large the generated history is. */
export interface HistorySize {
  readonly files: number;
  readonly commits: number;
}

/** Reviews of the generated library: `INC-1` and so on. */
const reviews = 200;

/**
 * Makes a repository with a made-up history, the same on every machine: files of code of some 4 kB, each commit changes one to four lines in one to
 * three of them, and one commit in forty adds or takes away a comment that cites a review. Made once; answers its folder.
 */
export function generateHistory(parent: string, { files, commits }: HistorySize): string {
  const folder = join(parent, `history-${files}-${commits}`);
  if (existsSync(join(folder, 'made'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const git = (args: readonly string[], input?: string) =>
    execFileSync('git', args, { cwd: folder, maxBuffer: 1 << 30, ...(input !== undefined && { input }) });
  git(['init', '--quiet', '--initial-branch=main']);
  git(['fast-import', '--quiet', '--done'], [...stream(files, commits), 'done\n'].join(''));
  git(['checkout', '--quiet', 'main']);
  writeFileSync(join(folder, 'made'), '');
  return folder;
}

function* stream(files: number, commits: number): Generator<string> {
  const random = seeded(7);
  const below = (most: number) => Math.floor(random() * most);
  const code = () => `const value${below(1e6)} = compute(${below(1e6)}, "${below(1e9).toString(36)}");`;
  const texts = Array.from({ length: files }, () => Array.from({ length: 90 }, code));
  const pathOf = (at: number) => `src/part${at % 40}/module${at}.ts`;
  const start = Date.UTC(2012, 0, 1) / 1000;
  yield head(1, start);
  for (let at = 1; at <= reviews; at++) yield file(`docs/incidents/INC-${at}.md`, `# INC-${at}: Incident ${at}\n`);
  for (const [at, lines] of texts.entries()) yield file(pathOf(at), lines.join('\n'));
  for (let commit = 2; commit <= commits; commit++) {
    yield head(commit, start + commit * 12_000);
    for (let changed = below(3); changed >= 0; changed--) {
      const at = below(files);
      const lines = texts[at] ?? [];
      for (let line = below(4); line >= 0; line--) lines[below(lines.length)] = code();
      if (commit % 40 === 0)
        lines[below(lines.length)] = `// Leave this as it is: INC-${1 + below(reviews)} tells why.`;
      yield file(pathOf(at), lines.join('\n'));
    }
  }
}

function head(mark: number, time: number): string {
  const from = mark === 1 ? '' : `from :${mark - 1}\n`;
  const who = `Somebody <somebody@example.org> ${time} +0000`;
  return `commit refs/heads/main\nmark :${mark}\ncommitter ${who}\ndata 1\nx\n${from}`;
}

function file(path: string, text: string): string {
  return `M 100644 inline ${path}\ndata ${new TextEncoder().encode(text).length}\n${text}\n`;
}
