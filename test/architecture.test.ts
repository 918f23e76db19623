import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { build } from 'esbuild';

/** What each room may import besides itself, in reading order. A folder missing here may import nothing at all. */
const rooms: Record<string, readonly string[]> = {
  'core/userError': [],
  'core/finding': [],
  'core/steps': [],
  'core/text': ['hast'],
  'core/reviews': [
    'core/text',
    'core/finding',
    'core/steps',
    'core/userError',
    'yaml',
    'smol-toml',
    'fuse.js',
    'picomatch',
  ],
  'core/citations': ['core/text', 'core/finding', 'core/steps', 'core/userError', 'core/reviews'],
  'core/wording': [
    'core/text',
    'core/finding',
    'core/userError',
    'core/reviews',
    'core/citations',
    'core/learning',
    'hast',
  ],
  'core/checks': ['core/text', 'core/finding', 'core/reviews', 'core/citations', 'core/wording'],
  'core/renaming': ['core/text', 'core/reviews', 'core/citations', 'core/wording', 'yaml'],
  'core/learning': ['core/text', 'core/finding', 'core/steps', 'core/reviews', 'core/citations'],
  indexing: ['core', 'node:', 'ignore', 'picomatch'],
  host: ['core', 'indexing', 'vscode', 'package.json', 'jsonc-parser'],
  editor: ['core', 'indexing', 'host', 'vscode'],
  sidebar: ['core', 'indexing', 'host', 'vscode'],
  story: [
    'core',
    'indexing',
    'host',
    'vscode',
    'markdown-it',
    'hast',
    'hast-util-from-parse5',
    'parse5',
    'hast-util-sanitize',
    'hast-util-to-html',
  ],
  signals: ['core', 'indexing', 'host', 'vscode', 'hast-util-to-html'],
  preview: ['core', 'markdown-it'],
  'agents/answers': ['core'],
  'agents/languageModel': ['core', 'indexing', 'host', 'agents/answers', 'vscode'],
  'agents/mcp': ['core', 'agents/answers', '@modelcontextprotocol/server'],
  cli: [
    'core',
    'indexing',
    'agents/answers',
    'agents/mcp',
    'node:',
    'commander',
    'cli-progress',
    'jsonc-parser',
    'hast-util-to-html',
    '@bufbuild/protobuf',
    '@c4312/scip',
  ],
  start: ['indexing', 'host', 'extension', 'vscode', 'markdown-it'],
  extension: [
    'core',
    'indexing',
    'host',
    'editor',
    'sidebar',
    'story',
    'signals',
    'preview',
    'agents/languageModel',
    'vscode',
    'markdown-it',
  ],
};

const src = join(process.cwd(), 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

// The table is explained in docs/ARCHITECTURE.md.
describe('architecture', () => {
  for (const file of files.map((name) => name.split(sep).join('/').replace(/\.ts$/, ''))) {
    it(`${file} imports only what its room may`, () => {
      const room = Object.keys(rooms).find((each) => isIn(each, file)) ?? file;
      const allowed = [room, ...(rooms[room] ?? [])];
      const forbidden = importsOf(file).filter((target) => !allowed.some((each) => isIn(each, target)));
      assert.deepEqual(forbidden, []);
    });
  }

  it('start.ts, which every window loads, brings along only what looks for a library', async () => {
    const { metafile } = await build({
      entryPoints: [join(src, 'start.ts')],
      external: ['vscode', './extension'],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      platform: 'node',
      mainFields: ['module', 'main'],
    });
    const [output] = Object.values(metafile.outputs);
    const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const rest = inputs.map(([path]) => path).filter((path) => !/^src\/(?:start\.ts|indexing\/|host\/)/.test(path));
    assert.deepEqual(rest, ['node_modules/ignore/index.js']);
    assert.ok((output?.bytes ?? Infinity) <= 60_000, `${output?.bytes} bytes`);
  });
});

/** What a file imports: packages by name, our own files relative to src, dynamic imports and `require` included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(src, `${file}.ts`), 'utf8');
  const statements = /^(?:import\b[^;']*?|export\b[^;']*? from )'([^']+)'/gm;
  const calls = /\b(?:import|require)\('([^']+)'\)/g;
  const specifiers = [...text.matchAll(statements), ...text.matchAll(calls)].map((match) => match[1] ?? '');
  return specifiers.map((each) =>
    each.startsWith('.') ? posix.join(posix.dirname(file), each).replace(/^(\.\.\/)+/, '') : each,
  );
}

function isIn(room: string, target: string): boolean {
  return target === room || target.startsWith(`${room}/`) || (room.endsWith(':') && target.startsWith(room));
}
