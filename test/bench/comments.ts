import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Node, Parser } from '@vscode/tree-sitter-wasm';
import { commentSpans } from '../../src/core/citations/commentSpans';
import { type Language, Languages } from '../../src/core/citations/languages';
import { type Figure, median } from './figures';

// It is no ES module.
const require = createRequire(join(process.cwd(), 'package.json'));

const rounds = 5;
/** Before them, so that both are compiled: theirs is from the beginning, ours takes some MB of text. */
const warmRounds = 12;
const mostFiles = 40;
/** So much text at least is looked through in a round, in UTF-16 units: the same files again where there are few. */
const enough = 400_000;
const largest = 100_000;

/** Where sources of other people lie: what is there is compared, what is not is said. */
const roots = [
  'test/sample',
  'node_modules',
  '/usr/share/go-1.19/src',
  '/usr/lib/python3',
  '/usr/include',
  '/usr/share',
  '/usr/lib',
  '/etc',
];

/** The grammars of the package, by the id that VS Code has for their language. In `regex` there are no comments. */
const grammars: Readonly<Record<string, [grammar: string, files: RegExp]>> = {
  cpp: ['cpp', /\.(?:cpp|cc|hpp|h)$/],
  csharp: ['c-sharp', /\.cs$/],
  css: ['css', /\.css$/],
  go: ['go', /\.go$/],
  ini: ['ini', /\.(?:ini|cfg|desktop|mount|service|socket|target|timer)$/],
  java: ['java', /\.java$/],
  javascript: ['javascript', /\.[cm]?js$/],
  php: ['php', /\.php$/],
  powershell: ['powershell', /\.ps1$/],
  python: ['python', /\.py$/],
  ruby: ['ruby', /\.rb$/],
  rust: ['rust', /\.rs$/],
  shellscript: ['bash', /\.sh$/],
  typescript: ['typescript', /\.[cm]?ts$/],
  typescriptreact: ['tsx', /\.tsx$/],
};

/** Our comments against those of tree-sitter, character by character, and the time that each takes, per kB. */
export async function comments(): Promise<Figure[]> {
  const treeSitter: typeof import('@vscode/tree-sitter-wasm') = require('@vscode/tree-sitter-wasm');
  await treeSitter.Parser.init();
  const wasm = dirname(require.resolve('@vscode/tree-sitter-wasm'));
  const named = Object.values(grammars).map(([, files]) => files);
  const files = roots.filter(existsSync).flatMap((root) => filesBelow(root, named));
  const figures: Figure[] = [];
  for (const [id, [grammar, named]] of Object.entries(grammars)) {
    const language = Languages.builtIn.find({ languageId: id });
    const texts = spread(files.filter((path) => named.test(path))).flatMap(textOf);
    if (texts.length === 0 || !language) {
      console.log(`skipped: comments of ${id}: there are no such files here`);
      continue;
    }
    const parser = new treeSitter.Parser();
    parser.setLanguage(await treeSitter.Language.load(join(wasm, `tree-sitter-${grammar}.wasm`)));
    figures.push(...compare(id, language, parser, texts));
    parser.delete();
  }
  return figures;
}

function compare(id: string, language: Language, parser: Parser, all: readonly string[]): Figure[] {
  // What the grammar does not understand, it cannot judge.
  const texts = all.filter((text) => !parse(parser, text, (root) => root.hasError));
  if (texts.length === 0) return [];
  const many = repeated(texts);
  const kilobytes = lengthOf(many) / 1000;
  const took = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < warmRounds + rounds; round++) {
    const ours = timed(() => {
      for (const text of many) commentSpans(text, language);
    });
    const theirs = timed(() => {
      for (const text of many) parse(parser, text, () => undefined);
    });
    if (round < warmRounds) continue;
    took.ours.push(ours);
    took.theirs.push(theirs);
  }
  let equal = 0;
  let length = 0;
  for (const text of texts) {
    const ours = marks(
      text,
      commentSpans(text, language).filter(({ kind }) => kind === 'comment'),
    );
    const theirs = parse(parser, text, (root) => marks(text, commentsOf(root)));
    length += text.length;
    for (let at = 0; at < text.length; at++) if (ours[at] === theirs[at]) equal++;
  }
  const [ours, theirs] = [median(took.ours), median(took.theirs)];
  const each = (ms: number) => `${((1000 * ms) / kilobytes).toFixed(1)} µs`;
  return [
    {
      name: `comments of ${id}, per kB: tree-sitter / Precedent`,
      ratio: theirs / ours,
      target: 20,
      atLeast: true,
      measured: `tree-sitter ${each(theirs)}, Precedent ${each(ours)}; ${texts.length} files of ${Math.round(lengthOf(texts) / 1000)} kB`,
    },
    {
      name: `comments of ${id}: % of characters told alike`,
      ratio: (100 * equal) / length,
      target: 99.9,
      atLeast: true,
      measured: `${length - equal} of ${length} told otherwise`,
    },
  ];
}

/** The same texts, as often as makes enough. */
function repeated(texts: readonly string[]): readonly string[] {
  const times = Math.max(1, Math.ceil(enough / Math.max(1, lengthOf(texts))));
  return Array.from({ length: times }, () => texts).flat();
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function parse<Answer>(parser: Parser, text: string, read: (root: Node) => Answer): Answer {
  const tree = parser.parse(text);
  if (!tree) throw new Error('It was not parsed.');
  const answer = read(tree.rootNode);
  tree.delete();
  return answer;
}

/** Comments as the grammar names them. A text in the place of a statement is a docstring, which talks to people, too. */
function commentsOf(root: Node): { readonly start: number; readonly end: number }[] {
  const nodes = root.descendantsOfType(['comment', 'line_comment', 'block_comment']);
  const docstrings = root.descendantsOfType('expression_statement').flatMap((statement) => {
    const [only, ...others] = statement?.children ?? [];
    return only?.type === 'string' && others.length === 0 ? [only] : [];
  });
  return [...nodes, ...docstrings].flatMap((node) => (node ? [{ start: node.startIndex, end: node.endIndex }] : []));
}

/** Which characters stand in comments. Line breaks and the blanks before them belong to nobody, nor does a `#!`. */
function marks(text: string, spans: readonly { readonly start: number; readonly end: number }[]): Uint8Array {
  const marked = new Uint8Array(text.length);
  for (const { start, end } of spans) marked.fill(1, start, end);
  for (const { 0: blank, index } of text.matchAll(/[ \t]*(?:\r?\n|$)/g)) marked.fill(0, index, index + blank.length);
  if (text.startsWith('#!')) marked.fill(0, 0, text.indexOf('\n'));
  return marked;
}

function timed(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

/** Only those that are so named: a heap of all others would have to be looked through meanwhile, which would count as ours. */
function filesBelow(root: string, named: readonly RegExp[]): string[] {
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && named.some((each) => each.test(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** As many as are compared, from everywhere. */
function spread(files: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(files.length / mostFiles));
  return files.filter((_, at) => at % step === 0).slice(0, mostFiles);
}

function textOf(path: string): string[] {
  if (statSync(path).size > largest) return [];
  return [readFileSync(path, 'utf8').replace(/^\ufeff/, '')];
}
