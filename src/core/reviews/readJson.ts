import { wholeCharacters } from '../text/wholeCharacters';
import { toData } from './readToml';
import { type YamlReading, yamlLimits } from './readYaml';

/** Reads a JSON object as fields. Never throws; the line of an entry is the one on which its name stands. */
export function readJson(text: string): YamlReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'It is no JSON.';
    return { entries: [], problem: { message: message.endsWith('.') ? message : `${message}.`, line: 1 } };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { entries: [], problem: { message: 'It is no JSON object.', line: 1 } };
  }
  const lines = topLevelLines(text);
  const entries = Object.entries(parsed)
    .slice(0, yamlLimits.keys)
    .map(([name, value]) => ({ name: wholeCharacters(name), value: toData(value), line: lines.get(name) ?? 1 }));
  return { entries };
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
