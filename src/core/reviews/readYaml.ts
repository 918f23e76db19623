import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { wholeCharacters } from '../text/wholeCharacters';
import { dataLimits } from './dataLimits';
import type { Data } from './fields';
import type { YamlEntry } from './flatYaml';
import { isTangled } from './isTangled';

/** What was read from YAML, and what is wrong with it (1-based line). */
export interface YamlReading {
  readonly entries: readonly YamlEntry[];
  readonly problem?: { readonly message: string; readonly line: number };
}

/**
 * Reads a YAML mapping. Scalars stay as written (`0123`, `1e3`, `yes`, `2024-01-05`), nothing is merged, aliases are not followed.
 *
 * Never throws: what cannot be read is a problem, and what could be read before it is kept.
 */
export function readYaml(source: string, firstLine = 1): YamlReading {
  if (source.length > dataLimits.length) {
    return { entries: [], problem: { message: `It is longer than ${dataLimits.length / 1024} kB.`, line: firstLine } };
  }
  if (isTangled(source)) {
    return { entries: [], problem: { message: `It is nested more than ${dataLimits.depth} deep.`, line: firstLine } };
  }
  try {
    return readDocument(source, firstLine);
  } catch (error) {
    const message = error instanceof Error ? firstSentence(error.message) : 'It cannot be read.';
    return { entries: [], problem: { message, line: firstLine } };
  }
}

function readDocument(source: string, firstLine: number): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    stringKeys: true,
    merge: false,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    lineCounter: lines,
  });
  const lineOf = (offset: number) => firstLine + Math.max(1, lines.linePos(offset).line) - 1;
  const error = document.errors[0];
  const problem = error ? { message: firstSentence(error.message), line: lineOf(error.pos[0]) } : undefined;
  const root = document.contents;
  if (!isMap(root)) {
    const message = 'It is no list of "name: value".';
    return { entries: [], ...(problem ? { problem } : root ? { problem: { message, line: firstLine } } : {}) };
  }
  const reader = new Reader();
  const entries: YamlEntry[] = [];
  const names = new Set<string>();
  let own = problem;
  // What the reader makes of the entry in which it stumbled is a guess.
  const stumble = error ? error.pos[0] : Number.POSITIVE_INFINITY;
  for (const { key, value } of root.items) {
    if (endOf(value ?? key) >= stumble) break;
    const name = nameOf(key);
    const line = lineOf(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    if (name === '') continue;
    if (names.has(name)) own ??= { message: `"${name}" stands there twice; the first one counts.`, line };
    else if (names.size >= dataLimits.keys) own ??= { message: `It has more than ${dataLimits.keys} names.`, line };
    else
      entries.push({ name, value: reader.read(value as Node | null, 1), line, itemLines: itemLinesOf(value, lineOf) });
    if (reader.hasAlias) own ??= { message: 'What stands elsewhere (*name) is not looked up.', line };
    names.add(name);
  }
  if (reader.isTooDeep) own ??= { message: `It is nested more than ${dataLimits.depth} deep.`, line: firstLine };
  return { entries, ...(own ? { problem: own } : {}) };
}

/** Turns nodes into values without following aliases. */
class Reader {
  isTooDeep = false;
  hasAlias = false;

  read(node: Node | null, depth: number): Data {
    if (depth > dataLimits.depth) {
      this.isTooDeep = true;
      return '';
    }
    if (isScalar(node)) return typeof node.value === 'string' ? wholeCharacters(node.value) : '';
    if (isSeq(node)) return node.items.map((item) => this.read(item as Node | null, depth + 1));
    if (isAlias(node)) this.hasAlias = true;
    if (!isMap(node)) return '';
    const map = new Map<string, Data>();
    for (const { key, value } of node.items) {
      const name = nameOf(key);
      if (!map.has(name)) map.set(name, this.read(value as Node | null, depth + 1));
    }
    return map;
  }
}

function nameOf(key: unknown): string {
  return isScalar(key) ? wholeCharacters(String(key.value)) : '';
}

function itemLinesOf(value: unknown, lineOf: (offset: number) => number): number[] {
  if (isSeq(value)) return value.items.map((item) => lineOf(startOf(item)));
  return isMap(value) ? value.items.map(({ key }) => lineOf(startOf(key))) : [];
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function endOf(node: unknown): number {
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

function firstSentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.endsWith('.') ? line : `${line}.`;
}
