import * as vscode from 'vscode';

/** As many are remembered; the oldest are forgotten first. */
const most = 1000;

const stateKey = 'precedent.notMentions';

/** Words of which the user said that they mention no review, for each file of this workspace. */
export class NotMentions implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  has(document: vscode.TextDocument, words: string): boolean {
    return this.#all().includes(nameOf(document, words));
  }

  async add(document: vscode.TextDocument, words: string): Promise<void> {
    const name = nameOf(document, words);
    await this.#state.update(stateKey, [...this.#all().filter((each) => each !== name), name].slice(-most));
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #all(): readonly string[] {
    const told: unknown = this.#state.get(stateKey);
    return Array.isArray(told) ? told.filter((each) => typeof each === 'string') : [];
  }
}

/** The same words in another line, or wrapped differently, are the same. */
function nameOf({ uri }: vscode.TextDocument, words: string): string {
  return `${vscode.workspace.asRelativePath(uri, true)}\n${words.toLowerCase().split(/\s+/).join(' ')}`;
}
