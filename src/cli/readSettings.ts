import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { MatchIn } from '../core/citations/findCitations';
import type { CommentMarks } from '../core/citations/languages';
import { marksFromWords } from '../core/citations/marksFromWords';
import type { FindingSeverity } from '../core/finding';
import { isTangled } from '../core/reviews/isTangled';
import { decodeText } from '../indexing/decodeText';
import type { Root } from '../indexing/findSources';
import { isReallyInside } from '../indexing/namedSources';

/** What the command line takes from the settings of the editor. What they do not say, or say wrongly, is absent. */
export interface Settings {
  readonly sources?: readonly string[];
  readonly idPatterns?: readonly string[];
  readonly matchIn?: MatchIn;
  readonly comments?: Readonly<Record<string, CommentMarks>>;
  readonly unknownCitation?: FindingSeverity | 'off';
  /** Globs of `files.exclude` and `search.exclude` that are on. */
  readonly exclude: readonly string[];
}

/** Where the editor keeps the settings of a folder. */
export const settingsFile = '.vscode/settings.json';

const limit = 1024 * 1024;

/** What VS Code excludes where no setting says otherwise, as far as it is not left alone anyway. */
const excludedByDefault = ['**/.DS_Store', '**/Thumbs.db', '**/*.code-search'];

/** Reads the settings of a folder. `onProblem` is told in a sentence what is wrong with them; the rest still counts. */
export async function readSettings(root: Root, onProblem: (message: string) => void): Promise<Settings> {
  const place = root.fileSystem.join(root.place, settingsFile);
  if (!(await root.fileSystem.stat(place))) return { exclude: excludedByDefault };
  try {
    if (!(await isReallyInside(root, place))) throw new Error('it is a link that leads outside');
    const decoded = decodeText(await root.fileSystem.read(place, limit));
    if (decoded.kind !== 'text') throw new Error('it is not UTF-8');
    return toSettings(decoded.text, onProblem);
  } catch (error) {
    onProblem(`${settingsFile} was not used: ${error instanceof Error ? error.message : String(error)}.`);
    return { exclude: excludedByDefault };
  }
}

/** The settings in a text: JSON with comments and trailing commas. The last of several with one name counts, as in the editor. */
export function toSettings(text: string, onProblem: (message: string) => void): Settings {
  const errors: ParseError[] = [];
  if (isTangled(text)) {
    onProblem(`${settingsFile} is nested too deep and was not used.`);
    return { exclude: excludedByDefault };
  }
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) onProblem(`${settingsFile} is not valid JSON; what could be read of it counts.`);
  const values = new Map(propertiesOf(tree));
  const read = <Value>(name: string, take: (node: Node) => Value | undefined, wanted: string): Value | undefined => {
    const node = values.get(name);
    const value = node && take(node);
    if (node && value === undefined) onProblem(`${settingsFile}: ${name} must be ${wanted}; it was not used.`);
    return value;
  };
  const sources = read('precedent.sources', toStrings, 'a list of texts');
  const idPatterns = read('precedent.idPatterns', toStrings, 'a list of texts');
  const matchIn = read('precedent.matchIn', toMatchIn, 'comments, commentsAndStrings or everywhere');
  const comments = read('precedent.comments', toComments, 'an object with a list of comment marks by language');
  const levels = 'off, hint, information, warning or error';
  const unknownCitation = read('precedent.diagnostics.unknownCitation', toSeverity, levels);
  const switches = new Map(excludedByDefault.map((glob) => [glob, true]));
  for (const name of ['files.exclude', 'search.exclude']) {
    for (const [glob, isOn] of read(name, toSwitches, 'an object') ?? []) switches.set(glob, isOn);
  }
  return {
    ...(sources && { sources }),
    ...(idPatterns && { idPatterns }),
    ...(matchIn && { matchIn }),
    ...(comments && { comments }),
    ...(unknownCitation && { unknownCitation }),
    exclude: [...switches].flatMap(([glob, isOn]) => (isOn ? [glob] : [])),
  };
}

function propertiesOf(node: Node | undefined): [string, Node][] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }): [string, Node][] => {
    const [name, value] = children ?? [];
    return name && value ? [[String(name.value), value]] : [];
  });
}

function toStrings(node: Node): string[] | undefined {
  if (node.type !== 'array') return undefined;
  const strings = (node.children ?? []).map((child): unknown => child.value);
  return strings.every((each) => typeof each === 'string') ? strings : undefined;
}

function toMatchIn(node: Node): MatchIn | undefined {
  return (['comments', 'commentsAndStrings', 'everywhere'] as const).find((each) => each === node.value);
}

function toSeverity(node: Node): FindingSeverity | 'off' | undefined {
  return (['off', 'hint', 'information', 'warning', 'error'] as const).find((each) => each === node.value);
}

function toSwitches(node: Node): [string, boolean][] | undefined {
  // A condition such as `{"when": "$(basename).ts"}` asks for siblings, which is for generated files: not excluded here.
  return node.type === 'object' ? propertiesOf(node).map(([glob, value]) => [glob, value.value === true]) : undefined;
}

function toComments(node: Node): Record<string, CommentMarks> | undefined {
  if (node.type !== 'object') return undefined;
  const languages = propertiesOf(node).map(([language, value]): [string, string[] | undefined] => [
    language,
    toStrings(value),
  ]);
  if (languages.some(([, marks]) => marks === undefined)) return undefined;
  return Object.fromEntries(languages.map(([language, marks]) => [language, marksFromWords(marks ?? [])]));
}
