import { brokenUp, commentEnds } from '../wording/brokenUp';
import { insertableLine } from '../wording/oneLine';

/** Whether a name that a review gave may be put into somebody's comment or document: it is one line, all seen, and ends no comment. */
export function isInsertable(name: string): boolean {
  return name !== '' && insertableLine(name) === name && brokenUp(name, commentEnds) === name;
}
