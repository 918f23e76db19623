import { parse } from 'smol-toml';
import { wholeCharacters } from '../text/wholeCharacters';
import { dataLimits } from './dataLimits';
import type { Data } from './fields';
import type { YamlEntry } from './flatYaml';
import type { YamlReading } from './readYaml';

/** Reads TOML front matter. Never throws; the line of an entry is where its name first stands at the start of a line. */
export function readToml(source: string, firstLine = 1): YamlReading {
  if (source.length > dataLimits.length) {
    return { entries: [], problem: { message: `It is longer than ${dataLimits.length / 1024} kB.`, line: firstLine } };
  }
  try {
    const lines = source.split('\n');
    const entries = Object.entries(parse(source))
      .slice(0, dataLimits.keys)
      .map(([name, value]): YamlEntry => ({ name, value: toData(value, 1), line: firstLine + lineOf(lines, name) }));
    return { entries };
  } catch (error) {
    const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line - 1 : 0;
    const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'It cannot be read.';
    return {
      entries: [],
      problem: { message: message.endsWith('.') ? message : `${message}.`, line: firstLine + line },
    };
  }
}

/** Parsed TOML or JSON as values of our own; numbers, dates and truth values become text. */
export function toData(value: unknown, depth = 1): Data {
  if (value === null || value === undefined || depth > dataLimits.depth) return '';
  if (Array.isArray(value)) return value.map((each) => toData(each, depth + 1));
  if (value instanceof Date) return 'toISOString' in value && !Number.isNaN(value.getTime()) ? value.toISOString() : '';
  if (typeof value === 'object') {
    return new Map(
      Object.entries(value).map(([name, each]): [string, Data] => [wholeCharacters(name), toData(each, depth + 1)]),
    );
  }
  return wholeCharacters(String(value));
}

function lineOf(lines: readonly string[], name: string): number {
  const at = lines.findIndex((line) => {
    const text = line.trimStart();
    return text.startsWith(name) || text.startsWith(`[${name}`) || text.startsWith(`"${name}"`);
  });
  return Math.max(0, at);
}
