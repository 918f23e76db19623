import type { TextLine } from '../text/textLine';
import { type Field, type Fields, fieldName } from './fields';
import { readFlatYaml, type YamlEntry } from './flatYaml';
import { readToml } from './readToml';
import { readYaml } from './readYaml';

/** The fields above a document's text, and where the text begins. */
export interface FrontMatter {
  readonly fields: Fields;
  /** How many lines it takes, fences included. */
  readonly lineCount: number;
  readonly problem?: { readonly message: string; readonly line: number };
}

/** `name: value` or `name = value`, or the `[name]` of a table. */
const looksNamed = /^["']?[\p{L}_][^:=]{0,60}(?:[:=]\s|[:=]$)|^\[{1,2}[\w.-]{1,60}\]/u;

const none: FrontMatter = { fields: new Map(), lineCount: 0 };

/**
 * Reads YAML between `---`, TOML between `+++`, or either in a fence at the very top. The fences are found line by line.
 *
 * Never throws: front matter that cannot be read is a problem, and the text below it is still there.
 */
export function readFrontMatter(lines: readonly TextLine[]): FrontMatter {
  const first = lines.findIndex(({ text }) => text.replace('\ufeff', '').trim() !== '');
  const fence = (lines[first]?.text ?? '').replace('\ufeff', '').trimEnd();
  const kind = /^---(?:\s*(?:ya?ml)?)?$/.test(fence)
    ? 'yaml'
    : fence === '+++'
      ? 'toml'
      : (/^(?:```|~~~) ?(ya?ml|toml)$/.exec(fence)?.[1] ?? undefined);
  if (!kind || !isPlausible(lines[first + 1]?.text ?? '', first)) return none;
  const closers = fence === '+++' ? ['+++'] : fence.startsWith('-') ? ['---', '...'] : [fence.slice(0, 3)];
  const close = lines.findIndex(({ text }, at) => at > first && closers.includes(text.trimEnd()));
  if (close < 0) {
    // A ruler above the text, not front matter.
    if (!looksNamed.test(lines[first + 1]?.text ?? '')) return none;
    const line = lines[first]?.line ?? 1;
    return { ...none, lineCount: first + 1, problem: { message: 'The line that closes it is missing.', line } };
  }
  const inside = lines.slice(first + 1, close);
  if (inside.some(({ text }) => text.trim() !== '') && !inside.some(({ text }) => looksNamed.test(text))) return none;
  return { ...readInside(inside, kind === 'toml'), lineCount: close + 1 };
}

/** Entries by the form in which names are compared; the first of two counts. */
export function toFields(entries: readonly YamlEntry[]): Fields {
  const fields = new Map<string, Field>();
  for (const entry of entries) {
    const key = fieldName(entry.name);
    if (!fields.has(key)) fields.set(key, entry);
  }
  return fields;
}

function readInside(inside: readonly TextLine[], isToml: boolean): Omit<FrontMatter, 'lineCount'> {
  const flat = isToml ? undefined : readFlatYaml(inside);
  if (flat) return { fields: toFields(flat) };
  const source = inside.map(({ text }) => text).join('\n');
  const firstLine = inside[0]?.line ?? 1;
  const { entries, problem } = isToml ? readToml(source, firstLine) : readYaml(source, firstLine);
  return { fields: toFields(entries), ...(problem ? { problem } : {}) };
}

/** Below blank lines, and where a text begins with a ruler, only what looks like a name counts as front matter. */
function isPlausible(next: string, first: number): boolean {
  const text = next.trim();
  if (text === '') return first === 0;
  return /^[\w"'[#<{-][^\n]{0,200}$/.test(text) && (first === 0 || /[:=]/.test(text));
}
