import * as vscode from 'vscode';

/** Our card at a place, as VS Code gets it: its Markdown strings; empty where there is none. */
export async function hoverAt(
  document: vscode.TextDocument,
  place: vscode.Range | vscode.Position,
): Promise<readonly vscode.MarkdownString[]> {
  const position = place instanceof vscode.Range ? place.start : place;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .map(({ contents }) => contents.filter((each) => each instanceof vscode.MarkdownString))
    .filter((contents) => contents.some(({ value }) => value.includes('Precedent')))
    .flat();
}

/** The card as a reader sees it: entities read, marks of emphasis left out, targets of links left out. */
export async function cardAt(document: vscode.TextDocument, place: vscode.Range | vscode.Position): Promise<string> {
  const contents = await hoverAt(document, place);
  return contents.map(({ value }) => readable(value)).join('\n');
}

/** Markdown of ours as a reader sees it. */
export function readable(markdown: string): string {
  return markdown
    .replace(/\*\*/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
