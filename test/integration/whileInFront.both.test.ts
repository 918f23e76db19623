import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { whileInFront } from '../../src/host/whileInFront';

describe('a look at the files now and then', () => {
  it('comes while the window is in front and its folder lies on a disk, and no more when it is ended', async () => {
    let looks = 0;
    const looking = whileInFront(() => looks++, 10);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const isDue =
      vscode.window.state.focused && vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === 'file');
    assert.equal(looks > 0, isDue === true);
    looking.dispose();
    const before = looks;
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(looks, before);
  });
});
