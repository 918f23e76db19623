import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { lockReview } from './editor/lockReview';
import { eventually, fileInWorkspace } from './editor/openDocument';

/** Renders as VS Code's preview does: which document it is, is told to the renderer only. */
async function rendered(path: string, text: string): Promise<string> {
  const extension = vscode.extensions.getExtension<Api>('precedent.precedent');
  assert.ok(extension);
  const { extendMarkdownIt } = await extension.activate();
  const markdown = extendMarkdownIt(markdownIt());
  const env = { currentDocument: fileInWorkspace(path) };
  return markdown.renderer.render(markdown.parse(text, {}), markdown.options, env);
}

describe('the Markdown preview', () => {
  before(lockReview.add);
  after(lockReview.remove);

  it('says the title behind an id, with its card, and leads to the review', async () => {
    const html = await rendered('docs/design/deep/new.md', 'see INC-900');
    assert.match(html, /href="\.\.\/\.\.\/incidents\/INC-900[^"]*\.md" aria-describedby="precedent-card-1">INC-900/);
    assert.match(html, /· A lock nobody held/);
    assert.match(html, /What surprised people:/);
  });

  it('ends a review with the places that cite it', async () => {
    await eventually(async () => {
      const html = await rendered('docs/incidents/INC-7-summer-sale-holds.md', '# Summer sale');
      assert.match(html, /Where this story shows up/);
      assert.match(html, /href="\.\.\/\.\.\/services\/booking\/internal\/holds\/expiry\.go#L20"/);
    }, 15_000);
  });
});
