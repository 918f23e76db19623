import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { markdownPreview, openFile } from '../rig/ui.mjs';

const notes = `---
title: INC-7 in front matter
---

# After INC-29

Every retry waits at random, see INC-7. Nobody has told the story of INC-99 yet, and \`INC-7\` in code is code.

- The light on board means two things since [INC-52](../incidents/INC-52-the-eider-was-full-twice/README.md).
- Compare INC-19, and INC-7@14:06 for how it looked, or INC-7#what-was-difficult.

| where | why |
| --- | --- |
| the quay | INC-24 |

\`\`\`mermaid
flowchart LR
  A[INC-7] --> B
\`\`\`
`;

describe('the Markdown preview', () => {
  let vscode;
  let page;

  before(async () => {
    vscode = await openSample({ files: { 'docs/design/notes.md': notes } });
    page = vscode.page;
  });

  after(() => vscode?.close());

  async function shoot(name) {
    await vscode.screenshot(`preview-${name}-dark`);
    await vscode.prefer('light');
    await vscode.screenshot(`preview-${name}-light`);
    await vscode.prefer('dark');
  }

  it('says the title behind a number, and shows the card of what the pointer rests on', async () => {
    const preview = await markdownPreview(page, 'docs/design/notes.md');
    const link = preview.getByRole('link', { name: /^INC-7 · Summer sale/ });
    await link.waitFor();
    await shoot('titles');
    await link.hover();
    const card = preview.locator('.precedent-card', { visible: true });
    await card.getByText('What surprised people').waitFor();
    assert.match(
      await link.evaluate((node) => document.getElementById(node.getAttribute('aria-describedby'))?.textContent),
      /Precedent · INC-7/,
    );
    await shoot('card');
  });

  it('shows the card of what has the focus, an unknown id too', async () => {
    const preview = await markdownPreview(page, 'docs/design/notes.md');
    await preview.locator('.precedent-unknown .precedent-name').focus();
    await preview.getByText('No review with this id here').waitFor();
    await shoot('unknown');
  });

  it('leaves code, the diagram and the front matter as VS Code shows them', async () => {
    const preview = await markdownPreview(page, 'docs/design/notes.md');
    assert.equal(
      await preview
        .locator('code .precedent-citation, pre .precedent-citation, table.frontmatter .precedent-citation')
        .count(),
      0,
    );
    assert.equal(await preview.locator('h1').getAttribute('id'), 'after-inc-29');
  });

  it('keeps the card in sight, at the right edge and at the foot of a narrow page', async () => {
    const preview = await markdownPreview(page, 'docs/design/notes.md');
    await page.setViewportSize({ width: 800, height: 460 });
    for (const name of [/^INC-7#what-was-difficult/, /^INC-24/]) {
      const link = preview.getByRole('link', { name });
      await link.scrollIntoViewIfNeeded();
      await link.focus();
      const card = preview.locator('.precedent-card', { visible: true });
      const box = await card.boundingBox();
      const frame = await page.locator('iframe.webview.ready').last().boundingBox();
      assert.ok(
        box && frame && box.x >= frame.x && box.x + box.width <= frame.x + frame.width,
        JSON.stringify([box, frame]),
      );
      assert.ok(box.y >= frame.y && box.y + box.height <= frame.y + frame.height, JSON.stringify([box, frame]));
      await vscode.screenshot(`preview-narrow-${name.source.slice(1, 6)}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('opens the review that a citation names', async () => {
    const preview = await markdownPreview(page, 'docs/design/notes.md');
    await preview.getByRole('link', { name: /^INC-19/ }).click();
    await preview
      .getByRole('heading', { name: /lived in the past/ })
      .first()
      .waitFor();
  });

  it('ends a review with the sentences that cite it, and leads to them', async () => {
    const preview = await markdownPreview(page, 'docs/incidents/INC-7-summer-sale-holds.md');
    const section = preview.getByRole('region', { name: 'Where this story shows up' });
    await section.getByRole('listitem').first().waitFor();
    await section.scrollIntoViewIfNeeded();
    await shoot('where-cited');
    await section
      .getByRole('link', { name: /holdClient\.ts/ })
      .first()
      .click();
    await page.locator('.monaco-editor[data-uri$="/web/src/booking/holdClient.ts"]').first().waitFor();
  });

  it('says the new title once the library has changed', async () => {
    await openFile(page, 'docs/design/notes.md');
    const preview = await markdownPreview(page, 'docs/design/notes.md');
    await preview.locator('.precedent-unknown').waitFor();
    writeFileSync(join(vscode.folder, 'docs/incidents/INC-99-the-pump.md'), '# The pump\n\nIt pumped.\n');
    await preview.getByRole('link', { name: 'INC-99 · The pump' }).waitFor();
  });

  it('can be read in high contrast', async () => {
    const folder = join(vscode.folder, '.vscode');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ 'window.autoDetectColorScheme': false, 'workbench.colorTheme': 'Default High Contrast' }),
    );
    const preview = await markdownPreview(page, 'docs/design/notes.md');
    await preview.locator('body.vscode-high-contrast').waitFor();
    await preview.getByRole('link', { name: /^INC-7 · Summer sale/ }).focus();
    await preview.locator('.precedent-card', { visible: true }).first().waitFor();
    await vscode.screenshot('preview-card-contrast');
  });
});
