import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import { mcpServers } from '../../src/agents/languageModel/registerMcpServer';

describe('the server for agents in the editor', () => {
  it('is started by the program that runs the extension, and answers', async () => {
    const extension = vscode.extensions.getExtension('precedent.precedent');
    assert.ok(extension);
    const cli = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.js').fsPath;
    const [server, ...others] = mcpServers(process.execPath, cli, '1.2.3');
    assert.deepEqual(others, []);
    assert.ok(server);
    assert.deepEqual([server.command, server.version, server.label], [process.execPath, '1.2.3', 'Precedent']);
    const child = spawn(server.command, server.args, {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: String(server.env.ELECTRON_RUN_AS_NODE) },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
    const [line] = await once(createInterface(child.stdout), 'line');
    assert.equal(JSON.parse(String(line)).result.serverInfo.name, 'precedent');
    const ended = once(child, 'exit');
    child.stdin.end();
    assert.deepEqual((await ended)[0], 0);
  });
});
