import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSample } from '../rig/openSample.mjs';
import { codeLens, openFile } from '../rig/ui.mjs';

describe('a window without a library', () => {
  let vscode;
  let empty;

  before(async () => {
    empty = mkdtempSync(join(tmpdir(), 'precedent-asleep-'));
    writeFileSync(join(empty, 'worker.ts'), '// Waits on purpose, see INC-7.\nexport {};\n');
    vscode = await openSample({ from: empty });
  });

  after(async () => {
    await vscode?.close();
    rmSync(empty, { recursive: true, force: true });
  });

  it('shows what is cited as soon as one is there', async () => {
    const editor = await openFile(vscode.page, 'worker.ts');
    const folder = join(vscode.folder, 'docs/incidents');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'INC-7-lock.md'), '# INC-7: A lock nobody held\n\nIt was open.\n');
    await codeLens(editor, 'A lock nobody held').waitFor();
  });
});
