import { visibleControls } from '../core/wording/visibleControls';
import { harmless } from './terminalText';

/** Where a command answers and speaks. */
export interface Terminal {
  /** Writes the answer, lines ending in `\n`; ends the program quietly where nobody reads on. */
  answer(text: string): Promise<void>;
  /** Says something beside the answer. */
  say(message: string): void;
  /** Columns for text. */
  readonly width: number | undefined;
  /** Whether a person watches what is said. */
  readonly isWatched: boolean;
}

/** The terminal or pipes this program runs on. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    // `precedent list | head` closes the pipe while we write: that is no error, and nobody is left to be told.
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  }
  return {
    answer: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
    say(message) {
      for (const line of message.trimEnd().split('\n')) stderr.write(`${harmless(visibleControls(line))}\n`);
    },
    width: stdout.isTTY ? stdout.columns : undefined,
    isWatched: stderr.isTTY === true,
  };
}
