import * as vscode from 'vscode';

type Changes<Node> = vscode.Event<Node | Node[] | undefined>;

/**
 * The rows of a tree view, as somebody else provides them, until disposed of: VS Code keeps the provider of a view to its own end, also
 * after the view is gone, and what that holds would stay with it.
 */
export class TreeRows<Node> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly onDidChangeTreeData: Changes<Node>;
  #rows: vscode.TreeDataProvider<Node> | undefined;

  constructor(rows: vscode.TreeDataProvider<Node> & { readonly onDidChangeTreeData: Changes<Node> }) {
    this.#rows = rows;
    this.onDidChangeTreeData = rows.onDidChangeTreeData;
  }

  getChildren(node?: Node): vscode.ProviderResult<Node[]> {
    return this.#rows?.getChildren(node) ?? [];
  }

  getTreeItem(node: Node): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.#rows?.getTreeItem(node) ?? new vscode.TreeItem('');
  }

  getParent(node: Node): vscode.ProviderResult<Node> {
    return this.#rows?.getParent?.(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node, token: vscode.CancellationToken) {
    return this.#rows?.resolveTreeItem?.(item, node, token) ?? item;
  }

  dispose(): void {
    this.#rows = undefined;
  }
}
