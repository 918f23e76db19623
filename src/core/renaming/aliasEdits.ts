import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../citations/openText';
import { asList } from '../reviews/fields';
import { readFrontMatter } from '../reviews/frontMatter';
import { parseLibraryRules } from '../reviews/readLibraryRules';
import { lineAround } from '../text/lineAround';
import { textLines } from '../text/textLine';
import { isAliasField } from './ownIdEdits';

/**
 * The edit that adds a former id to the `aliases` of YAML front matter, at the end of the list that is there or as a line of its own. Nothing
 * else in the text changes. Nothing where there is no such front matter, or it is written in a way that cannot be added to.
 */
export function aliasInFrontMatter(text: string, alias: string): TextEdit | undefined {
  const lines = textLines(text);
  const { lineCount } = readFrontMatter(lines);
  const first = lines.findIndex((line) => /^\ufeff?---/.test(line.text));
  const inside = lines[first + 1];
  const close = lines[lineCount - 1];
  if (lineCount < 2 || first < 0 || first >= lineCount - 1 || !inside || !close) return undefined;
  const edit = edited(text, inside.start, close.start, alias);
  return edit && holdsAlias(applied(text, edit), alias) ? edit : undefined;
}

function edited(text: string, from: number, to: number, alias: string): TextEdit | undefined {
  const root = mapIn(text.slice(from, to));
  if (root === undefined || root === 'other') {
    return root === 'other' ? undefined : insertion(to, `aliases: [${scalar(alias)}]${breakOf(text)}`);
  }
  const pair = root.items.find(({ key }) => isScalar(key) && isAliasField(String(key.value)));
  if (!pair) return insertion(to, `aliases: [${scalar(alias)}]${breakOf(text)}`);
  const edit = inPair(text.slice(from, to), pair, alias, breakOf(text));
  return edit && { ...edit, start: edit.start + from, end: edit.end + from };
}

/** Adds to the list of a field, whatever its style; a single value becomes a list. Offsets are into `source`. */
function inPair(source: string, { key, value }: Pair, alias: string, lineEnd: string): TextEdit | undefined {
  if (isSeq(value)) return value.flow ? inFlow(value, alias) : inBlock(source, value, alias, lineEnd);
  if (!isScalar(key) || !key.range || (value !== null && !isScalar(value))) return undefined;
  const range = value?.range;
  const written = range ? source.slice(range[0], range[1]) : '';
  if (written.trim() === '') {
    const colon = source.indexOf(':', key.range[1]);
    return colon < 0 ? undefined : insertion(colon + 1, ` [${scalar(alias)}]`);
  }
  if (!range || /^[|>&*!]/.test(written) || /[\r\n]/.test(written)) return undefined;
  const kept = /^["']/.test(written) ? written : scalar(String(value?.value));
  return { start: range[0], end: range[1], text: `[${kept}, ${scalar(alias)}]` };
}

function inFlow({ items, range }: YAMLSeq, alias: string): TextEdit | undefined {
  const last = items.at(-1);
  if (!range) return undefined;
  if (!isScalar(last) || !last.range) return items.length === 0 ? insertion(range[0] + 1, scalar(alias)) : undefined;
  return insertion(last.range[1], `, ${scalar(alias)}`);
}

function inBlock(source: string, { items }: YAMLSeq, alias: string, lineEnd: string): TextEdit | undefined {
  const last = items.at(-1);
  if (!isScalar(last) || !last.range) return undefined;
  const line = lineAround(source, last.range[0]);
  const mark = /^\s*-\s+/.exec(source.slice(line.start, line.end))?.[0];
  return mark === undefined ? undefined : insertion(line.end, `${lineEnd}${mark}${scalar(alias)}`);
}

/**
 * The edits by which `precedent.yaml` leads a former id to the new one, and what led to the former one, too. All else in the text stays as it
 * is. Nothing where the file cannot be read, or is written in a way that cannot be added to.
 *
 * With `isKept` the former id is remembered elsewhere, and only what led to it is led on.
 */
export function aliasInRules(text: string, from: string, to: string, isKept = false): readonly TextEdit[] | undefined {
  const root = mapIn(text);
  if (root === 'other') return undefined;
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === 'aliases');
  const lineEnd = breakOf(text);
  const entry = `${scalar(from)}: ${scalar(to)}`;
  const edits: TextEdit[] = [];
  if (pair && isMap(pair.value) && pair.value.items.length > 0) {
    const more = inAliases(text, pair.value, { from, to, isKept }, entry, lineEnd);
    if (!more) return undefined;
    edits.push(...more);
  } else if (isKept) {
    return [];
  } else if (pair) {
    const { key, value } = pair;
    if (!isScalar(key) || !key.range || !(value === null || (isScalar(value) && value.value === ''))) return undefined;
    const colon = text.indexOf(':', key.range[1]);
    edits.push(insertion(colon + 1, `${lineEnd}  ${entry}`));
  } else {
    const isOpen = text !== '' && text !== '\ufeff' && !/[\r\n]$/.test(text);
    edits.push(insertion(text.length, `${isOpen ? lineEnd : ''}aliases:${lineEnd}  ${entry}${lineEnd}`));
  }
  const { rules } = parseLibraryRules(edits.reduceRight(applied, text), 'precedent.yaml');
  return isKept || rules.aliases[from] === to ? edits : undefined;
}

function inAliases(
  text: string,
  aliases: YAMLMap,
  { from, to, isKept }: { readonly from: string; readonly to: string; readonly isKept: boolean },
  entry: string,
  lineEnd: string,
): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let isThere = false;
  for (const { key, value } of aliases.items) {
    if (!isScalar(key) || !isScalar(value) || !value.range || !key.range) return undefined;
    const isKey = key.value === from;
    isThere ||= isKey;
    if (isKey || value.value === from) edits.push({ start: value.range[0], end: value.range[1], text: scalar(to) });
  }
  const last = aliases.items.at(-1);
  if (isThere || isKept || !last || !isScalar(last.key) || !isScalar(last.value) || !last.key.range) return edits;
  if (aliases.flow) {
    return last.value.range ? [...edits, insertion(last.value.range[1], `, ${entry}`)] : undefined;
  }
  const line = lineAround(text, last.key.range[0]);
  const end = lineAround(text, last.value.range?.[1] ?? line.end).end;
  const indentation = text.slice(line.start, last.key.range[0]);
  if (indentation.trim() !== '' || end !== line.end) return undefined;
  return [...edits, insertion(line.end, `${lineEnd}${indentation}${entry}`)];
}

/** The mapping that a YAML text is; nothing for an empty text, `other` for anything else and for what cannot be read. */
function mapIn(source: string): YAMLMap | 'other' | undefined {
  try {
    const { contents, errors } = parseDocument(source, {
      schema: 'failsafe',
      stringKeys: true,
      merge: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    if (errors.length > 0) return 'other';
    if (isMap(contents)) return contents.flow ? 'other' : contents;
    return contents === null || (isScalar(contents) && contents.value === '') ? undefined : 'other';
  } catch {
    return 'other';
  }
}

/** Whether a front matter lists a name among the former ones of its review already. */
export function holdsAlias(text: string, alias: string): boolean {
  const { fields } = readFrontMatter(textLines(text));
  return [...fields.values()].some(({ name, value }) => isAliasField(name) && asList(value).includes(alias));
}

/** A value as YAML writes it: plain where that can mean nothing else, else in quotes. */
function scalar(value: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u.test(value) ? value : JSON.stringify(value);
}

function insertion(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

function applied(text: string, { start, end, text: inserted }: TextEdit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

function breakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
