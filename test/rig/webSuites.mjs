import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { root, sample } from './paths.mjs';

const workerAssert = fileURLToPath(import.meta.resolve('./workerAssert.ts'));

/**
 * What esbuild needs to make the suites for VS Code's worker host: one file, out/test/web/index.js.
 *
 * In it go the integration suites called *.both.test.ts, the suites of the core that use nothing of Node but its assert,
 * a small assert of our own, and the sample as data.
 */
export const webSuites = {
  entryPoints: { index: 'test/integration/index.web.ts' },
  outdir: 'out/test/web',
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  alias: { 'node:assert': workerAssert, 'node:assert/strict': workerAssert },
  define: { 'process.env.NODE_ENV': '"test"' },
  sourcemap: 'inline',
  logLevel: 'warning',
  absWorkingDir: root,
  plugins: [virtualModules({ 'virtual:sample': sampleModule, 'virtual:suites': suitesModule })],
};

/** Modules that are made while building: name → function that resolves to its text. */
function virtualModules(modules) {
  return {
    name: 'virtual',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }));
      onLoad({ filter: /.*/, namespace: 'virtual' }, async ({ path }) => ({
        contents: await modules[path](),
        resolveDir: root,
      }));
    },
  };
}

function sampleModule() {
  const files = existsSync(sample) ? filesIn(sample) : [];
  const contents = files.map((path) => [path, readFileSync(join(sample, path)).toString('base64')]);
  return `export const sample = ${JSON.stringify(Object.fromEntries(contents))};`;
}

async function suitesModule() {
  const tests = filesIn(join(root, 'test')).filter((path) => path.endsWith('.test.ts'));
  const core = await withoutNode(tests.filter((path) => path.startsWith('core/')));
  const both = tests.filter((path) => path.startsWith('integration/') && path.endsWith('.both.test.ts'));
  return [...core, ...both].map((path) => `import './test/${path}';`).join('\n');
}

/** Those that reach nothing of Node but assert, by whatever way. */
async function withoutNode(tests) {
  const { metafile } = await build({
    entryPoints: tests.map((path) => join('test', path)),
    absWorkingDir: root,
    outdir: 'out/unwritten',
    outbase: 'test',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  const clean = Object.values(metafile.outputs).filter(({ imports }) => !imports.some(({ path }) => isOfNode(path)));
  return clean.map(({ entryPoint }) => entryPoint.replace('test/', ''));
}

function isOfNode(path) {
  return path === 'vscode' || (path.startsWith('node:') && !path.startsWith('node:assert'));
}

/** The files under a folder, relative to it, with `/`, in alphabetical order. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}
