import { isDistinctiveSymbol } from './commonNames';
import { linesOf } from './lines';

/** How much of a file is looked at, in UTF-16 units, and how many of its symbols are told. */
const longestText = 200_000;
const mostSymbols = 500;

const modifiers = new Set(
  (
    'export default public private protected internal static final abstract async override open sealed data inline pub unsafe extern const ' +
    'declare suspend virtual partial readonly create or replace unique concurrently if not exists constexpr typedef'
  ).split(' '),
);

const keywords = new Set(
  (
    'function class interface type enum struct trait union protocol record object module namespace def fn func fun sub proc macro table index ' +
    'view procedure trigger const let var val define #define message rpc'
  ).split(' '),
);

/** What a value at the outer level is declared with; within a function it is nobody's business. */
const valueKeywords = new Set(['const', 'let', 'var', 'val']);

/** Words before a name and `(` that make a call or a statement of it. */
const statements = new Set(
  'return await new throw else yield in of do case if for while switch catch when and or not delete'.split(' '),
);

/**
 * The distinctive names that a file of code defines, in order, each once: functions, types, tables and constants at the outer level.
 *
 * A light look at the first words of each line that serves all languages; it misses some and takes no text apart.
 */
export function definedSymbols(text: string): readonly string[] {
  const found = new Set<string>();
  for (const line of linesOf(text.slice(0, longestText))) {
    if (line.text.length > 400 || line.text.trim() === '') continue;
    const name = definedIn(line.text).find((each) => each !== undefined && isDistinctiveSymbol(each));
    if (name !== undefined) found.add(name);
    if (found.size === mostSymbols) break;
  }
  return [...found];
}

/** What a line may define, the likeliest first. */
function definedIn(line: string): readonly (string | undefined)[] {
  const isOuter = !/^\s/.test(line);
  return [declaredIn(line, isOuter), constantIn(line, isOuter), functionIn(line, isOuter)];
}

function declaredIn(line: string, isOuter: boolean): string | undefined {
  const words = line.trim().split(/\s+/, 12);
  for (const [at, word] of words.entries()) {
    const plain = word.toLowerCase().replace(/\(.*$/, '').replace(/[*!]$/, '');
    if (keywords.has(plain)) {
      const name = nameAfter(line, words.slice(at + 1));
      if (name !== undefined && !modifiers.has(name.toLowerCase()) && !keywords.has(name.toLowerCase())) {
        return valueKeywords.has(plain) && !isOuter ? undefined : name;
      }
    }
    if (!modifiers.has(plain) && !keywords.has(plain)) break;
  }
  return undefined;
}

/** The name behind a keyword: the next word, or in Go the one behind the receiver. */
function nameAfter(line: string, words: readonly string[]): string | undefined {
  const next = words.find((word) => !modifiers.has(word.toLowerCase()));
  if (next === undefined) return undefined;
  const receiver = next.startsWith('(') ? line.indexOf(')') : -1;
  const rest = receiver >= 0 ? line.slice(receiver + 1).trimStart() : next;
  return identifierAt(rest);
}

function identifierAt(text: string): string | undefined {
  return /^[*&"'`]?([A-Za-z_$][\w$]{0,100})/.exec(text)?.[1];
}

/** `MAX_TRIES = 3`, `private static final int MAX_TRIES = 3`, or any name at the beginning of a line that is given a value. */
function constantIn(line: string, isOuter: boolean): string | undefined {
  const equals = line.indexOf('=');
  if (equals < 1 || '=>'.includes(line.charAt(equals + 1))) return undefined;
  const words = line.slice(0, equals).trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  if (isOuter && words.length === 1) return /^[A-Za-z_]\w*$/.test(last) ? last : undefined;
  return /^[A-Z][A-Z\d_]*$/.test(last) && words.length > 1 ? last : undefined;
}

/** `unsigned reconnect_delay(unsigned attempt)`, `HttpResponse<String> capture(HttpRequest request) {`, `restart_all() {`. */
function functionIn(line: string, isOuter: boolean): string | undefined {
  const open = line.indexOf('(');
  if (open < 1 || /[;,]\s*$/.test(line)) return undefined;
  const before = line.slice(0, open);
  if (!/^[\w\s<>[\],.*&:?@~]*$/.test(before)) return undefined;
  const words = before.trim().split(/[\s*&]+/);
  const name = words.at(-1) ?? '';
  if (!/^[A-Za-z_]\w*$/.test(name) || words.some((word) => statements.has(word))) return undefined;
  if (words.length === 1) return isOuter && /^\(\)\s*\{?\s*$/.test(line.slice(open)) ? name : undefined;
  return isOuter || line.trimEnd().endsWith('{') ? name : undefined;
}
