import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

const root = resolve(__dirname, '..', '..', '..');

/** The suites for VS Code's Node host: those that need VS Code, and those of the core, which must not notice it. */
const rooms = [join(root, 'out', 'test', 'core'), __dirname].filter((room) => existsSync(room));

/** Which files count: in Restricted Mode those that are meant for it. */
const ending = process.env.TEST_SUITES === 'restricted' ? /\.restricted(?:\.both)?\.test\.js$/ : /\.test\.js$/;

/** VS Code calls this inside its extension host, in the desktop app as in the server. Rejects when a test fails. */
export async function run(): Promise<void> {
  process.chdir(root); // as with `npm run unit`, which the fixtures rely on
  writeReportTo(process.env.TEST_REPORT);
  const mocha = new Mocha({
    timeout: 20_000,
    color: false,
    forbidOnly: Boolean(process.env.CI),
    reporter: join(root, 'test', 'rig', 'summaryReporter.cjs'),
    ...(process.env.TEST_GREP ? { fgrep: process.env.TEST_GREP } : {}),
  });
  for (const room of rooms) {
    for (const file of readdirSync(room, { recursive: true, encoding: 'utf8' }).sort()) {
      if (ending.test(file)) mocha.addFile(join(room, file));
    }
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else if (!runner.stats?.tests) reject(new Error('no test ran'));
      else resolve();
    });
  });
}

/** VS Code's own lines share our console: so mocha's go to a file, where the runner has named one. */
function writeReportTo(file: string | undefined): void {
  if (file === undefined) return;
  const base: { consoleLog?: (...values: unknown[]) => void } = Mocha.reporters.Base;
  base.consoleLog = (...values) => appendFileSync(file, `${format(...values)}\n`);
}
