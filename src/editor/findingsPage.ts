import * as vscode from 'vscode';

/** The page that explains findings, as it comes with the extension: where each code has its heading. */
export class FindingsPage {
  readonly #uri: vscode.Uri;
  #lines: Promise<ReadonlyMap<string, number>> | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.#uri = vscode.Uri.joinPath(extensionUri, 'docs', 'findings.md');
  }

  /** A link to what is said of a code. VS Code takes a line in the place of a heading. The page is read when it is first asked for. */
  async linkTo(code: string): Promise<vscode.Uri> {
    this.#lines ??= headingsOf(this.#uri);
    const line = (await this.#lines).get(code);
    return line === undefined ? this.#uri : this.#uri.with({ fragment: `L${line}` });
  }
}

/** Headings and their 1-based lines; none where the page cannot be read. */
async function headingsOf(page: vscode.Uri): Promise<ReadonlyMap<string, number>> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    return new Map(
      text.split(/\r?\n/).flatMap((line, at) => (line.startsWith('### ') ? [[line.slice(4), at + 1]] : [])),
    );
  } catch {
    return new Map();
  }
}
