import * as vscode from 'vscode';
import { type MarginNote, readMarginNotes } from '../core/reviews/marginNote';

const notesKey = 'precedent.notes';

/** So many notes are kept; the oldest go first. */
const most = 2000;

/** Nobody types a longer question, in UTF-16 units. */
const longest = 2000;

/** The questions that a reader wrote beside passages: kept by VS Code on this machine alone, never in the library. */
export class MarginNotes implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #all: readonly MarginNote[];

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#all = readMarginNotes(state.get(notesKey));
  }

  /** Fires when a question was asked, changed or taken back. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** All of them, in the order in which they were asked. */
  get all(): readonly MarginNote[] {
    return this.#all;
  }

  /** Keeps a new question. */
  async add(note: Omit<MarginNote, 'number'>): Promise<void> {
    const number = 1 + Math.max(0, ...this.#all.map((each) => each.number));
    await this.#keep([...this.#all, { ...note, number, question: note.question.slice(0, longest) }]);
  }

  /** Gives a question other words. */
  async change(number: number, question: string): Promise<void> {
    await this.#keep(
      this.#all.map((each) => (each.number === number ? { ...each, question: question.slice(0, longest) } : each)),
    );
  }

  /** Takes a question back. */
  async remove(number: number): Promise<void> {
    await this.#keep(this.#all.filter((each) => each.number !== number));
  }

  /** Puts a question back where it was. */
  async restore(note: MarginNote): Promise<void> {
    const rest = this.#all.filter(({ number }) => number !== note.number);
    await this.#keep([...rest, note].sort((a, b) => a.number - b.number));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #keep(notes: readonly MarginNote[]): Promise<void> {
    this.#all = notes.slice(-most);
    this.#changed.fire();
    await this.#state.update(notesKey, this.#all);
  }
}
