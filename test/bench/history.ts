import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { Library } from '../../src/core/reviews/library';
import { findSources } from '../../src/indexing/findSources';
import { openRepository } from '../../src/indexing/git';
import { indexSource } from '../../src/indexing/indexSource';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { startPace } from '../../src/indexing/pace';
import { type ReadHistory, readHistory } from '../../src/indexing/readHistory';
import { type Figure, median } from './figures';
import { generateHistory } from './generateHistory';

const rounds = 3;
const size = { files: 2000, commits: 15_000 };

/** The citations of a long history: ours, which knows comments and dates each, against `git log -G` with one pattern for all ids, which lists commits. */
export async function history(): Promise<Figure[]> {
  const folder = generateHistory(join('out', 'bench'), size);
  const scan = await scanner(folder);
  const took = { git: [] as number[], precedent: [] as number[], later: [] as number[] };
  let whole: ReadHistory | undefined;
  for (let round = 0; round <= rounds; round++) {
    // The first round warms the disk.
    const git = time(() => {
      const args = ['--no-pager', 'log', '--first-parent', '-m', '--format=%H', '-G', 'INC-[0-9]+', 'HEAD'];
      execFileSync('git', args, { cwd: folder, maxBuffer: 1 << 30 });
    });
    const begun = performance.now();
    whole = await scan();
    const precedent = performance.now() - begun;
    if (!whole || whole.state.standing.length === 0) throw new Error('No citation was found.');
    if (round > 0) {
      took.git.push(git);
      took.precedent.push(precedent);
    }
  }
  const early = execFileSync('git', ['rev-parse', 'HEAD~100'], { cwd: folder, encoding: 'utf8' }).trim();
  for (let round = 0; round < rounds && whole; round++) {
    const before: ReadHistory = { ...whole, head: early };
    const begun = performance.now();
    await scan(before);
    took.later.push(performance.now() - begun);
  }
  const of = (name: keyof typeof took) => median(took[name]);
  const ms = (name: keyof typeof took) => `${of(name).toFixed(0)} ms`;
  const what = `${size.commits.toLocaleString('en')} commits of ${size.files.toLocaleString('en')} files`;
  return [
    {
      name: `history of citations, ${what}: Precedent / git log -G`,
      ratio: of('precedent') / of('git'),
      target: 1.5,
      measured: `Precedent ${ms('precedent')}, git log -G ${ms('git')}; medians of ${rounds}`,
    },
    {
      name: 'the same after 100 more commits: Precedent / git log -G of all',
      ratio: of('later') / of('git'),
      target: 0.2,
      measured: `Precedent ${ms('later')}`,
    },
  ];
}

async function scanner(folder: string): Promise<(before?: ReadHistory) => Promise<ReadHistory | undefined>> {
  if (!nodeFileSystem?.absolute) throw new Error('There is no file system.');
  const root = { place: nodeFileSystem.absolute(folder), fileSystem: nodeFileSystem };
  const library = new Library();
  for (const source of await findSources(root, { folders: [], allowOutside: false, idPatterns: [] })) {
    library.setSource(source);
    await indexSource(root, source, { onFile: ({ key, reading }) => library.set(key, source.key, reading) });
  }
  const known = new KnownIds(library);
  const repository = await openRepository(root.place);
  if (!repository) throw new Error('There is no repository.');
  return (before) =>
    readHistory(repository, root, {
      known,
      languages: Languages.builtIn,
      matchIn: () => 'comments',
      exclude: [],
      pace: startPace(),
      ...(before && { before }),
    });
}

function time(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}
