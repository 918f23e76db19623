import * as vscode from 'vscode';
import { onSettingChange, setting } from '../../host/settings';
import { areAgentsAllowed } from './agentsSwitch';

const settings = ['precedent.agents.enabled', 'precedent.sources', 'precedent.idPatterns'] as const;

/**
 * Offers our command line as an MCP server to agents that VS Code starts, one for each folder on disk, while the user allows it: run by the
 * program that runs us, with no input to ask for. Nothing where there is no such program, as in the browser, nor in a host without the API.
 */
export function registerMcpServer({ extensionUri, extension }: vscode.ExtensionContext): vscode.Disposable {
  const program = typeof process === 'undefined' ? undefined : process.execPath;
  if (!program || extensionUri.scheme !== 'file') return vscode.Disposable.from();
  if (typeof vscode.lm?.registerMcpServerDefinitionProvider !== 'function') return vscode.Disposable.from();
  const changed = new vscode.EventEmitter<void>();
  const version = String(extension.packageJSON.version);
  const cli = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  return vscode.Disposable.from(
    changed,
    onSettingChange(settings, () => changed.fire()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.lm.registerMcpServerDefinitionProvider('precedent.reviews', {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => (areAgentsAllowed() ? mcpServers(program, cli, version) : []),
    }),
  );
}

/** A server for each folder of the workspace that is on disk, which reads what the editor reads. */
export function mcpServers(program: string, cli: string, version: string): vscode.McpStdioServerDefinition[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return folders.map((folder) => {
    const label = folders.length === 1 ? 'Precedent' : `Precedent (${folder.name})`;
    const args = [cli, 'mcp', '--root', folder.uri.fsPath, ...flags(folder)];
    // The desktop's program is Electron, which runs as Node when it is told to.
    return new vscode.McpStdioServerDefinition(label, program, args, { ELECTRON_RUN_AS_NODE: '1' }, version);
  });
}

/** What the settings of the editor say, which the command line does not all see. */
function flags(folder: vscode.WorkspaceFolder): string[] {
  return [
    ...setting('precedent.sources', folder).flatMap((source) => ['--source', source]),
    ...setting('precedent.idPatterns', folder).flatMap((pattern) => ['--id-pattern', pattern]),
  ];
}
