import { UserError } from '../../core/userError';

/** Longer text is nobody's question. */
const longestText = 1000;

/** What an agent sent with its question: anything at all, until it is asked for. */
export class ToolInput {
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(input: unknown) {
    this.#values = new Map(typeof input === 'object' && input !== null ? Object.entries(input) : []);
  }

  /** A text that has to be there. @throws UserError where it is not. */
  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw new UserError(`Say ${name}: a text.`);
    return value;
  }

  /** A text that may be there; one without a visible character is none. @throws UserError where it is no text, or too long. */
  optionalText(name: string): string | undefined {
    const value = this.#values.get(name);
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw new UserError(`${name} must be a text.`);
    if (value.length > longestText) throw new UserError(`${name} may have at most ${longestText} characters.`);
    return value.trim() === '' ? undefined : value.trim();
  }

  /** A whole number from 1 to `most`, or what is usual. @throws UserError where it is none; a larger one counts as `most`. */
  count(name: string, usual: number, most: number): number {
    const value = this.#values.get(name);
    if (value === undefined || value === null) return usual;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
      throw new UserError(`${name} must be a whole number above 0.`);
    return Math.min(value, most);
  }
}
