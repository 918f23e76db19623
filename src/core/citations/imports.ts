import { resolveTarget } from '../reviews/resolveTarget';

/** What a file says it uses, as far as its words tell which file that is. */
export interface Import {
  /** Paths without extension that it may mean, relative to the root; nothing for one that is found by its end only. */
  readonly paths?: readonly string[];
  /** Segments with which the path without extension ends. */
  readonly end?: readonly string[];
  /** Whether it means all files of a folder, as in Go. */
  readonly isFolder?: boolean;
}

interface Family {
  readonly extensions: readonly string[];
  readonly read: (text: string, path: string) => readonly Import[];
}

/** How much of a file is looked at, in UTF-16 units: imports stand at the top. */
const longestText = 60_000;
const mostImports = 300;

/** What a text imports, in order; nothing for languages that we do not know how to read. `path` is relative to the root. */
export function importsIn(text: string, path: string): readonly Import[] {
  const family = familyOf(path);
  return family ? family.read(text.slice(0, longestText), path).slice(0, mostImports) : [];
}

/** Whether files of this name import others in a way that we read. */
export function hasImports(path: string): boolean {
  return familyOf(path) !== undefined;
}

/**
 * Whether an import of one file means another. What is found by the end of its path alone is taken for it where the folder before
 * that end is one in which the importing file is too, or the end is long.
 */
export function isImportOf({ paths, end, isFolder }: Import, from: string, to: string): boolean {
  if (from === to || familyOf(from) !== familyOf(to)) return false;
  const folder = to.slice(0, Math.max(0, to.lastIndexOf('/')));
  const stem = isFolder ? folder : withoutExtension(to);
  // A folder stands for the file that opens it.
  const stems = isFolder || !/\/(?:index|__init__|mod)$/.test(stem) ? [stem] : [stem, folder];
  if (paths?.some((path) => stems.includes(path))) return true;
  return end !== undefined && stems.some((each) => endsThere(each.split('/'), end, from));
}

function endsThere(whole: readonly string[], end: readonly string[], from: string): boolean {
  const head = whole.length - end.length;
  if (head < 0 || !end.every((part, at) => part === whole[head + at])) return false;
  return end.length >= 3 || head === 0 || from.startsWith(`${whole.slice(0, head).join('/')}/`);
}

/** The words under which an import is found again: the last segment of what it may mean, and of the folder it may stand for. */
export function keysOfImport({ paths = [], end }: Import): readonly string[] {
  return [...new Set([...paths.map(lastOf), ...(end ? [end.at(-1) ?? ''] : [])])];
}

/** The words under which the imports of a file by others are to be looked for. */
export function keysOfImported(path: string): readonly string[] {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return [...new Set([lastOf(withoutExtension(path)), lastOf(folder)])];
}

const javaScript = /\b(?:from|import|require|export)\b[\s(]{0,24}["'`]([^"'`\n]{1,300})["'`]/g;
const python = /^[ \t]*(?:from[ \t]+([.\w]{1,200})[ \t]+import[ \t]+([^\n#]{1,400})|import[ \t]+([^\n#]{1,400}))/gm;
const go = /^[ \t]*(?:import[ \t]+)?(?:[\w.]{1,80}[ \t]+)?"([^"\n]{1,300})"[ \t]*(?:\/\/[^\n]{0,300})?$/gm;
const java = /^[ \t]*import[ \t]+(?:static[ \t]+)?([\w.]{1,300})/gm;
const rust = /^[ \t]*(?:pub(?:\([^()\n]{1,60}\))?[ \t]+)?(mod|use)[ \t]+([\w:]{1,300})/gm;
const include = /^[ \t]*#[ \t]*(?:include|import)[ \t]*"([^"\n]{1,300})"/gm;
const ruby = /^[ \t]*(require_relative|require|load)[ \t(]{1,4}["']([^"'\n]{1,300})["']/gm;
const php = /\b(?:(?:require|include)(?:_once)?\b[^"'\n]{0,40}["']([^"'\n]{1,300})["']|^use[ \t]+([\w\\]{1,300}))/gm;
const style = /@(?:import|use|forward)\b[^"'\n]{0,20}["']([^"'\n]{1,300})["']/g;
const shell = /^[ \t]*(?:source|\.)[ \t]+["']?([^\s"';&|]{1,300})/gm;
const protocol = /^[ \t]*import[ \t]+(?:public[ \t]+|weak[ \t]+)?"([^"\n]{1,300})"/gm;
const dart = /^[ \t]*(?:import|export|part)[ \t]+["']([^"'\n]{1,300})["']/gm;
const lua = /\brequire\b[ \t(]{0,8}["']([^"'\n]{1,300})["']/g;
const terraform = /^[ \t]*source[ \t]*=[ \t]*"(\.{1,2}\/[^"\n]{1,300})"/gm;

const families: readonly Family[] = [
  {
    extensions: ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts', 'vue', 'svelte', 'astro'],
    read: (text, path) => all(text, javaScript).flatMap(([, target = '']) => pathImport(target, path)),
  },
  { extensions: ['py', 'pyi'], read: pythonImports },
  {
    extensions: ['go'],
    read: (text) => all(text, go).map(([, target = '']) => ({ end: shortEnd(target.split('/')), isFolder: true })),
  },
  {
    extensions: ['java', 'kt', 'kts', 'scala', 'groovy'],
    read: (text) => all(text, java).flatMap(([, target = '']) => packageImport(target.split('.'))),
  },
  { extensions: ['rs'], read: rustImports },
  {
    extensions: ['c', 'h', 'cc', 'cpp', 'cxx', 'hh', 'hpp', 'hxx', 'm', 'mm', 'cu', 'ino'],
    read: (text, path) => all(text, include).flatMap(([, target = '']) => pathImport(asRelative(target), path)),
  },
  {
    extensions: ['rb', 'rake'],
    read: (text, path) =>
      all(text, ruby).flatMap(([, word, target = '']) =>
        word === 'require' && !target.startsWith('.')
          ? endImport(target.split('/'))
          : pathImport(asRelative(target), path),
      ),
  },
  {
    extensions: ['php'],
    read: (text, path) =>
      all(text, php).flatMap(([, target, used]) =>
        used === undefined
          ? pathImport(asRelative((target ?? '').replace(/^\//, '')), path)
          : packageImport(used.split('\\')),
      ),
  },
  {
    extensions: ['css', 'scss', 'sass', 'less', 'styl'],
    read: (text, path) =>
      all(text, style).flatMap(([, target = '']) => [
        ...pathImport(asRelative(target), path),
        // Sass writes `_part.scss` for what is imported as `part`.
        ...pathImport(asRelative(target.replace(/([^/]{1,200})$/, '_$1')), path),
      ]),
  },
  {
    extensions: ['sh', 'bash', 'zsh', 'ksh'],
    read: (text, path) => all(text, shell).flatMap(([, target = '']) => pathImport(asRelative(target), path)),
  },
  {
    extensions: ['proto'],
    read: (text) => all(text, protocol).flatMap(([, target = '']) => endImport(withoutExtension(target).split('/'))),
  },
  {
    extensions: ['dart'],
    read: (text, path) =>
      all(text, dart).flatMap(([, target = '']) => {
        const inPackage = /^package:[^/]{1,100}\/(.{1,200})$/.exec(target)?.[1];
        if (inPackage !== undefined) return endImport(['lib', ...withoutExtension(inPackage).split('/')]);
        return target.includes(':') ? [] : pathImport(asRelative(target), path);
      }),
  },
  { extensions: ['lua'], read: (text) => all(text, lua).flatMap(([, target = '']) => endImport(target.split(/[./]/))) },
  {
    extensions: ['tf'],
    read: (text, path) =>
      all(text, terraform).flatMap(([, target = '']) =>
        pathImport(target, path).map((each) => ({ ...each, isFolder: true })),
      ),
  },
];

const byExtension = new Map(families.flatMap((family) => family.extensions.map((extension) => [extension, family])));

function familyOf(path: string): Family | undefined {
  return byExtension.get(/\.(\w{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? '');
}

function all(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

/** `./x`, `../x/y`; else an alias or a folder of sources: `@/x/y`, `src/x/y`. A package is none of ours. */
function pathImport(target: string, from: string): readonly Import[] {
  const bare = target.split(/[?#!]/, 1)[0] ?? '';
  if (/^\.{1,2}(?:\/|$)/.test(bare)) {
    const path = resolveTarget(bare, from);
    return path === undefined ? [] : [{ paths: [...new Set([path, withoutExtension(path)])] }];
  }
  return endImport(
    withoutExtension(bare)
      .replace(/^[@~#]\//, '')
      .split('/'),
  );
}

/** Found by the end of its path; a single word could be anything. */
function endImport(segments: readonly string[]): readonly Import[] {
  const end = segments.filter((part) => part !== '' && part !== '.' && part !== '..');
  return end.length >= 2 ? [{ end: shortEnd(end) }] : [];
}

/** `a.b.C`, where the last may be a member of what is meant. */
function packageImport(parts: readonly string[]): readonly Import[] {
  const plain = parts.filter((part) => part !== '' && part !== '*');
  return [...endImport(plain), ...(plain.length > 2 ? endImport(plain.slice(0, -1)) : [])];
}

/** Before the name of a module stand a host and an owner, which are no folders of ours. */
function shortEnd(segments: readonly string[]): readonly string[] {
  return segments.some((part) => part.includes('.')) ? segments.slice(-2) : segments.slice(-8);
}

function pythonImports(text: string, path: string): readonly Import[] {
  return all(text, python).flatMap(([, module, names = '', modules = '']) => {
    if (module === undefined) {
      return modules.split(',').flatMap((each) => pythonModule(each.trim().split(/\s/, 1)[0] ?? '', path));
    }
    const inside = names.replace(/[()]/g, ' ').split(',');
    return [
      ...pythonModule(module, path),
      ...inside.flatMap((each) => {
        const name = each.trim().split(/\s/, 1)[0] ?? '';
        return name === '' ? [] : pythonModule(module.endsWith('.') ? module + name : `${module}.${name}`, path);
      }),
    ];
  });
}

/** `a.b`, `.b`, `..a.b`; a lone word is a module beside the file. */
function pythonModule(module: string, from: string): readonly Import[] {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const rest = module
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  if (dots > 0) return pathImport(`${dots === 1 ? './' : '../'.repeat(dots - 1)}${rest.join('/')}`, from);
  return rest.length === 1 ? pathImport(`./${rest[0]}`, from) : endImport(rest);
}

function rustImports(text: string, path: string): readonly Import[] {
  const stem = withoutExtension(path);
  const isRoot = /\/(?:mod|lib|main)$/.test(stem);
  return all(text, rust).flatMap(([, word, target = '']) => {
    if (word === 'mod') return pathImport(isRoot ? `./${target}` : `./${lastOf(stem)}/${target}`, path);
    const parts = target.split('::').filter((part) => part !== '');
    if (parts[0] === 'super' || parts[0] === 'self') {
      const up = parts[0] === 'super' && isRoot ? '../' : './';
      return [1, 2].flatMap((count) => pathImport(up + parts.slice(1, 1 + count).join('/'), path));
    }
    if (parts[0] !== 'crate') return [];
    const root = path.lastIndexOf('/src/');
    const folder = root < 0 ? (path.startsWith('src/') ? 'src' : undefined) : `${path.slice(0, root)}/src`;
    if (folder === undefined) return [];
    return parts.slice(1).map((_, at) => ({ paths: [[folder, ...parts.slice(1, at + 2)].join('/')] }));
  });
}

function asRelative(target: string): string {
  return /^(?:\.{1,2}\/|\/)/.test(target) ? target : `./${target}`;
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.\w{1,8}$/, '');
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
