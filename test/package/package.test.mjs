import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, vsix } from '../rig/paths.mjs';
import { readZip } from '../rig/readZip.mjs';

const list = join(import.meta.dirname, 'files.txt');

describe('the package', () => {
  const files = readZip(vsix);
  const names = files.map(({ name }) => name);

  it('holds the files that files.txt lists, and no others (ACCEPT=1 writes the list anew)', () => {
    if (process.env.ACCEPT) writeFileSync(list, `${names.join('\n')}\n`);
    assert.deepEqual(names, readFileSync(list, 'utf8').trimEnd().split('\n'));
  });

  it('holds only what its licenses let us ship', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const permitted =
      /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|BlueOak-1\.0\.0|\(MPL-2\.0 OR Apache-2\.0\)|\(Apache-2\.0 AND BSD-3-Clause\))$/;
    const text = contentOf('extension/dist/licenses.txt');
    const named = [...text.matchAll(/^(@?[a-z][\w./-]*) \d[\w.+-]*$/gm)].map(([, name]) => name);
    assert.ok(named.length > 10);
    for (const name of named) {
      // One says it in its text alone.
      const license = name === 'khroma' ? 'MIT' : packages[`node_modules/${name}`]?.license;
      if (license !== undefined) assert.match(license, permitted, name);
    }
  });

  it('runs nothing when it is installed, and brings nothing that is no text or picture', () => {
    const manifest = JSON.parse(contentOf('extension/package.json'));
    const hooks = [
      'preinstall',
      'install',
      'postinstall',
      'preuninstall',
      'uninstall',
      'postuninstall',
      'vscode:uninstall',
    ];
    for (const hook of hooks) assert.equal(manifest.scripts?.[hook], undefined, hook);
    for (const name of names) assert.match(name, /\.(?:js|json|css|md|txt|png|svg|xml|vsixmanifest)$/);
  });

  it('needs nothing of Node in the browser', () => {
    const modules = contentOf('extension/dist/web/extension.js').matchAll(/\brequire\("([^"]+)"\)/g);
    assert.deepEqual([...new Set([...modules].map(([, module]) => module))], ['vscode']);
  });

  it('holds what its manifest names', () => {
    const manifest = JSON.parse(contentOf('extension/package.json'));
    for (const path of [manifest.main, manifest.browser, manifest.icon, ...Object.values(manifest.bin ?? {})]) {
      if (path) assert.ok(names.includes(join('extension', path)), `${path} is not there`);
    }
  });

  it('holds the pictures that its README shows', () => {
    if (!names.includes('extension/readme.md')) return;
    const pictures = contentOf('extension/readme.md').matchAll(/!\[[^\]]*\]\(([^)\s]+)|<img[^>]*\bsrc="([^"]+)"/g);
    for (const [, markdown, html] of pictures) {
      const path = markdown ?? html;
      assert.ok(names.includes(join('extension', path)), `${path} is not there`);
    }
  });

  it('has no source maps and no path of the machine that made it', () => {
    for (const { name, read } of files) {
      const text = read().toString('latin1');
      assert.doesNotMatch(text, /\/\/# sourceMappingURL=/, name);
      assert.ok(!text.includes(root), `${name} names ${root}`);
    }
  });

  it('has a small file for VS Code to load at its start', () => {
    const bytes = contentOf('extension/dist/extension.js').length;
    console.log(`note: at its start VS Code loads ${Math.round(bytes / 1000)} kB`);
    assert.ok(bytes <= 60_000);
  });

  it('holds the licenses of what is bundled', () => {
    const text = contentOf('extension/dist/licenses.txt');
    for (const name of ['yaml', 'markdown-it', 'mermaid', '@modelcontextprotocol/server', '@bufbuild/protobuf'])
      assert.match(text, new RegExp(`^${name} \\d`, 'm'));
    assert.doesNotMatch(text, /^License: undefined$/m);
  });

  it('is small enough to install without waiting', () => {
    const kilobytes = Math.round(statSync(vsix).size / 1000);
    console.log(`note: the package has ${files.length} files and ${kilobytes} kB`);
    assert.ok(kilobytes < 3000);
  });

  function contentOf(name) {
    const file = files.find((each) => each.name === name);
    assert.ok(file, `${name} is not there`);
    return file.read().toString('utf8');
  }
});
