import * as vscode from 'vscode';
import { shownCount } from '../host/shownCount';
import type { WorkspaceCitations } from '../host/workspaceCitations';

/** VS Code takes a message off the screen after so many ms. Who asks again later is told again. */
const msOnScreen = 10_000;

/** Shows a message, and answers the button that was chosen, as `vscode.window.showInformationMessage` does. */
export type ShowMessage = (message: string, ...buttons: string[]) => Thenable<string | undefined>;

/**
 * Says of answers that they may lack places, since not all files were searched, and offers to have the rest searched and to answer once more.
 *
 * Peek, other extensions and agents may ask often: while one message is on the screen there is no other, and its button is about what was
 * asked last.
 */
export class AnswersInPart {
  readonly #workspace: WorkspaceCitations;
  readonly #show: ShowMessage;
  #shown: { readonly at: number } | undefined;
  #answerAgain: () => unknown = () => {};

  constructor(workspace: WorkspaceCitations, show: ShowMessage = vscode.window.showInformationMessage) {
    this.#workspace = workspace;
    this.#show = show;
  }

  /** Says so of an answer just given, if it is one in part. `answerAgain` shows what is the answer by then. */
  tell(answerAgain: () => unknown): void {
    const { state, progress } = this.#workspace;
    if (state === 'ready') return;
    this.#answerAgain = answerAgain;
    if (this.#shown && Date.now() - this.#shown.at < msOnScreen) return;
    void this.#say(wordsFor(state === 'stopped', progress));
  }

  /** Says it in these words, which stand for the answer, so that they are said in any case. */
  tellThat(words: string, answerAgain: () => unknown): void {
    this.#answerAgain = answerAgain;
    void this.#say(words);
  }

  async #say(words: string): Promise<void> {
    const shown = { at: Date.now() };
    this.#shown = shown;
    const goOn =
      this.#workspace.state === 'stopped' ? vscode.l10n.t('Search the Rest') : vscode.l10n.t('Show When Searched');
    const chosen = await this.#show(words, goOn);
    if (this.#shown === shown) this.#shown = undefined;
    if (chosen === goOn) await this.#goOn(this.#answerAgain);
  }

  /** Has all searched; then shows the answer to a reader who waited for it, and offers it to one who went on. */
  async #goOn(answerAgain: () => unknown): Promise<void> {
    const before = whereReaderIs();
    await this.#workspace.goOn();
    if (this.#workspace.state !== 'ready') return;
    if (whereReaderIs() !== before) {
      const show = vscode.l10n.t('Show Places');
      const words = vscode.l10n.t('All files were searched for citations.');
      if ((await this.#show(words, show)) !== show) return;
    }
    // Where the peek of the first answer is still open, VS Code would take a second one as the wish to close it.
    await vscode.commands.executeCommand('closeReferenceSearch');
    await answerAgain();
  }
}

function wordsFor(isStopped: boolean, progress: WorkspaceCitations['progress']): string {
  const more = vscode.l10n.t('There may be more places than are known so far.');
  if (!progress || progress.total === 0) {
    const words = isStopped
      ? vscode.l10n.t('Not all files were searched for citations.')
      : vscode.l10n.t('The files are still being searched for citations.');
    return `${words} ${more}`;
  }
  const [done, total] = [shownCount(progress.done), shownCount(progress.total)];
  const words = isStopped
    ? vscode.l10n.t('Only {0} of {1} files were searched for citations.', done, total)
    : vscode.l10n.t('Still searching files for citations: {0} of {1} are done.', done, total);
  return `${words} ${more}`;
}

function whereReaderIs(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !vscode.window.state.focused) return undefined;
  const { line, character } = editor.selection.active;
  return `${editor.document.uri} ${line}:${character}`;
}
