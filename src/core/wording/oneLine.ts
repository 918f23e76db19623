import { visibleControls, withoutControls } from './visibleControls';

// Every space there is but the zero-width ones, which are to be seen: Unicode White_Space.
const spaces = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** A text on one line, with single spaces and with nothing in it that cannot be seen: see {@link visibleControls}. */
export function oneLine(text: string): string {
  return visibleControls(text.replace(spaces, ' ').trim());
}

/** A text on one line for a file of somebody's: what cannot be seen is left out, not shown. */
export function insertableLine(text: string): string {
  return withoutControls(text.replace(spaces, ' ')).replace(/ {2,}/g, ' ').trim();
}
