import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Finding, FindingSeverity } from '../finding';
import { closestWord } from './closestWord';
import { isTangled } from './isTangled';
import { defaultRules, type LibraryRules } from './libraryRules';
import type { ReviewField, SectionKind } from './review';
import { globProblem, patternProblem, placeProblem, urlProblem } from './ruleProblems';

/** Every key of `precedent.yaml`. The JSON Schema describes the same ones. */
export const ruleKeys = [
  'version',
  'idPatterns',
  'urlTemplates',
  'headings',
  'labels',
  'include',
  'exclude',
  'excludeHeadings',
  'split',
  'services',
  'aliases',
  'paths',
] as const;

/** What headings may be said to mean. */
export const headingKeys = [
  'summary',
  'context',
  'surprises',
  'difficulties',
  'contributors',
  'timeline',
  'impact',
  'resolution',
  'lessons',
  'people',
  'followUps',
  'transcript',
  'excluded',
] as const satisfies readonly SectionKind[];

/** What labels may be said to mean. */
export const labelKeys = [
  'id',
  'title',
  'date',
  'status',
  'severity',
  'services',
  'tags',
  'people',
  'summary',
  'surprises',
  'difficulties',
  'contributors',
  'related',
] as const satisfies readonly ReviewField[];

/** The version of `precedent.yaml` that is read here. It grows when a key comes to mean what a reader of before would miss. */
const rulesVersion = 1;

const longest = 64 * 1024;
const mostPatterns = 50;
const mostWords = 500;

/**
 * Reads a `precedent.yaml`. What is wrong in it is told with its place and left out; the rest holds. Never throws.
 *
 * `path` is the file's, relative to the root, for the findings.
 */
export function parseLibraryRules(
  text: string,
  path: string,
): { readonly rules: LibraryRules; readonly findings: readonly Finding[] } {
  const reader = new RulesReader(path);
  try {
    return { rules: reader.read(text), findings: reader.findings };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
    reader.tell('unreadable-rules', `This file cannot be read. ${message}`.trim(), undefined, 'error');
    return { rules: defaultRules, findings: reader.findings };
  }
}

type Found = { -readonly [Key in keyof LibraryRules]: LibraryRules[Key] };

class RulesReader {
  readonly findings: Finding[] = [];
  readonly #path: string;
  #lines = new LineCounter();
  /** Whether the rules were written for a reader that knows more. */
  #isNewer = false;

  constructor(path: string) {
    this.#path = path;
  }

  read(text: string): LibraryRules {
    if (text.length > longest) {
      this.tell('unreadable-rules', 'This file is longer than 64 kB and is not read.', undefined, 'error');
      return defaultRules;
    }
    if (isTangled(text)) {
      this.tell('unreadable-rules', 'This file is nested too deep and is not read.', undefined, 'error');
      return defaultRules;
    }
    this.#lines = new LineCounter();
    const document = parseDocument(text, {
      schema: 'failsafe',
      stringKeys: true,
      merge: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      lineCounter: this.#lines,
    });
    for (const error of document.errors.slice(0, 10)) {
      this.#tellAt('unreadable-rules', sentence(error.message), error.pos[0], error.pos[1], 'error');
    }
    const rules: Found = { ...defaultRules };
    const root = document.contents;
    if (isMap(root)) this.#readKeys(root, rules);
    else if (root && document.errors.length === 0 && !(isScalar(root) && root.value === '')) {
      this.tell(
        'unreadable-rules',
        'This file should hold keys such as "headings:" or "exclude:".',
        root as Node,
        'error',
      );
    }
    return rules;
  }

  #readKeys(root: YAMLMap, rules: Found): void {
    const entries = this.#entries(root);
    this.#readVersion(entries.find(([, name]) => name === 'version')?.[2]);
    for (const [key, name, value] of entries) {
      switch (name as (typeof ruleKeys)[number]) {
        case 'version':
          break;
        case 'idPatterns':
          rules.idPatterns = this.#strings(name, value, mostPatterns, patternProblem);
          break;
        case 'urlTemplates':
          rules.urlTemplates = this.#strings(name, value, mostPatterns, urlProblem);
          break;
        case 'include':
          rules.include = this.#strings(name, value, mostWords, globProblem);
          break;
        case 'exclude':
          rules.exclude = this.#strings(name, value, mostWords, globProblem);
          break;
        case 'excludeHeadings':
          rules.excludeHeadings = [
            ...new Set([...defaultRules.excludeHeadings, ...this.#strings(name, value, mostWords)]),
          ];
          break;
        case 'headings':
          rules.headings = this.#words(name, value, headingKeys);
          break;
        case 'labels':
          rules.labels = this.#words(name, value, labelKeys);
          break;
        case 'services':
          rules.services = this.#record(name, value);
          break;
        case 'aliases':
          rules.aliases = this.#record(name, value);
          break;
        case 'split':
          this.#readSplit(value, rules);
          break;
        case 'paths':
          this.#readPaths(value, rules);
          break;
        default:
          this.#tellUnknown(name, key, ruleKeys);
      }
    }
  }

  /** Rules for a newer reader are told once, and keys that only it knows are not told one by one. */
  #readVersion(value: Node | null | undefined): void {
    if (value === undefined) return;
    const text = textOf(value) ?? '';
    if (!/^[1-9]\d{0,5}$/.test(text)) {
      this.tell('wrong-rule', `"version" is a whole number: ${rulesVersion} or less.`, value);
      return;
    }
    if (Number(text) <= rulesVersion) return;
    this.#isNewer = true;
    const message = `This library asks for version ${text} of these rules, and this Precedent reads version ${rulesVersion}. What it does not know is left out; a newer Precedent reads it all.`;
    this.tell('newer-rules', message, value);
  }

  #readSplit(value: Node | null, rules: Found): void {
    const text = textOf(value);
    if (text === 'none' || text === 'heading') rules.split = text;
    else this.tell('wrong-rule', '"split" is "none" or "heading".', value);
  }

  #readPaths(value: Node | null, rules: Found): void {
    const text = textOf(value);
    const problem = text === undefined ? '"paths" names one folder.' : placeProblem(text);
    if (text === undefined || problem) this.tell('wrong-rule', problem ?? '', value);
    else rules.paths = text;
  }

  /** The entries of a mapping, each name once; a second of the same name is told. */
  #entries(map: YAMLMap): [Node, string, Node | null][] {
    const seen = new Set<string>();
    return map.items.flatMap((pair: Pair): [Node, string, Node | null][] => {
      const key = pair.key as Node;
      const name = textOf(key) ?? '';
      if (seen.has(name)) {
        this.tell('wrong-rule', `"${name}" stands here twice; the first one counts.`, key);
        return [];
      }
      seen.add(name);
      return [[key, name, pair.value as Node | null]];
    });
  }

  /** A list of strings, or one string; what is no string or has a problem is told and left out. */
  #strings(
    name: string,
    value: Node | null,
    most: number,
    problemOf: (text: string) => string | undefined = () => undefined,
  ): string[] {
    const single = textOf(value);
    if (!isSeq(value) && single === undefined) {
      this.tell('wrong-rule', `"${name}" is a list of texts.`, value);
      return [];
    }
    const nodes = isSeq(value) ? (value.items as (Node | null)[]) : single === '' ? [] : [value];
    if (nodes.length > most)
      this.tell('wrong-rule', `"${name}" holds at most ${most} entries; the others are left out.`, value);
    return nodes.slice(0, most).flatMap((node) => {
      const text = textOf(node);
      const problem = text === undefined || text === '' ? `An entry of "${name}" is a text.` : problemOf(text);
      if (text !== undefined && !problem) return [text];
      this.tell('wrong-rule', problem ?? '', node ?? value);
      return [];
    });
  }

  #words<Key extends string>(
    name: string,
    value: Node | null,
    keys: readonly Key[],
  ): Partial<Record<Key, readonly string[]>> {
    const words: Partial<Record<Key, readonly string[]>> = {};
    if (!isMap(value)) {
      this.tell(
        'wrong-rule',
        `"${name}" says for each meaning which words have it, such as "summary: [Abstract]".`,
        value,
      );
      return words;
    }
    for (const [key, each, list] of this.#entries(value)) {
      const known = keys.find((candidate) => candidate.toLowerCase() === each.toLowerCase().replace(/[-_ ]/g, ''));
      if (known) words[known] = this.#strings(each, list, mostWords);
      else this.#tellUnknown(each, key, keys);
    }
    return words;
  }

  #record(name: string, value: Node | null): Readonly<Record<string, string>> {
    const record: Record<string, string> = Object.create(null) as Record<string, string>;
    if (!isMap(value)) {
      this.tell('wrong-rule', `"${name}" holds entries such as "one: other".`, value);
      return record;
    }
    for (const [key, from, node] of this.#entries(value)) {
      const to = textOf(node);
      if (to === undefined || to === '' || from === '')
        this.tell('wrong-rule', `An entry of "${name}" leads from one text to another.`, node ?? key);
      else record[from] = to;
    }
    return record;
  }

  #tellUnknown(name: string, key: Node, keys: readonly string[]): void {
    if (this.#isNewer) return;
    const closest = closestWord(name, keys);
    const message = closest
      ? `There is no key "${name}" here; maybe "${closest}".`
      : `There is no key "${name}" here. There are ${keys.join(', ')}.`;
    const fixes = closest ? [{ title: `Change to "${closest}"`, replacement: closest }] : undefined;
    this.tell('unknown-rule', message, key, 'warning', fixes);
  }

  tell(
    code: string,
    message: string,
    node: Node | null | undefined,
    severity: FindingSeverity = 'warning',
    fixes?: Finding['fixes'],
  ): void {
    const [start, end] = node?.range ?? [0, 0];
    this.#tellAt(code, message, start, end, severity, fixes);
  }

  #tellAt(
    code: string,
    message: string,
    start: number,
    end: number,
    severity: FindingSeverity,
    fixes?: Finding['fixes'],
  ): void {
    const { line, col } = this.#lines.linePos(start);
    const last = this.#lines.linePos(Math.max(start, end));
    this.findings.push({
      code,
      message,
      path: this.#path,
      line: Math.max(1, line),
      column: Math.max(1, col),
      ...(last.line === line && last.col > col ? { endColumn: last.col } : {}),
      severity,
      ...(fixes ? { fixes } : {}),
    });
  }
}

function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

function sentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.endsWith('.') ? line : `${line}.`;
}
