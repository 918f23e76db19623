import { wholeCharacters } from '../text/wholeCharacters';
import { dataLimits } from './dataLimits';
import { toData } from './readToml';
import type { YamlReading } from './readYaml';

/** Reads a JSON object as fields. Never throws; the line of an entry is the one on which its name stands. */
export function readJson(text: string): YamlReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'It is no JSON.';
    const line = lineOfMistake(text, message);
    return { entries: [], problem: { message: message.endsWith('.') ? message : `${message}.`, line } };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { entries: [], problem: { message: 'It is no JSON object.', line: 1 } };
  }
  const lines = topLevelLines(text);
  const entries = Object.entries(parsed)
    .slice(0, dataLimits.keys)
    .map(([name, value]) => ({ name: wholeCharacters(name), value: toData(value), line: lines.get(name) ?? 1 }));
  return { entries };
}

/** The 1-based line of a mistake, by what V8 says of it: an offset, a line, or the end; the first where it says none of these. */
function lineOfMistake(text: string, message: string): number {
  const line = / \(?line (\d{1,9}) column/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const offset = / at position (\d{1,9})/.exec(message)?.[1];
  const before = /end of JSON/.test(message) ? text.trimEnd() : text.slice(0, Number(offset ?? 0));
  return before.split('\n').length;
}

/** The 1-based lines of the names of the outermost object, by one pass over the text. */
function topLevelLines(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let depth = 0;
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '\n') line++;
    else if (unit === '{' || unit === '[') depth++;
    else if (unit === '}' || unit === ']') depth--;
    else if (unit === '"') {
      const end = stringEnd(text, at);
      if (depth === 1 && /^\s{0,100}:/.test(text.slice(end, end + 101))) lines.set(unquoted(text.slice(at, end)), line);
      at = end - 1;
    }
  }
  return lines;
}

function stringEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  return Math.min(end + 1, text.length);
}

function unquoted(source: string): string {
  try {
    return String(JSON.parse(source));
  } catch {
    return source;
  }
}
