import * as vscode from 'vscode';
import { draggedMime } from './dragged';

/**
 * A tree view that stands before what makes its rows is loaded, and stays: VS Code has one provider for it for good, which asks whoever has
 * come to fill it.
 */
export class StandingTree<Node> implements vscode.Disposable {
  readonly view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  #rows: vscode.TreeDataProvider<Node> | undefined;
  #drag: vscode.TreeDragAndDropController<Node> | undefined;
  #onAsked: (() => void) | undefined;

  /** `onAsked` is called, in a turn of its own, when VS Code asks for rows and nobody has come yet. */
  constructor(id: string, onAsked: () => void) {
    this.#onAsked = onAsked;
    this.view = vscode.window.createTreeView<Node>(id, {
      showCollapseAll: true,
      canSelectMany: true,
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (node) => {
          if (this.#rows) return this.#rows.getChildren(node);
          setTimeout(() => this.#onAsked?.(), 0);
          return [];
        },
        getTreeItem: (node) => this.#rows?.getTreeItem(node) ?? new vscode.TreeItem(''),
        getParent: (node) => this.#rows?.getParent?.(node),
        resolveTreeItem: (item, node, token) => this.#rows?.resolveTreeItem?.(item, node, token) ?? item,
      },
      dragAndDropController: {
        dragMimeTypes: [draggedMime, 'text/uri-list'],
        dropMimeTypes: [],
        handleDrag: (nodes, data, token) => this.#drag?.handleDrag?.(nodes, data, token),
      },
    });
  }

  /** Has the rows come from here from now on. What it returns empties the view again. */
  fill(rows: vscode.TreeDataProvider<Node>, drag: vscode.TreeDragAndDropController<Node>): vscode.Disposable {
    this.#rows = rows;
    this.#drag = drag;
    this.#changed.fire(undefined);
    const changes = rows.onDidChangeTreeData?.((node) => this.#changed.fire(node ?? undefined));
    return new vscode.Disposable(() => {
      changes?.dispose();
      this.#rows = undefined;
      this.#drag = undefined;
    });
  }

  /** VS Code keeps the provider of a view to its own end: it must not keep what the view was woken for. */
  dispose(): void {
    this.#onAsked = undefined;
    this.view.dispose();
    this.#changed.dispose();
  }
}
