import * as vscode from 'vscode';

/** What of `vscode.window` it takes to say that a view is busy. */
export type BusyWindow = Pick<typeof vscode.window, 'withProgress'>;

/** VS Code's progress bar of a view, from when it is switched on to when it is switched off. */
export class BusyView implements vscode.Disposable {
  readonly #viewId: string;
  readonly #window: BusyWindow;
  #end: (() => void) | undefined;

  constructor(viewId: string, window: BusyWindow = vscode.window) {
    this.#viewId = viewId;
    this.#window = window;
  }

  begin(): void {
    if (this.#end) return;
    const over = new Promise<void>((resolve) => {
      this.#end = resolve;
    });
    void this.#window.withProgress({ location: { viewId: this.#viewId } }, () => over);
  }

  end(): void {
    this.#end?.();
    this.#end = undefined;
  }

  dispose(): void {
    this.end();
  }
}
