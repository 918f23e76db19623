import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makePackage } from '../rig/makePackage.mjs';
import { openSample } from '../rig/openSample.mjs';
import { codeLens, openFile } from '../rig/ui.mjs';

const reviews = 2000;
const kills = 10;

/**
 * Two windows on one folder, of which the extensions of one are killed again and again about when both write what they keep.
 * After each, a new window has to tell what the files say, and the other one goes on. Figures as `run.mjs` prints them; only where
 * processes can be listed (Linux).
 */
export async function windows() {
  await makePackage();
  const vscode = await openSample({
    files: {
      'src/wait.ts': '// Waits on purpose, see INC-7.\nexport {};\n',
      ...Object.fromEntries(
        Array.from({ length: reviews }, (_, at) => [
          `docs/incidents/KETTLE-${at}.md`,
          `# KETTLE-${at}: A kettle\n\nIt was off.\n`,
        ]),
      ),
    },
  });
  try {
    const review = join(vscode.folder, 'docs/incidents/INC-7-summer-sale-holds.md');
    const editor = await openFile(vscode.page, 'src/wait.ts');
    await codeLens(editor, 'Summer sale').waitFor();
    let title = 'Summer sale';
    for (let kill = 0; kill < kills; kill++) {
      const before = extensionHosts(vscode.server);
      const second = await vscode.another();
      const hosts = extensionHosts(vscode.server).filter((pid) => !before.includes(pid));
      assert.equal(hosts.length, 1);
      const other = await openFile(second.page, 'src/wait.ts');
      await codeLens(other, title).waitFor();
      title = `Sale ${kill}`;
      writeFileSync(review, readFileSync(review, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
      for (const each of [editor, other]) await codeLens(each, title).waitFor();
      // What is kept is written half a second after the look.
      await sleep(100 * kill);
      process.kill(hosts[0], 'SIGKILL');
      await second.close();
    }
    const last = await vscode.another();
    await codeLens(await openFile(last.page, 'src/wait.ts'), title).waitFor();
    await last.close();
  } finally {
    await vscode.close();
  }
  return [{ name: 'windows whose extensions were killed as they wrote, with right answers in the next', value: kills }];
}

/** The processes in which a server has extensions run, by id. */
function extensionHosts(server) {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        const group = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2];
        return (
          group === String(server.process.pid) &&
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=extensionHost')
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}
