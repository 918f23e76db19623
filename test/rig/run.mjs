import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program to its end, in the checkout unless told otherwise.
 *
 * Resolves to its exit code, everything it printed, and the time it took in milliseconds; never rejects: a program that
 * cannot be started has code 127. With `print` its output is shown as it comes, too.
 */
export function run(command, args, { cwd = root, env = process.env, print = false } = {}) {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: needsShell(command) });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (print) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', (error) =>
      resolve({ code: 127, output: `${output}${error.message}\n`, ms: Date.now() - began }),
    );
    child.once('close', (code) => resolve({ code: code ?? 1, output, ms: Date.now() - began }));
  });
}

/** Runs a program of ours or of a package with the Node that runs this. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** npm is a batch file on Windows, which only a shell starts. */
function needsShell(command) {
  return process.platform === 'win32' && command === 'npm';
}
