/**
 * A situation that the user can change, in a sentence that says what happened and what to do.
 *
 * Thrown where it is noticed; shown by `registerCommand` and by the command line. Anything else that is thrown is a bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
