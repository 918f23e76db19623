import * as vscode from 'vscode';

/** The frame of the Companion: it may load our script and style, and nothing else. What it shows is posted to it as plain text. */
export function companionHtml(webview: vscode.Webview, media: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Companion</title>
<link rel="stylesheet" href="${file('companion.css')}">
</head>
<body>
<main id="page" aria-busy="true"></main>
<div id="said" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${file('companion.js')}"></script>
</body>
</html>`;
}
