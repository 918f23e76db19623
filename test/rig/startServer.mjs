import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostCommand } from './hostCommand.mjs';
import { onExit } from './onExit.mjs';

const patience = 60_000;

/**
 * Starts VS Code's server on 127.0.0.1 and resolves once it listens.
 *
 * `port` 0 takes a free one. `stop` ends the server with everything it started, and waits until that is gone; the end
 * of this process does so, too. What the server prints goes to `server.log` in the profile.
 */
export async function startServer(profile, { port = 0, args = [], env = {}, restricted = false } = {}) {
  const host = hostCommand(profile, ['--host', '127.0.0.1', '--port', String(port), ...args], { env, restricted });
  const child = spawn(host.command, host.args, {
    env: host.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: the extension hosts that it starts outlive it otherwise.
    detached: process.platform !== 'win32',
  });
  const kill = onExit(() => signal(child, 'SIGKILL'));
  const stop = async () => {
    // A second for a quiet end; the profile is thrown away anyway.
    for (let tries = 0; tries < 10 && signal(child, tries === 0 ? 'SIGTERM' : 0); tries++) await sleep(100);
    kill();
    for (let tries = 0; tries < 50 && signal(child, 0); tries++) await sleep(100);
  };
  try {
    return { origin: `http://127.0.0.1:${await listening(child, profile)}`, process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The port, once the server says that it listens. */
function listening(child, profile) {
  const log = createWriteStream(join(profile.folder, 'server.log'));
  log.on('error', () => {}); // the profile may go first
  let text = '';
  return new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`VS Code's server ${what}:\n${text}`));
    setTimeout(fail, patience, 'did not start').unref();
    const take = (chunk) => {
      log.write(chunk);
      text = (text + chunk).slice(-100_000);
      const bound = /Extension host agent listening on (\d+)/.exec(text);
      if (bound) resolve(bound[1]);
      // It stays there after such an error, and does nothing.
      const taken = /EADDRINUSE.* 127\.0\.0\.1:(\d+)/.exec(text);
      if (taken) reject(new Error(`Port ${taken[1]} is in use: choose another.`));
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', reject);
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

/** Sends a signal to the server's whole group (0 only asks whether it is there); false once nobody is left. */
function signal(child, name) {
  try {
    if (process.platform !== 'win32') return process.kill(-child.pid, name);
    if (name !== 0) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return child.exitCode === null;
  } catch {
    return false;
  }
}
