import { atomAt, isAnchor, matchedBy, repetitionAt } from './regExpAtoms';

const breaks = [10, 13];

/**
 * The source of a pattern that matches within a whole text what the given one matches in each line by itself: `^` and `$` are the line's,
 * and no character that it matches or looks at is a line break.
 */
export function inLine(source: string): string {
  let result = '';
  for (let at = 0; at < source.length; ) {
    const opening = /^\((?:\?(?:<?[!=]|:|<[^>]*>))?/.exec(source.slice(at))?.[0];
    const atom = opening ?? atomAt(source, at);
    const repetition = opening === undefined ? repetitionAt(source, at + atom.length).text : '';
    result += (opening ?? atomInLine(atom)) + repetition;
    at += atom.length + repetition.length;
  }
  return result;
}

function atomInLine(atom: string): string {
  if (atom === '^') return '(?<![^\\r\\n])';
  if (atom === '$') return '(?![^\\r\\n])';
  // `.` matches no line break; the others stand for themselves, or for nothing.
  if (/^[.|)]$/.test(atom) || isAnchor(atom) || matchedBy(atom, breaks).length === 0) return atom;
  return atom.startsWith('[^') ? `[^\\r\\n${atom.slice(2)}` : `(?:(?![\\r\\n])${atom})`;
}
