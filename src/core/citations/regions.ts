import { escapeRegExp } from './namePrefixes';
import type { Hole, Region } from './region';

/** How most languages escape in strings: a backslash and any character. */
export const backslash = '\\\\.';

/** `${ … }`, with braces in pairs. */
export const dollarBrace: Hole = { open: '\\$\\{', close: '\\}', nest: '\\{' };
/** `#{ … }`, with braces in pairs. */
export const hashBrace: Hole = { open: '#\\{', close: '\\}', nest: '\\{' };

/** A comment that ends with its line. */
export function line(mark: string, more: Partial<Region> = {}): Region {
  return { kind: 'comment', open: escapeRegExp(mark), ...more };
}

/** A comment that ends with its line, by RegExp source of what opens it. */
export function lineAt(open: string, more: Partial<Region> = {}): Region {
  return { kind: 'comment', open, ...more };
}

/** A comment with an end of its own, over any number of lines. */
export function block(open: string, close: string, more: Partial<Region> = {}): Region {
  return { kind: 'comment', open: escapeRegExp(open), close: escapeRegExp(close), isMultiline: true, ...more };
}

/** A comment that may hold comments of its kind. */
export function nestedBlock(open: string, close: string, more: Partial<Region> = {}): Region {
  return block(open, close, { nest: escapeRegExp(open), ...more });
}

/** A string with backslash escapes that ends with its line at the latest, unless a backslash ends the line. */
export function quoted(mark: string, more: Partial<Region> = {}): Region {
  return {
    kind: 'string',
    open: escapeRegExp(mark),
    close: escapeRegExp(mark),
    skip: backslash,
    isContinued: true,
    ...more,
  };
}

/** A string with backslash escapes over any number of lines. */
export function longQuoted(mark: string, more: Partial<Region> = {}): Region {
  return quoted(mark, { isMultiline: true, ...more });
}

/** A string without escapes that ends with its line at the latest. */
export function raw(open: string, close = open, more: Partial<Region> = {}): Region {
  return { kind: 'string', open: escapeRegExp(open), close: escapeRegExp(close), ...more };
}

/** A string without escapes over any number of lines. */
export function longRaw(open: string, close = open, more: Partial<Region> = {}): Region {
  return raw(open, close, { isMultiline: true, ...more });
}

/** A string in which the doubled mark stands for one: `'it''s'`. */
export function doubled(mark: string, more: Partial<Region> = {}): Region {
  return raw(mark, mark, { skip: escapeRegExp(mark + mark), ...more });
}

/** A character literal that closes at once, so that a lone `'` (a lifetime, a digit separator) opens nothing. */
export const character: Region = {
  kind: 'string',
  open: "(?<![\\w'](?<!\\b(?:b|u8?|[UL])))'(?=(?:\\\\[^']?[^']{0,9}|[^'\\\\]{1,4})')",
  close: "'",
  skip: backslash,
};

/** A string whose lines begin with the next one, by RegExp sources of what opens it and of the line that ends it. */
export function heredoc(open: string, close: string, more: Partial<Region> = {}): Region {
  return { kind: 'string', open, close, isMultiline: true, fromNextLine: true, ...more };
}

/** Code of another language between two marks, by RegExp sources. */
export function embedded(open: string, close: string, language: string, more: Partial<Region> = {}): Region {
  return { kind: 'code', open, close, language, isMultiline: true, ...more };
}

/** What looks like the opening of a comment or string and is none: matched, and passed over. */
export function plain(source: string): Region {
  return { kind: 'code', open: `(?:${source})`, close: '' };
}

/** Line and block comments as in C. */
export const slashes: readonly Region[] = [line('//'), block('/*', '*/')];
/** Line comments as in C, and block comments that nest. */
export const nestedSlashes: readonly Region[] = [line('//'), nestedBlock('/*', '*/')];
