import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { openFile, runCommand, webview } from '../rig/ui.mjs';

/** Where other people's reviews lie, a folder for each shape. They are no part of this repository. */
const home = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');
const folders = [
  '2i2c/reports',
  'alt-docs/docs/postmortems',
  'datahub/docs/incidents',
  'dfds',
  'jenkins-status/content/issues',
  'k8s-test-infra/docs/post-mortems',
  'learningequality',
  'moj-cloud-platform/source/incidents',
  'mybinder/docs/source/incident-reports',
  'ossa/ossa',
];

describe('reviews that other people wrote', () => {
  const reviews = existsSync(home) ? folders.map(longestIn) : [];
  let vscode;

  before(async function () {
    if (reviews.length === 0) {
      console.log(`skipped: there are no real reviews at ${home}`);
      this.skip();
    }
    const files = Object.fromEntries(reviews.map(({ path, text }) => [path, text]));
    vscode = await openSample({ from: join(home, 'none'), files });
  });

  // Fails where anything was asked of another machine.
  after(() => vscode?.close());

  it('are told as stories, with every line of their prose', async () => {
    const { page } = vscode;
    for (const [at, { path, text }] of reviews.entries()) {
      await openFile(page, path);
      await runCommand(page, 'Precedent: Open Story…');
      const story = webview(page);
      await story.locator('#page.whole main').waitFor();
      const told = letters(await story.locator('#page').evaluate((node) => node.textContent));
      const lost = proseOf(text).filter((line) => !told.includes(letters(line)));
      assert.deepEqual(lost, [], path);
      if (at % 3 === 0) await vscode.screenshot(`real-${at}`);
      await runCommand(page, 'View: Close All Editors');
    }
  });
});

/** The longest review of a folder that is shown whole, by the name under which it is put into a library. */
function longestIn(folder) {
  const texts = readdirSync(join(home, folder))
    .filter((name) => /\.(?:md|qmd|rst|txt|yaml|md\.erb)$/i.test(name) && !/^(?:readme|index|_)/i.test(name))
    .map((name) => ({ name, text: readFileSync(join(home, folder, name), 'utf8') }))
    .filter(({ text }) => text.length < 60_000)
    .sort((a, b) => b.text.length - a.text.length);
  const [{ name, text }] = texts;
  return {
    path: `incidents/${folder.split('/')[0]}-review${name.endsWith('.erb') ? '.html.md.erb' : name.slice(name.lastIndexOf('.'))}`,
    text,
  };
}

/** Lines that are nothing but words: what marks and links mean is tested without a browser. */
function proseOf(text) {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/<!--[\s\S]*?-->/g, '');
  const lines = body.split('\n').map((line) => line.replace(/^\s*(?:[-+]|\d+[.)])\s+/, ''));
  return lines.filter((line) => letters(line).length > 20 && !/[[\]<>|`*_#&\\:]/.test(line));
}

function letters(text) {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}
