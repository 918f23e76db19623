import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What a run of the command line left behind. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a process of its own, as a user would. `cwd` is where it is called. */
export function runCli(args: readonly string[], cwd = process.cwd()): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Runs it with `--format json` and reads what it answers. Fails where it ends with anything but 0. */
export function askCli<Answer>(args: readonly string[], cwd?: string): Answer {
  const { code, stdout, stderr } = runCli([...args, '--format', 'json'], cwd);
  if (code !== 0) throw new Error(`precedent ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}
