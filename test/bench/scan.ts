import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { CitationIndex } from '../../src/core/citations/citationIndex';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { Library } from '../../src/core/reviews/library';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { gatheringThread } from '../../src/indexing/gatheringThread';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { RemoteGatherer } from '../../src/indexing/remoteGatherer';
import { type Figure, median, quantile } from './figures';

const rounds = 5;
const never = new AbortController().signal;

/** How many citations of another kind a tree has at least: every tracker has its ids in comments. */
const manyCitations = 60_000;

/** A tree to search: where Debian puts it, as a folder or an archive of one. */
interface Tree {
  readonly name: string;
  readonly place: string;
  readonly missing: string;
}

const go: Tree = { name: 'Go', place: '/usr/share/go-1.19/src', missing: 'Debian: apt-get install golang-src' };
const linux: Tree = {
  name: 'Linux',
  place: process.env.LINUX_TREE ?? '/usr/src/linux-source-6.1.tar.xz',
  missing: 'Debian: apt-get install linux-source-6.1; or LINUX_TREE',
};

/** Searching whole trees for citations, in the thread that the window uses, against `rg -c` of the same tree. */
export async function scan(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const tree of process.argv.includes('--large') ? [go, linux] : [go]) {
    const missing = existsSync(tree.place) ? missingProgram() : tree.missing;
    if (missing) console.log(`skipped: searching ${tree.name}: ${missing}`);
    else figures.push(...(await scanOf(tree)));
  }
  return figures;
}

async function scanOf(tree: Tree): Promise<Figure[]> {
  const { folder, planted, sources } = plant(tree);
  const took: Record<'rg' | 'sparse' | 'again' | 'rgDense' | 'dense' | 'one' | 'burst', number[]> = {
    rg: [],
    sparse: [],
    again: [],
    rgDense: [],
    dense: [],
    one: [],
    burst: [],
  };
  let truth = { found: 0, wrong: 0 };
  let hits = 0;
  const dense = '[A-Z][A-Z0-9]+-[0-9]+';
  for (let round = 0; round <= rounds; round++) {
    const isWarm = round > 0;
    const keep = (what: keyof typeof took, ms: number) => isWarm && took[what].push(ms);
    keep('rg', countBy('PLANT-[0-9]+', folder));
    const sparse = await gather(folder, []);
    keep('sparse', sparse.ms);
    keep('again', await sparse.again());
    truth = compare(sparse.index, planted);
    keep('rgDense', countBy(dense, folder));
    const { index, gatherer, ms } = await gather(folder, [dense]);
    keep('dense', ms);
    hits = index.files.reduce((sum, file) => sum + index.in(file).length, 0);
    gatherer.dispose();
    const files = sources.map((path) => join(folder, path)).slice(0, 1000);
    for (const file of files.slice(0, isWarm ? 100 : 5)) keep('one', await change(sparse.gatherer, [file]));
    keep('burst', await change(sparse.gatherer, files));
    sparse.gatherer.dispose();
  }
  const of = (what: keyof typeof took) => median(took[what]);
  const ms = (what: keyof typeof took, name: string = what) => `${name} ${of(what).toFixed(0)} ms`;
  const share = (value: number) => (100 * value) / of('sparse');
  return [
    {
      name: `search ${tree.name} for citations: Precedent / rg -c`,
      ratio: of('sparse') / of('rg'),
      target: 2,
      measured: `${ms('sparse', 'Precedent')}, ${ms('rg')}; medians of ${rounds}`,
    },
    {
      name: `the same once more, when the code is compiled: Precedent / rg -c`,
      ratio: of('again') / of('rg'),
      target: 2,
      measured: ms('again', 'Precedent'),
    },
    {
      name: `the same with a pattern that is everywhere: Precedent / rg -c`,
      ratio: of('dense') / of('rgDense'),
      target: 2.5,
      measured: `${ms('dense', 'Precedent')} (${hits} citations), ${ms('rgDense', 'rg')}`,
    },
    {
      name: `planted citations found in ${tree.name}, of all`,
      ratio: truth.found / planted.length,
      target: 1,
      atLeast: true,
      measured: `${truth.found} of ${planted.length} in comments; ${truth.wrong} in strings reported (target 0)`,
    },
    {
      name: `one changed file p95, % of the search of ${tree.name}`,
      ratio: share(quantile(took.one, 0.95)),
      target: 0.1,
      measured: `p50 ${median(took.one).toFixed(2)} ms, p95 ${quantile(took.one, 0.95).toFixed(2)} ms`,
    },
    {
      name: `a burst of ${Math.min(1000, sources.length)} changed files, % of the search of ${tree.name}`,
      ratio: share(of('burst')),
      target: 10,
      measured: ms('burst', 'burst'),
    },
  ];
}

/** A copy with many ids in comments, and in every 40th file a citation in a comment and one in a string beside it that is none. */
function plant({ name, place }: Tree) {
  const folder = resolve('out', 'bench', `tree-${name}`);
  const every = 40;
  const isNew = !existsSync(join(folder, '.planted-5'));
  if (isNew) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    if (place.endsWith('.tar.xz')) {
      execFileSync('tar', ['-xJf', place, '-C', folder, '--strip-components=1']);
      // Debian's has a line of its own that leaves out everything.
      rmSync(join(folder, '.gitignore'), { force: true });
    } else cpSync(place, folder, { recursive: true, dereference: true });
  }
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:go|c|h)$/.test(path) && !path.includes('testdata') && isSearched(join(folder, path)))
    .sort();
  const each = Math.ceil(manyCitations / sources.length);
  for (const [at, path] of isNew ? sources.entries() : []) {
    const lines = Array.from({ length: each }, (_, line) => `\n// Beside TASK-${1 + ((at * each + line) % 9000)}.\n`);
    appendFileSync(join(folder, path), lines.join(''));
  }
  const cited = sources.filter((_, at) => at % every === 0);
  const lines = cited.map((path, at) => {
    const file = join(folder, path);
    const told = `\n// Waits on purpose, see PLANT-${(at % 45) + 1}.\n`;
    const string = path.endsWith('.go')
      ? `var planted${at} = "PLANT-${at + 1}"\n`
      : `static const char *p${at} = "PLANT-${at + 1}";\n`;
    if (isNew) appendFileSync(file, told + string, 'latin1');
    return { path, line: readFileSync(file, 'latin1').split('\n').length - 2 };
  });
  if (isNew) writeFileSync(join(folder, '.planted-5'), '');
  return { folder, planted: lines, sources };
}

/** Whether a file is looked at under this path: it is not reached by a link, and not larger than 2 MB. */
function isSearched(file: string): boolean {
  return realpathSync.native(file) === file && statSync(file).size < 2_000_000;
}

function missingProgram(): string | undefined {
  try {
    execFileSync('rg', ['--version']);
    return undefined;
  } catch {
    return 'there is no ripgrep (Debian: apt-get install ripgrep)';
  }
}

function countBy(pattern: string, folder: string): number {
  const begun = performance.now();
  execFileSync('rg', ['-c', pattern, folder], { maxBuffer: 2 ** 28 });
  return performance.now() - begun;
}

/** A search from the listing on. The thread stands ready, as it does in a window after its first search. */
async function gather(folder: string, idPatterns: readonly string[]) {
  const port = gatheringThread?.(resolve('dist', 'gatherer.js'));
  if (!port || !nodeFileSystem) throw new Error('There are no threads here.');
  const index = new CitationIndex();
  const gatherer = new RemoteGatherer(index, {
    languages: Languages.builtIn,
    known: new KnownIds(libraryOf(idPatterns)),
    port,
    canRead: () => true,
    onLost: (reason) => {
      throw new Error(reason);
    },
  });
  await gatherer.run(never, () => {});
  const fileSystem = nodeFileSystem;
  const rest = { exclude: [], except: new Set<string>(), matchIn: () => 'comments' as const };
  const again = async () => {
    const begun = performance.now();
    gatherer.setRoots([{ place: folder, fileSystem, ...rest }], Languages.builtIn);
    await gatherer.run(never, () => {});
    return performance.now() - begun;
  };
  return { index, gatherer, ms: await again(), again };
}

function libraryOf(idPatterns: readonly string[]): Library {
  const library = new Library();
  library.setSource({ key: '/lib', path: '/lib', rules: { ...defaultRules, idPatterns }, findings: [] });
  for (let id = 1; id <= 40; id++) {
    const key = `/lib/PLANT-${id}.md`;
    const file = { key, source: '/lib', path: key, pathInSource: `PLANT-${id}.md`, isTruncated: false, neighbours: [] };
    library.set(key, '/lib', readReviews({ ...file, text: `# PLANT-${id}: One\n` }, defaultRules));
  }
  return library;
}

function compare(index: CitationIndex, planted: readonly { readonly path: string; readonly line: number }[]) {
  const all = index.files
    .flatMap((file) => index.in(file))
    .filter(({ citation }) => citation.text.startsWith('PLANT-'));
  const places = new Set(all.map(({ citation }) => `${citation.path}:${citation.line}`));
  const found = planted.filter(({ path, line }) => places.has(`${path}:${line}`)).length;
  return { found, wrong: all.length - found };
}

async function change(gatherer: RemoteGatherer, files: readonly string[]): Promise<number> {
  const begun = performance.now();
  for (const file of files) gatherer.hint(file);
  await gatherer.run(never, () => {});
  return performance.now() - begun;
}
