import { cutText } from '../../core/wording/cutText';
import { longestAnswer } from './agentAnswer';
import { quotedLine } from './quoted';

/** Kept for what is said at the end: what was left out, and how to ask for it. */
const roomForEnd = 3200;

/** An answer as it grows, no longer than answers may be. */
export class AnswerText {
  readonly #lines: string[];
  #room: number;

  /** `lines` are our own words and names in quotes; they are said in any case. */
  constructor(lines: readonly string[]) {
    this.#lines = [...lines];
    this.#room = longestAnswer - roomForEnd - lengthOf(lines);
  }

  /**
   * Adds a line of ours and quoted lines below it. False where not all of them find room: then those that do are there, and nothing more
   * finds room. A line that is longer than all the room is cut.
   */
  add(head: string, quoted: readonly string[]): boolean {
    if (this.#room < head.length + 200) {
      this.#room = 0;
      return false;
    }
    this.#say('', head);
    for (const [at, line] of quoted.entries()) {
      const whole = quotedLine(line);
      if (whole.length < this.#room) {
        this.#say(whole);
        continue;
      }
      if (at === 0) this.#say(quotedLine(cutText(line.slice(0, this.#room), this.#room / 2)));
      this.#say('(cut here)');
      this.#room = 0;
      return false;
    }
    return true;
  }

  /** Says something at the end, in our own words. */
  close(lines: readonly string[]): void {
    this.#lines.push('', ...lines);
  }

  toString(): string {
    return this.#lines.join('\n');
  }

  #say(...lines: readonly string[]): void {
    this.#lines.push(...lines);
    this.#room -= lengthOf(lines);
  }
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
