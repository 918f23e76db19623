import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { hoverAt } from './editor/hoverAt';
import { fileInWorkspace, openText, readLibrary, set, writeInWorkspace } from './editor/openDocument';

describe('the image of a hover', () => {
  const undo: (() => unknown)[] = [];
  const incidents = fileInWorkspace('docs/incidents').fsPath;
  const picture = join(incidents, 'INC-7-holds-per-second.png');

  /** Makes a link, for the time of a test. */
  function link(place: string, target: string): void {
    symlinkSync(target, place);
    undo.push(() => rmSync(place));
  }

  /** Makes a review that shows an image, for the time of a test. */
  async function showIn(image: string): Promise<void> {
    await writeInWorkspace('docs/incidents/INC-913-image.md', `# Image\n\n![a](${image})\n`);
    undo.push(() => rmSync(join(incidents, 'INC-913-image.md'), { force: true }));
    await readLibrary();
  }

  async function images(): Promise<readonly string[]> {
    const { document, marked } = await openText('typescript', '// «INC-913»');
    const contents = await hoverAt(document, marked);
    assert.match(contents[0]?.value ?? '', /Image/);
    return contents.flatMap(({ value }) => /^!\[.*\]\((.*)\|/.exec(value)?.[1] ?? []);
  }

  /** A folder outside of the workspace with a picture in it. */
  function elsewhere(): string {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-elsewhere-'));
    undo.push(() => rmSync(folder, { recursive: true }));
    copyFileSync(picture, join(folder, 'secret.png'));
    return folder;
  }

  afterEach(async () => {
    for (const each of undo.splice(0).reverse()) await each();
    await readLibrary();
  });

  it('is one of the source, also where the source is reached by a link', async () => {
    await showIn('INC-7-holds-per-second.png');
    assert.deepEqual(await images(), [vscode.Uri.file(picture).toString()]);
    link(fileInWorkspace('docs/linked').fsPath, 'incidents');
    undo.push(await set('precedent.sources', ['docs/linked']));
    await readLibrary();
    const linked = fileInWorkspace('docs/linked/INC-7-holds-per-second.png');
    assert.deepEqual(await images(), [linked.toString()]);
  });

  it('is none that a link leads out to, be it of the file or of its folder', async () => {
    const outside = elsewhere();
    link(join(incidents, 'out.png'), join(outside, 'secret.png'));
    link(join(incidents, 'out'), outside);
    for (const image of ['out.png', 'out/secret.png']) {
      await showIn(image);
      assert.deepEqual(await images(), [], image);
    }
  });

  it('is none that was one of the source and is now a link that leads out, or gone', async () => {
    const place = join(incidents, 'later.png');
    copyFileSync(picture, place);
    await showIn('later.png');
    assert.equal((await images()).length, 1);
    rmSync(place);
    assert.deepEqual(await images(), []);
    link(place, join(elsewhere(), 'secret.png'));
    assert.deepEqual(await images(), []);
  });
});
