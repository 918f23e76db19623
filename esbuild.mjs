// Builds the product into dist/ and, with --tests, the test suites into out/.

import { build } from 'esbuild';
import { globSync } from 'glob';

const tests = process.argv.includes('--tests');
const production = process.argv.includes('--production');

/** What every target shares. The product is minified only for the package, so that stacks read well while working. */
const common = { bundle: true, sourcemap: production ? false : 'linked', minify: production, logLevel: 'warning' };
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };

const product = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  {
    ...common,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist/web',
    external: ['vscode'],
  },
];

const suites = [
  {
    ...node,
    minify: false,
    sourcemap: 'linked',
    entryPoints: globSync('test/**/*.test.ts', { ignore: ['test/sample/**'] }),
    outdir: 'out',
    outbase: '.',
    external: ['vscode', 'mocha'],
  },
];

await Promise.all([...product, ...(tests ? suites : [])].map((target) => build(target)));
