import * as vscode from 'vscode';
import type { LibraryView } from './libraryView';

/** Asks for the words that reviews must hold, and shows what they leave while one types. Escape gives back what was shown before. */
export async function filterLibrary(view: LibraryView): Promise<void> {
  const before = view.filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter Library');
  input.placeholder = vscode.l10n.t('Words of titles, ids, services, people, tags or dates');
  input.value = before;
  input.valueSelection = [0, before.length];
  const isAccepted = await new Promise<boolean>((resolve) => {
    input.onDidChangeValue((words) => void view.setFilter(words));
    input.onDidAccept(() => resolve(true));
    input.onDidHide(() => resolve(false));
    input.show();
  });
  await view.setFilter(isAccepted ? input.value : before);
  input.dispose();
}
