import * as vscode from 'vscode';
import type { Finding, FindingSeverity } from '../core/finding';
import type { LiveLibrary } from '../host/liveLibrary';
import { noFiles } from '../host/noFiles';
import { onSettingChange } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import { type Debounced, debounce } from '../indexing/debounce';
import { documentFindings } from './documentFindings';
import { findingRange } from './findingRange';
import type { FindingsPage } from './findingsPage';
import { isOpenInTab } from './openInTab';

/** What Problems shows as the origin of our findings. */
export const findingSource = 'Precedent';

/** ms of quiet before a document is checked again, so that nothing is said of what is only half written; and the most it is put off. */
const quiet = 500;
const most = 3000;

/** Shows what is to be said about open documents, as squiggles and in Problems. */
export function registerDiagnostics(
  library: LiveLibrary,
  citations: TrackedCitations,
  page: FindingsPage,
): vscode.Disposable {
  const diagnostics = new Diagnostics((document) => documentFindings(document, library, citations), page);
  const all = () => diagnostics.checkAll();
  all();
  return vscode.Disposable.from(
    diagnostics,
    citations.onDidChange(all),
    onSettingChange(['precedent.diagnostics.unknownCitation'], all),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('markdown.validate') && all()),
    vscode.workspace.onDidOpenTextDocument((document) => diagnostics.check(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => diagnostics.check(document)),
    vscode.workspace.onDidCloseTextDocument((document) => diagnostics.forget(document)),
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => opened.length + closed.length > 0 && all()),
    // Files to which links lead may have come or gone.
    vscode.workspace.onDidCreateFiles(all),
    vscode.workspace.onDidDeleteFiles(all),
    vscode.workspace.onDidRenameFiles(all),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && all()),
  );
}

class Diagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('precedent');
  readonly #findingsOf: (document: vscode.TextDocument) => Promise<readonly Finding[]>;
  readonly #page: FindingsPage;
  readonly #waiting = new Map<vscode.TextDocument, Debounced>();

  constructor(findingsOf: (document: vscode.TextDocument) => Promise<readonly Finding[]>, page: FindingsPage) {
    this.#findingsOf = findingsOf;
    this.#page = page;
  }

  checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document);
  }

  /** Checks a document once it has come to rest. */
  check(document: vscode.TextDocument): void {
    if (noFiles.has(document.uri.scheme)) return; // and our own log would call for a check of itself
    let run = this.#waiting.get(document);
    if (!run) {
      run = debounce(() => void this.#show(document), quiet, most);
      this.#waiting.set(document, run);
    }
    run();
  }

  forget(document: vscode.TextDocument): void {
    this.#waiting.get(document)?.cancel();
    this.#waiting.delete(document);
    this.#collection.delete(document.uri);
  }

  dispose(): void {
    for (const each of this.#waiting.values()) each.cancel();
    this.#waiting.clear();
    this.#collection.dispose();
  }

  async #show(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    if (!isOpenInTab(document)) return this.#collection.delete(document.uri);
    const findings = await this.#findingsOf(document);
    const diagnostics = await Promise.all(findings.map((finding) => this.#toDiagnostic(document, finding)));
    // Another check waits where the text has changed meanwhile.
    if (document.isClosed || document.version !== version || !this.#waiting.has(document)) return;
    this.#collection.set(document.uri, diagnostics);
  }

  async #toDiagnostic(document: vscode.TextDocument, finding: Finding): Promise<vscode.Diagnostic> {
    const { message, severity, code } = finding;
    const diagnostic = new vscode.Diagnostic(findingRange(document, finding), message, severities[severity]);
    diagnostic.source = findingSource;
    diagnostic.code = { value: code, target: await this.#page.linkTo(code) };
    return diagnostic;
  }
}

const severities: Readonly<Record<FindingSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};
