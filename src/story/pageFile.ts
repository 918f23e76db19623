import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ReviewDocument } from '../core/reviews/review';
import { h } from './hast';
import type { Narrative } from './narrative';
import type { StoryContext } from './storyContext';
import { storyTree } from './storyPage';

/** What the theme gives in the editor, on paper. */
const colours = `:root {
  color-scheme: light;
  --vscode-editor-foreground: #1f1f1f;
  --vscode-editor-background: #ffffff;
  --vscode-descriptionForeground: #595959;
  --vscode-textLink-foreground: #005fb8;
  --vscode-textLink-activeForeground: #003e75;
  --vscode-textCodeBlock-background: #f6f6f6;
  --vscode-textBlockQuote-border: #c8c8c8;
  --vscode-panel-border: #d4d4d4;
  --vscode-focusBorder: #005fb8;
  --vscode-font-family: system-ui, sans-serif;
  --vscode-font-size: 15px;
  --vscode-editor-font-family: ui-monospace, monospace;
}`;

/**
 * A story as one HTML file without scripts, that loads nothing: images are in it, what only the editor can do is left out, and a browser
 * is told to refuse everything else.
 */
export function pageFile(review: ReviewDocument, narrative: Narrative, context: StoryContext, css: string): string {
  const { nodes } = storyTree(review, narrative, context);
  const body = toHtml({ type: 'root', children: nodes.flatMap(onPaper) });
  const title = toHtml(h('title', {}, `${review.id} · ${review.title}`));
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
${title}
<style>
${colours}
${css.replaceAll('</', '<\\/')}
</style>
</head>
<body class="on-paper">
${body}
</body>
</html>
`;
}

/** The classes of what only the editor can do, and of what is the reader's own. */
const editorOnly: ReadonlySet<string> = new Set(['actions', 'walker', 'tools', 'margin', 'way', 'reason', 'since']);

/** A node without what only the editor can do: an image that can be enlarged is an image, a link into the workspace its words. */
function onPaper(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const classes = [node.properties.className ?? []].flat();
  if (classes.some((each) => editorOnly.has(String(each)))) return [];
  const children = node.children.flatMap(onPaper);
  if (node.tagName === 'button') return classes.includes('zoom') ? children : [];
  const { dataFollow, dataLine, dataPassage, dataKind, dataDrawing, tabIndex, ...kept } = node.properties;
  const element: Element = { ...node, properties: kept, children };
  if (dataFollow !== undefined && node.tagName === 'a') return [h('span', {}, ...children)];
  if (node.tagName === 'details') element.properties.open = true;
  return [element];
}
