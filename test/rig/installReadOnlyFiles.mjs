import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sample } from './paths.mjs';

/** What a window opens that sees the files: a folder that is on no disk and cannot be written, as that of a repository that is browsed. */
export const readOnlyFolder = 'precedent-vfs:/sample';

/** Extensions that have to run in the page itself, as they do where there is no machine behind it. */
export const inThePage = {
  'remote.extensionKind': Object.fromEntries(
    ['precedent.precedent', 'precedent-test.read-only'].map((id) => [id, ['web']]),
  ),
};

/** Puts an extension into a profile that gives a copy of the sample as {@link readOnlyFolder}. */
export function installReadOnlyFiles({ folder }) {
  const relativeLocation = 'precedent-test.read-only-0.0.1';
  const place = join(folder, 'extensions', relativeLocation);
  mkdirSync(place, { recursive: true });
  const manifest = {
    name: 'read-only',
    publisher: 'precedent-test',
    version: '0.0.1',
    engines: { vscode: '^1.106.0' },
    browser: './extension.js',
    activationEvents: ['onFileSystem:precedent-vfs'],
    // VS Code finds no files by name on a file system of somebody else's.
    contributes: { commands: [{ command: 'precedent-test.open', title: 'Open a Read-Only File', category: 'Test' }] },
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  writeFileSync(join(place, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(place, 'extension.js'), program());
  const listed = {
    identifier: { id: 'precedent-test.read-only' },
    version: '0.0.1',
    location: { $mid: 1, path: pathToFileURL(place).pathname, scheme: 'file' },
    relativeLocation,
  };
  const list = join(folder, 'extensions', 'extensions.json');
  const others = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  writeFileSync(list, JSON.stringify([...others, listed]));
}

function program() {
  const files = readdirSync(sample, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [
      `/sample/${file
        .slice(sample.length + 1)
        .split(sep)
        .join('/')}`,
      readFileSync(file).toString('base64'),
    ]);
  return `const files = new Map(${JSON.stringify(files)});
(${provide.toString()})(require('vscode'), files);
exports.activate = () => {};
`;
}

/** Runs in the page: everything it needs is handed to it. */
function provide(vscode, files) {
  const below = (uri) => (uri.path.endsWith('/') ? uri.path : `${uri.path}/`);
  const isFolder = (uri) => [...files.keys()].some((path) => path.startsWith(below(uri)));
  const refuse = (uri) => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const provider = {
    onDidChangeFile: new vscode.EventEmitter().event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      const file = files.get(uri.path);
      if (file !== undefined) return { type: vscode.FileType.File, ctime: 1, mtime: 1, size: atob(file).length };
      if (isFolder(uri)) return { type: vscode.FileType.Directory, ctime: 1, mtime: 1, size: 0 };
      throw vscode.FileSystemError.FileNotFound(uri);
    },
    readDirectory(uri) {
      if (!isFolder(uri)) throw vscode.FileSystemError.FileNotFound(uri);
      const entries = new Map();
      for (const path of files.keys()) {
        if (!path.startsWith(below(uri))) continue;
        const [name, ...rest] = path.slice(below(uri).length).split('/');
        entries.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
      }
      return [...entries];
    },
    readFile(uri) {
      const file = files.get(uri.path);
      if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      return Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
    },
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  vscode.commands.registerCommand('precedent-test.open', async () => {
    const path = await vscode.window.showInputBox();
    if (path)
      await vscode.window.showTextDocument(vscode.Uri.parse(`precedent-vfs:/sample/${path}`), { preview: false });
  });
  vscode.workspace.registerFileSystemProvider('precedent-vfs', provider, { isReadonly: true, isCaseSensitive: true });
}
