import { toHtml } from 'hast-util-to-html';
import * as vscode from 'vscode';
import { storyWords } from '../core/wording/storyWords';
import { h } from './hast';

/**
 * The frame into which a story is put: it may load our script and style, images of the library, and nothing else. What draws diagrams
 * measures with styles of its own, so these are let in where there is something to draw.
 */
export function panelHtml(webview: vscode.Webview, media: vscode.Uri, hasDrawing: boolean): string {
  const nonce = crypto.randomUUID();
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `img-src ${webview.cspSource} data:`,
    `style-src ${webview.cspSource}${hasDrawing ? " 'unsafe-inline'" : ''}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Precedent</title>
<link rel="stylesheet" href="${file('story.css')}">
</head>
<body>
<div id="page" aria-busy="true"></div>
<button id="ask" type="button" hidden>${storyWords.ask}</button>
<script nonce="${nonce}" src="${file('story.js')}"></script>${
    hasDrawing ? `\n<script nonce="${nonce}" src="${file('drawings.js')}" defer></script>` : ''
  }
</body>
</html>`;
}

/** What is shown where VS Code brings back the story of a review that is no longer there. */
export function missingHtml(id: string): string {
  const words = vscode.l10n.t(
    'The review {0} is not in the library of this window. Its story comes back when the review does.',
    id,
  );
  const text = toHtml(h('p', {}, words));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>Precedent</title>
</head>
<body>${text}</body>
</html>`;
}
