// Builds the product into dist/ and, with --tests, the test suites into out/, with --web-tests those for the worker host,
// with --bench the benchmarks, with --fuzz what looks for texts that are too much.

import { copyFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'glob';
import { licensesOf } from './licenses.mjs';
import { webSuites } from './test/rig/webSuites.mjs';

const tests = process.argv.includes('--tests');
const bench = process.argv.includes('--bench');
const webTests = process.argv.includes('--web-tests');
const fuzz = process.argv.includes('--fuzz');
const production = process.argv.includes('--production');

/** What every target shares. The product is minified only for the package, so that stacks read well while working. */
const common = { bundle: true, sourcemap: production ? false : 'linked', minify: production, logLevel: 'warning' };
// Some packages (jsonc-parser) can be bundled from their ES modules only.
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };

/** What the worker host has not got: a file system of its own, programs to start, and Node's threads. By module, what stands in. */
const absent = {
  nodeFileSystem: 'noFileSystem.ts',
  git: 'noGit.ts',
  workerLook: 'noWorkerLook.ts',
  gatheringThread: 'noGatheringThread.ts',
};
const withoutNode = {
  name: 'without-node',
  setup({ onResolve }) {
    for (const [module, file] of Object.entries(absent))
      onResolve({ filter: new RegExp(`/${module}$`) }, () => ({ path: resolve('src/indexing', file) }));
  },
};

/**
 * `vscode` as it is. Of what is imported as a whole, esbuild makes an object with a getter for each of its names, in each file anew: of 240 names
 * in 120 files, by themselves, that took Node 17 ms.
 */
const vscodeAsItIs = {
  name: 'vscode-as-it-is',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replace("import * as vscode from 'vscode'", "import vscode = require('vscode')"),
        loader: 'ts',
      };
    });
  },
};

/** What is loaded when it is first needed lies in files of its own beside the entry; the worker host has one file. */
const parts = {
  ignore: './ignore.js',
  extension: './precedent.js',
  storyRoom: './story.js',
  signalsRoom: './signals.js',
  serveMcp: './mcp.js',
  scipBytes: './scip.js',
};
const loadedLater = {
  name: 'loaded-later',
  setup({ onResolve }) {
    for (const [module, file] of Object.entries(parts)) {
      onResolve({ filter: new RegExp(`(?:^|/)${module}$`) }, ({ kind }) =>
        kind === 'dynamic-import' || kind === 'require-call' ? { path: file, external: true } : undefined,
      );
    }
  },
};

/**
 * What is loaded when it is first called, though it is imported: in the place of these modules stands, for each function that they export, one
 * that calls its namesake in a file of its own.
 */
const loadedWhenCalled = (modules, file) => ({
  name: 'loaded-when-called',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${file}$`) }, () => ({ path: file, external: true }));
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!modules.some((each) => path === resolve(each))) return undefined;
      const { metafile } = await build({ entryPoints: [path], format: 'esm', write: false, metafile: true });
      const names = Object.values(metafile.outputs).flatMap(({ exports }) => exports);
      const calling = (name) => `export const ${name} = (...told) => require('${file}').${name}(...told);`;
      return { contents: names.map(calling).join('\n') };
    });
  },
});

/** What looks for a library, which it does when VS Code has counted how long we keep it. */
const look = 'src/host/lookForLibrary.ts';

/**
 * What the thread that reads the library needs only where something changed: most looks find all as it was. The file is part of the build that
 * `indexing/workerLook` asks for.
 */
const calledLater = [
  'src/indexing/readFile.ts',
  'src/indexing/textIndexer.ts',
  'src/indexing/namesOfPacks.ts',
  'src/core/reviews/readLibraryRules.ts',
  'src/core/reviews/sortFiles.ts',
  'src/core/reviews/sourceFiles.ts',
];
const libraryReader = './libraryReader.js';

/** What reads data that are more than a line a field, and what writes some: most front matter does without. With it comes a whole package. */
const dataModules = [
  'src/core/reviews/readYaml.ts',
  'src/core/reviews/readToml.ts',
  'src/core/reviews/readLibraryRules.ts',
  'src/core/renaming/aliasEdits.ts',
];
const dataReaders = './dataReaders.js';
const withoutData = loadedWhenCalled(dataModules, dataReaders);

/** The file from which {@link loadedWhenCalled} loads these modules. */
const fileOf = (modules, file) => ({
  ...node,
  stdin: { contents: modules.map((each) => `export * from './${each}';`).join('\n'), resolveDir: resolve('.') },
  outfile: join('dist', file),
});

const product = [
  {
    ...node,
    entryPoints: { extension: 'src/start.ts', precedent: 'src/extension.ts' },
    outdir: 'dist',
    external: ['vscode'],
    plugins: [loadedWhenCalled([look], './look.js'), withoutData, loadedLater, vscodeAsItIs],
    supported: { 'dynamic-import': false }, // `require`, which VS Code answers for `vscode` everywhere
  },
  {
    ...node,
    entryPoints: { libraryWorker: 'src/indexing/libraryWorker.ts' },
    outdir: 'dist',
    plugins: [loadedWhenCalled(calledLater, libraryReader)],
  },
  fileOf(calledLater, libraryReader),
  fileOf(dataModules, dataReaders),
  {
    ...node,
    entryPoints: { look },
    outdir: 'dist',
    external: ['vscode'],
    plugins: [loadedLater, vscodeAsItIs],
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: { ignore: 'node_modules/ignore/index.js' }, outdir: 'dist' },
  {
    ...node,
    entryPoints: { story: 'src/story/storyRoom.ts', signals: 'src/signals/signalsRoom.ts' },
    outdir: 'dist',
    external: ['vscode'],
    plugins: [withoutData, vscodeAsItIs],
  },
  { ...node, entryPoints: { gatherer: 'src/indexing/gatheringWorker.ts' }, outdir: 'dist', plugins: [withoutData] },
  {
    ...common,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: [
      { in: 'media/story/story.ts', out: 'story' },
      { in: 'media/story/story.css', out: 'story' },
      { in: 'media/story/drawings.ts', out: 'drawings' },
      { in: 'media/companion/companion.ts', out: 'companion' },
      { in: 'media/companion/companion.css', out: 'companion' },
    ],
    outdir: 'dist/webview',
  },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [loadedLater],
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: { mcp: 'src/agents/mcp/serveMcp.ts', scip: 'src/cli/scipBytes.ts' }, outdir: 'dist' },
  {
    ...common,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    entryPoints: { extension: 'src/start.ts' },
    outdir: 'dist/web',
    external: ['vscode'],
    plugins: [withoutNode, vscodeAsItIs],
  },
];

const suites = [
  {
    ...node,
    minify: false,
    sourcemap: 'linked',
    entryPoints: globSync(
      [
        'test/**/*.test.ts',
        'test/integration/index.ts',
        'test/indexing/writeCaches.ts',
        'test/hostile/startLibrary.ts',
        'test/consumer/extension.ts',
      ],
      {
        ignore: ['test/sample/**', 'test/rig/**'],
      },
    ),
    outdir: 'out',
    outbase: '.',
    // Mermaid is large, and loads its parsers as it needs them.
    external: ['vscode', 'mocha', 'mermaid', 'dompurify', 'esbuild'],
  },
];

/** Benchmarks: two that Node runs, and one that runs inside VS Code. */
const benches = [
  {
    ...node,
    format: 'esm',
    packages: 'external',
    entryPoints: [
      'test/bench/main.ts',
      'test/bench/coldIndexOnce.ts',
      'test/bench/searchOnce.ts',
      'test/bench/libraryOnce.ts',
    ],
    outdir: 'out/test/bench',
    outExtension: { '.js': '.mjs' },
  },
  { ...node, entryPoints: ['test/bench/hoverInHost.ts'], outdir: 'out/test/bench', external: ['vscode'] },
];

const targets = [
  ...product,
  ...(tests ? suites : []),
  ...(webTests ? [{ ...webSuites, plugins: [withoutNode, ...webSuites.plugins] }] : []),
  ...(bench ? benches : []),
  ...(fuzz ? [{ ...node, minify: false, entryPoints: ['test/fuzz/main.ts'], outdir: 'out/test/fuzz' }] : []),
];

const built = await Promise.all(targets.map((target) => build({ ...target, metafile: production })));
if (production) writeFileSync('dist/licenses.txt', licensesOf(built.map(({ metafile }) => metafile)));

if (production) {
  for (const file of ['extension.js', 'precedent.js', 'gatherer.js', 'story.js', 'web/extension.js', 'cli.js'])
    console.log(`${String(Math.round(statSync(join('dist', file)).size / 1000)).padStart(5)} kB  dist/${file}`);
}
if (tests) copyFileSync('test/consumer/package.json', 'out/test/consumer/package.json');
