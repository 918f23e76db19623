import { toHtml } from 'hast-util-to-html';
import * as vscode from 'vscode';
import { h } from '../core/text/element';
import { signalsPage, signalsStyle } from '../core/wording/signalsPage';
import type { ReportTarget } from '../core/wording/signalsReport';
import { signalsWords } from '../core/wording/signalsWords';
import { runCommand } from '../host/commands';
import { rootOf, toUri } from '../host/places';
import { gatherSignals } from './gatherSignals';
import type { SignalsServices } from './signalsServices';

/** Hands clicks on to the host, as numbers; the page does nothing else. */
const script = `const host = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const asked = event.target.closest('[data-target], [data-again]');
  if (!asked) return;
  event.preventDefault();
  host.postMessage('again' in asked.dataset ? { type: 'again' } : { type: 'open', target: Number(asked.dataset.target) });
});`;

/** The page of learning signals: one panel, filled when somebody asks. */
export class SignalsRoom implements vscode.Disposable {
  readonly #services: SignalsServices;
  #panel: vscode.WebviewPanel | undefined;
  #folder: vscode.WorkspaceFolder | undefined;
  #targets: readonly ReportTarget[] = [];
  #running: Promise<void> | undefined;

  constructor(services: SignalsServices) {
    this.#services = services;
  }

  /** Looks at a folder, and shows what there is. While it looks, a second request is the same one. */
  show(folder: vscode.WorkspaceFolder): Promise<void> {
    this.#running ??= this.#show(folder).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  async #show(folder: vscode.WorkspaceFolder): Promise<void> {
    const title = vscode.l10n.t('Reading the history of {0}', folder.name);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const blocks = await vscode.window.withProgress(options, (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      let told = 0;
      return gatherSignals(folder, this.#services, {
        signal: abort.signal,
        onProgress: ({ done, total }) => {
          const share = (100 * done) / total;
          progress.report({ increment: share - told, message: vscode.l10n.t('{0} of {1} commits', done, total) });
          told = share;
        },
      });
    });
    const targets: ReportTarget[] = [];
    const page = signalsPage(blocks, {
      numberOf: (target) => targets.push(target) - 1,
      tools: [h('button', { type: 'button', dataAgain: '' }, signalsWords.again)],
    });
    this.#folder = folder;
    this.#targets = targets;
    const panel = this.#openPanel();
    panel.webview.html = documentOf(toHtml(page));
    panel.reveal();
  }

  #openPanel(): vscode.WebviewPanel {
    if (this.#panel) return this.#panel;
    const panel = vscode.window.createWebviewPanel(
      'precedent.signals',
      signalsWords.title,
      { viewColumn: vscode.ViewColumn.Active },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
    );
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#received(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    this.#panel = panel;
    return panel;
  }

  async #received(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null || !('type' in message) || !this.#folder) return;
    if (message.type === 'again') await this.show(this.#folder);
    if (message.type !== 'open' || !('target' in message) || typeof message.target !== 'number') return;
    const target = this.#targets[message.target];
    if (target) await this.#open(target, this.#folder);
  }

  async #open(target: ReportTarget, folder: vscode.WorkspaceFolder): Promise<void> {
    if (target.kind === 'review') {
      const { reviews } = this.#services.library.library;
      const review = reviews.find(({ id, path }) => id === target.id && path === target.path);
      if (review) await runCommand('precedent.openStory', review.id, review.key);
      return;
    }
    const { place, fileSystem } = rootOf(folder);
    const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(target.path);
    const uri = isAbsolute ? vscode.Uri.file(target.path) : toUri(fileSystem.join(place, target.path));
    const at = new vscode.Position(target.line - 1, 0);
    const options = { viewColumn: vscode.ViewColumn.Beside, preview: true, selection: new vscode.Range(at, at) };
    await vscode.commands.executeCommand('vscode.open', uri, options);
  }
}

function documentOf(body: string): string {
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${signalsWords.title}</title>
<style nonce="${nonce}">
${signalsStyle}
</style>
</head>
<body>
${body}
<script nonce="${nonce}">
${script}
</script>
</body>
</html>`;
}
