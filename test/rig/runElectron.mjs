// npm run test:electron: the suites of the Node host in the desktop VS Code. VSCODE_EXECUTABLE names an installed one;
// without it, test-electron downloads VSCODE_VERSION (stable) into .vscode-test/.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from './ensurePackages.mjs';
import { main } from './main.mjs';
import { makeProfile } from './makeProfile.mjs';
import { makeWorkspace } from './makeWorkspace.mjs';
import { out, root } from './paths.mjs';
import { runNode } from './run.mjs';

await main(async () => {
  await ensurePackages();
  const built = await runNode(['esbuild.mjs', '--tests']);
  if (built.code !== 0) throw new Error(built.output);
  const summary = join(out, 'results', 'electron.json');
  mkdirSync(join(out, 'results'), { recursive: true });
  rmSync(summary, { force: true });
  const profile = makeProfile();
  const { runTests } = await import('@vscode/test-electron');
  const { VSCODE_EXECUTABLE: executable, VSCODE_VERSION: version = 'stable' } = process.env;
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : { version }),
    extensionDevelopmentPath: [root, join(out, 'test', 'consumer')],
    extensionTestsPath: join(out, 'test', 'integration', 'index'),
    launchArgs: [
      makeWorkspace(join(profile.folder, 'sample')),
      '--disable-extensions',
      '--disable-workspace-trust',
      ...['--user-data-dir', join(profile.folder, 'data')], // holds User/settings.json, as with the server
    ],
    extensionTestsEnv: { TEST_SUMMARY: summary },
  });
  const { passed, failed, skipped } = JSON.parse(readFileSync(summary, 'utf8'));
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
});
