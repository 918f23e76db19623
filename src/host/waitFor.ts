import type * as vscode from 'vscode';

/** Waits until something has ended, so many ms have gone by, or the user no longer wants it; whichever comes first. Never rejects. */
export function waitFor(work: Promise<unknown>, most: number, token?: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      subscription?.dispose();
      resolve();
    };
    const timer = setTimeout(end, most);
    const subscription = token?.onCancellationRequested(end);
    work.then(end, end);
  });
}
